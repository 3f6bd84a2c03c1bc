import { shopifyCustomerPrivacy } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

/** A theme: the API comes when it is asked for, and its banner is up until there is an answer. */
export const openShopify: OpenVendor = ({ asksForDiscount }) => {
  const page = openStubPage()
  const { document, listeners, load, put, view } = page
  const asked: (() => void)[] = []
  let marketing = false
  let preferences = false
  let isBannerUp = true
  const customerPrivacy = {
    shouldShowBanner: () => isBannerUp,
    marketingAllowed: () => marketing,
    analyticsProcessingAllowed: () => false,
    preferencesProcessingAllowed: () => preferences,
    saleOfDataAllowed: () => false,
  }
  const loadFeatures = (
    features: readonly { name: string; version: string }[],
    done: () => void,
  ) => {
    if (features[0]?.name !== 'consent-tracking-api') throw new Error('no such feature')
    asked.push(done)
  }
  put('Shopify', { loadFeatures })
  const tellAgain = () => {
    const detail = { marketingAllowed: marketing, preferencesAllowed: preferences }
    document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail }))
  }
  const broken = (api: unknown) => {
    put('Shopify', { customerPrivacy: api })
    tellAgain()
  }
  return {
    source: shopifyCustomerPrivacy({
      view,
      ...(asksForDiscount && { discount: ['preferences'] }),
    }),
    arrive: () => {
      put('Shopify', { loadFeatures, customerPrivacy })
      for (const done of asked.splice(0)) done()
    },
    answer: (choice) => {
      marketing = choice.attribution
      preferences = choice.discount
      isBannerUp = false
      tellAgain()
    },
    tellAgain,
    spoil: [
      (rubbish) => put('Shopify', rubbish),
      (rubbish) => put('Shopify', { loadFeatures: rubbish }),
      broken,
      (rubbish) =>
        broken({ ...customerPrivacy, shouldShowBanner: () => false, marketingAllowed: rubbish }),
      (rubbish) => broken({ shouldShowBanner: () => false, marketingAllowed: () => rubbish }),
    ],
    load,
    listeners,
  }
}
