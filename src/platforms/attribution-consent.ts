import { shopifyCustomerPrivacy } from '../consent/shopify-customer-privacy.js'
import type { ConsentSource } from '../types.js'
import type { ShopifyWindow } from './shopify-theme/shopify-window.js'

/** Shopify's Customer Privacy API, on pages that have it or can load it. */
export const attributionConsent = (view: ShopifyWindow): ConsentSource | undefined =>
  view.Shopify?.customerPrivacy || view.Shopify?.loadFeatures
    ? shopifyCustomerPrivacy({ view: () => view })
    : undefined
