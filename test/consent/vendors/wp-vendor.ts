import { wpConsentApi } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

/** The plugin where an opt-in law holds: it says no until a cookie of its own says `allow`. */
export const openWp: OpenVendor = ({ asksForDiscount }) => {
  const page = openStubPage()
  const { document, listeners, load, put, view } = page
  const cookies = new Map<string, string>()
  const has = (category: unknown) => cookies.get(`wp_consent_${String(category)}`) === 'allow'
  const set = (category: string, value: string) => {
    cookies.set(`wp_consent_${category}`, value)
    document.cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const detail = { [category]: value }
    document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }))
  }
  const tellAgain = () => document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
  const broken = (api: unknown) => {
    put('wp_has_consent', api)
    tellAgain()
  }
  return {
    source: wpConsentApi({ view, ...(asksForDiscount && { discount: ['preferences'] }) }),
    arrive: () => {
      put('consent_api', { cookie_prefix: 'wp_consent', consent_type: 'optin' })
      put('wp_has_consent', has)
      put('wp_consent_type', 'optin')
    },
    answer: (choice) => {
      set('marketing', choice.attribution ? 'allow' : 'deny')
      set('preferences', choice.discount ? 'allow' : 'deny')
    },
    tellAgain,
    spoil: [broken, (rubbish) => broken(() => rubbish)],
    load,
    listeners,
  }
}
