import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { call, lookUp } from './look-up.js'
import { watchEvents } from './watch-events.js'

const METHODS = {
  marketing: 'marketingAllowed',
  analytics: 'analyticsProcessingAllowed',
  preferences: 'preferencesProcessingAllowed',
  saleOfData: 'saleOfDataAllowed',
} as const

export type ShopifyPurpose = keyof typeof METHODS

export interface ShopifyCustomerPrivacyOptions {
  /** @default ['marketing'] */
  readonly attribution?: readonly ShopifyPurpose[] | undefined
  /** Such as `['preferences']`. Left out, the discount is functional. */
  readonly discount?: readonly ShopifyPurpose[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/**
 * Shopify's Customer Privacy API: its answers follow the merchant's settings, the shopper's region and their choice. No
 * answer while the API is on its way or its banner waits for one. On a page without the API it is loaded.
 */
export const shopifyCustomerPrivacy = (
  options: ShopifyCustomerPrivacyOptions = {},
): ConsentSource => {
  const { attribution = ['marketing'], discount, view = () => window } = options
  const shopify = (): unknown => lookUp(view(), 'Shopify')
  return createSource({
    attribution,
    discount,
    ask: (purpose) => {
      const api = lookUp(shopify(), 'customerPrivacy')
      return call(api, 'shouldShowBanner') ? undefined : call(api, METHODS[purpose])
    },
    watch: (changed, signal) => {
      const page = view()
      const { document } = page
      const events = ['visitorConsentCollected']
      watchEvents({ view: page, target: document, events, changed, signal })
      if (lookUp(shopify(), 'customerPrivacy')) return
      const loaded = (): void => {
        if (!signal.aborted) changed()
      }
      call(shopify(), 'loadFeatures', [{ name: 'consent-tracking-api', version: '0.1' }], loaded)
    },
  })
}
