import { cookiebot } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

export const openCookiebot: OpenVendor = ({ asksForDiscount }) => {
  const page = openStubPage()
  const { listeners, load, put, view, window } = page
  const state = {
    consent: { necessary: true, preferences: false, statistics: false, marketing: false },
    hasResponse: false,
  }
  const tell = (event: string) => window.dispatchEvent(new Event(event))
  const broken = (api: unknown) => {
    put('Cookiebot', api)
    tell('CookiebotOnConsentReady')
  }
  return {
    source: cookiebot({ view, ...(asksForDiscount && { discount: ['preferences'] }) }),
    arrive: () => put('Cookiebot', state),
    answer: ({ attribution, discount }) => {
      Object.assign(state.consent, { preferences: discount, marketing: attribution })
      state.hasResponse = true
      tell('CookiebotOnConsentReady')
      tell(attribution || discount ? 'CookiebotOnAccept' : 'CookiebotOnDecline')
    },
    tellAgain: () => tell('CookiebotOnConsentReady'),
    spoil: [
      broken,
      (rubbish) => broken({ hasResponse: true, consent: rubbish }),
      (rubbish) => broken({ hasResponse: true, consent: { marketing: rubbish } }),
      (rubbish) => broken({ hasResponse: rubbish, consent: { marketing: false } }),
    ],
    load,
    listeners,
  }
}
