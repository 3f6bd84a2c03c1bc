import { oneTrust } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

/** An opt-in template: the necessary group only, until the banner is answered, which a cookie notes. */
export const openOneTrust: OpenVendor = ({ asksForDiscount }) => {
  const page = openStubPage()
  const { document, listeners, load, put, view, window } = page
  let groups = ['C0001']
  const tellAgain = () => {
    put('OnetrustActiveGroups', `,${groups.join()},`)
    window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: groups }))
  }
  return {
    source: oneTrust({ view, ...(asksForDiscount && { discount: ['C0003'] }) }),
    arrive: tellAgain,
    answer: ({ attribution, discount }) => {
      groups = ['C0001', ...(discount ? ['C0003'] : []), ...(attribution ? ['C0004'] : [])]
      document.cookie = 'OptanonConsent=x; OptanonAlertBoxClosed=2026-11-21T08:00:00.000Z'
      tellAgain()
      window.dispatchEvent(new CustomEvent('OTConsentApplied'))
    },
    tellAgain,
    spoil: [
      (rubbish) => {
        document.cookie = 'OptanonAlertBoxClosed=2026-11-21T08:00:00.000Z'
        put('OnetrustActiveGroups', rubbish)
        window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: rubbish }))
      },
    ],
    load,
    listeners,
  }
}
