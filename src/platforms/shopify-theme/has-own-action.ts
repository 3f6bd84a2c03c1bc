import type { ShopifyWindow } from './shopify-window.js'

/** The theme has an action of its own: Shopify's default may reload the page, again and again, and is never called. */
export const hasOwnAction = ({ Shopify }: ShopifyWindow): boolean => {
  try {
    return Shopify?.actions?.updateCart?.isDefault?.() === false
  } catch {
    // a theme that cannot say
    return false
  }
}
