import type { Cart, CartSignal } from '../../types.js'

export interface MedusaOptions {
  /** The shop's address, such as `https://shop.example`: what stands before `/store`. */
  readonly endpoint: string
  readonly publishableKey: string
  /** The app's cart, such as `cart_01J…`; undefined while there is none. */
  readonly cartId: () => string | undefined
  /** Where the app's checkout is. @default '/checkout' and what is below it */
  readonly checkoutPath?: RegExp | undefined
  /**
   * Calls back when the app has changed the cart; answers how to stop. Needed where the app's own server does so. Without it
   * every request of the page to a cart of the shop may have been a change.
   */
  readonly watch?: ((changed: (signal?: CartSignal) => void) => (() => void) | void) | undefined
  /** The keeper has changed the cart: time to show it anew. */
  readonly refresh?: ((cart: Cart) => void) | undefined
  /** @default the page's own */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** @default the page's window */
  readonly view?: (() => Window & typeof globalThis) | undefined
}
