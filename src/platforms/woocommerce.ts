import type { CartSignal, LazyPlatform } from '../types.js'
import type { WooWindow } from './woocommerce/woo-window.js'

export interface WooCommerceOptions {
  /** Base of the Store API. @default what the page's `https://api.w.org/` link names, else `/wp-json/wc/store/v1` */
  readonly endpoint?: string | undefined
  /**
   * The app's own Cart-Token, for storefronts that are not WordPress pages. It is all that another origin can use; without
   * this option the shopper's cookies name the cart.
   */
  readonly cartToken?: (() => string | undefined) | undefined
  /** Tells when the app has changed the cart, where requests do not show it; returns what ends that. */
  readonly watch?: ((changed: (signal: CartSignal) => void) => () => void) | undefined
  /** What the shop says, in its own words and the shopper's language, of a code it refused or dropped: decide nothing by it. */
  readonly said?: ((message: string) => void) | undefined
  /** @default the window's */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** @default the page's window */
  readonly view?: (() => WooWindow) | undefined
}

/**
 * A WooCommerce shop, through its Store API. It names one reason for all that it refuses, so a code that takes no effect is
 * `waiting` with reason `UNKNOWN`. Attributes need the companion plugin of `examples/woocommerce`.
 */
export const woocommerce = (options: WooCommerceOptions = {}): LazyPlatform => ({
  name: 'woocommerce',
  load: async () => {
    const { storeCart } = await import('./woocommerce/store-cart.js')
    return storeCart(options)
  },
})
