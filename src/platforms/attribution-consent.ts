import type { ConsentSource } from '../types.js'
import type { ShopifyWindow } from './shopify-theme/shopify-window.js'

/**
 * Shopify's Customer Privacy API, where the page has it or can load it: marketing consent, undefined while the API is on its
 * way or its banner waits for an answer.
 */
export const attributionConsent = (view: ShopifyWindow): ConsentSource | undefined => {
  const { document, Shopify } = view
  if (!Shopify?.customerPrivacy && !Shopify?.loadFeatures) return undefined
  return {
    attribution: () => {
      const privacy = Shopify.customerPrivacy
      return privacy?.shouldShowBanner?.() ? undefined : privacy?.marketingAllowed?.()
    },
    watch: (changed, signal) => {
      document.addEventListener('visitorConsentCollected', changed, { signal })
      if (!Shopify.customerPrivacy)
        Shopify.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], () => {
          if (!signal.aborted) changed()
        })
    },
  }
}
