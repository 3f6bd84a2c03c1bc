import type { Cart, LazyPlatform } from '../types.js'

export interface ShopifyStorefrontOptions {
  /**
   * The app's cart: its id, `gid://shopify/Cart/…?key=…`, or what follows the last slash; undefined while there is none.
   * The key in it is a secret that goes to the shop and nowhere else. @default Hydrogen's cookie `cart`
   */
  readonly cartId?: (() => string | undefined) | undefined
  /**
   * The shop's origin, such as `https://my-shop.myshopify.com`, or the whole address of the API.
   * @default the page's own origin, where Hydrogen passes the API on
   */
  readonly endpoint?: string | undefined
  /** @default '2026-07' */
  readonly apiVersion?: string | undefined
  /** A public access token; without one, requests are tokenless. */
  readonly publicAccessToken?: string | undefined
  /**
   * Calls back whenever the app has changed the cart, until the function it returns is called.
   * @default resource timing: requests to the API, and to an app's own `/cart`
   */
  readonly watch?: ((changed: () => void) => () => void) | undefined
  /** Told each cart that differs after a change of ours, for the app to draw it. */
  readonly refresh?: ((cart: Cart) => void) | undefined
  /** @default the page's window */
  readonly view?: (() => Window & typeof globalThis) | undefined
  /** @default the window's */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/**
 * Any headless shop on Shopify's Storefront API (shopify.dev/docs/api/storefront), Hydrogen included. A code's reason is
 * known where it is the only one that takes no effect. Carts are the app's: none is ever made here.
 */
export const shopifyStorefront = (options: ShopifyStorefrontOptions = {}): LazyPlatform => ({
  name: 'shopify-storefront',
  load: async () => {
    const { storefrontCart } = await import('./shopify-storefront/storefront-cart.js')
    return storefrontCart(options)
  },
})
