import { reportOrder } from './esm/attribution/browser/report-order.js'
import { shopifyCustomerPrivacy } from './esm/consent/shopify-customer-privacy.js'

const STORIES = {
  sent: 'Reported to the shop’s own server.',
  known: 'Reported before: it counts once.',
  refused: 'Not reported but that you did not allow it.',
}

const place = document.querySelector('[data-report-to]')
const { order, reportTo } = place.dataset

reportOrder(JSON.parse(order), { endpoint: reportTo, consent: shopifyCustomerPrivacy() }).then(
  ({ state }) => {
    place.dataset.reported = state
    place.textContent = STORIES[state] ?? 'It could not be reported.'
  },
)
