import { horizonRoutes } from './horizon-routes.js'
import { refreshSections } from './sections.js'
import { startStorefront } from './storefront.js'

window.Theme = { routes: horizonRoutes() }

// The older events: one for lines, one for discounts, both after the fact, with the cart in their detail.
const OWN = 'storefront'

const send = (name, detail) =>
  document.dispatchEvent(
    new CustomEvent(name, { bubbles: true, detail: { sourceId: OWN, ...detail } }),
  )

const announce = ({ kind }, answer) =>
  answer.then(
    (resource) => {
      const data = { source: OWN, itemCount: resource.item_count ?? resource.quantity }
      if (kind === 'lines') send('cart:update', { resource, data })
      else send('discount:update', { resource })
    },
    () => {},
  )

for (const name of ['cart:update', 'discount:update']) {
  document.addEventListener(name, (event) => {
    if (event.detail?.sourceId !== OWN) refreshSections()
  })
}

startStorefront({ announce })
