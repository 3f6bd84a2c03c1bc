import type { Cart, CartSignal } from '../../types.js'

export interface VendureOptions {
  /** The Shop API, such as `https://shop.example/shop-api`. */
  readonly endpoint: string
  /** The session token, as the app keeps it. Left out where the shop's sessions are cookies. */
  readonly token?: (() => string | undefined) | undefined
  /** Told the token of the session that the shop opened because the app's own is no longer good. */
  readonly onToken?: ((token: string) => void) | undefined
  /** As of `fetch`: `include` sends the session cookie to another origin. */
  readonly credentials?: RequestCredentials | undefined
  /**
   * The `code` of the active order: `''` where the app knows that there is none, undefined while it does not know. Without
   * it the order that was read last in this session is taken for it. Required where sessions are cookies.
   */
  readonly cartId?: (() => string | undefined) | undefined
  /** The channel's token, in a shop with several. */
  readonly channel?: string | undefined
  /** Custom fields of the order that the shop was given for these two. A field that the shop does not know is left alone. */
  readonly attributes?:
    | { readonly discount?: string | undefined; readonly ref?: string | undefined }
    | undefined
  /** Where the app's checkout is. @default '/checkout' and what is below it */
  readonly checkoutPath?: RegExp | undefined
  /**
   * Calls back when the app has changed the order; answers how to stop. Without it every request of the page to the endpoint
   * may have been a change.
   */
  readonly watch?: ((changed: (signal?: CartSignal) => void) => (() => void) | void) | undefined
  /** The keeper has changed the order: time to show it anew. */
  readonly refresh?: ((cart: Cart) => void) | undefined
  /** @default the page's own */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** @default the page's window */
  readonly view?: (() => Window & typeof globalThis) | undefined
}
