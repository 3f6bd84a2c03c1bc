import { googleConsentMode } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

/** `gtag()` pushes its arguments object onto the data layer, and a banner calls it when it is clicked. */
export const openGooglePage = () => {
  const page = openStubPage()
  const dataLayer: unknown[] = []
  // what gtag() pushes is an arguments object: numbered, and no array
  const gtag = (...given: readonly unknown[]) =>
    void dataLayer.push(Object.assign({ length: given.length }, given))
  const click = (hear: () => void) => {
    page.window.addEventListener('click', hear, { once: true })
    page.window.dispatchEvent(new Event('click'))
  }
  return { ...page, dataLayer, gtag, click, arrive: () => page.put('dataLayer', dataLayer) }
}

export const openGoogle: OpenVendor = ({ asksForDiscount }) => {
  const { arrive, click, gtag, load, put, view, ...page } = openGooglePage()
  const states = (state: (is: 'attribution' | 'discount') => string) => ({
    ad_storage: state('attribution'),
    ad_user_data: state('attribution'),
    functionality_storage: state('discount'),
  })
  let update: object = {}
  let banners = 0
  const tellAgain = () => {
    banners++
    click(() => gtag('consent', 'update', update))
  }
  const broken = (layer: unknown) => {
    put('dataLayer', layer)
    banners++
    click(() => undefined)
  }
  return {
    source: googleConsentMode({
      view,
      ...(asksForDiscount && { discount: ['functionality_storage'] }),
    }),
    arrive: () => {
      gtag('js', new Date(0))
      gtag('consent', 'default', { ...states(() => 'denied'), wait_for_update: 500 })
      arrive()
    },
    answer: (choice) => {
      update = states((is) => (choice[is] ? 'granted' : 'denied'))
      tellAgain()
    },
    tellAgain,
    spoil: [
      broken,
      (rubbish) => broken([rubbish]),
      (rubbish) =>
        broken([[rubbish, 'update', { ad_storage: 'granted', ad_user_data: 'granted' }]]),
      (rubbish) =>
        broken([['consent', rubbish, { ad_storage: 'granted', ad_user_data: 'granted' }]]),
      (rubbish) => broken([['consent', 'update', rubbish]]),
      (rubbish) =>
        broken([['consent', 'update', { ad_storage: rubbish, ad_user_data: 'granted' }]]),
    ],
    load,
    // the banner's own are not of interest
    listeners: () => page.listeners() - banners,
  }
}
