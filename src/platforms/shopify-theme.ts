import type { LazyPlatform } from '../types.js'
import type { ShopifyWindow } from './shopify-theme/shopify-window.js'

export interface ShopifyThemeOptions {
  /** @default the page's window */
  readonly view?: (() => ShopifyWindow) | undefined
}

/**
 * A Liquid theme with the Ajax Cart API (shopify.dev/docs/api/ajax). Requests follow the locale of
 * `Shopify.routes.root`. The Ajax API names no reasons: a code that takes no effect is `waiting`, and why is known only
 * where the theme has a standard action of its own, which is then asked to set the codes a shopper's change calls for.
 */
export const shopifyTheme = ({ view = () => window }: ShopifyThemeOptions = {}): LazyPlatform => ({
  name: 'shopify-theme',
  inert: () => !!view().Shopify?.designMode,
  load: async () => {
    const { ajaxCart } = await import('./shopify-theme/ajax-cart.js')
    return ajaxCart(view)
  },
})
