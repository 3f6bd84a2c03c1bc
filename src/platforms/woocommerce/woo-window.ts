/** The blocks' own store of the cart (developer.woocommerce.com, "Cart Store"), as far as it is used here. */
export interface BlocksCart {
  readonly isApplyingCoupon?: (() => boolean) | undefined
  readonly isRemovingCoupon?: (() => boolean) | undefined
  readonly invalidateResolutionForStore?: (() => unknown) | undefined
}

interface BlocksData {
  readonly dispatch?: ((store: string) => BlocksCart | undefined) | undefined
  readonly select?: ((store: string) => BlocksCart | undefined) | undefined
  readonly subscribe?: ((listener: () => void) => () => void) | undefined
}

interface ClassicBody {
  readonly on: (events: string, listener: () => void) => unknown
  readonly off: (events: string, listener: () => void) => unknown
  readonly trigger: (event: string) => unknown
}

export const BLOCKS_CART = 'wc/store/cart'
/** How blocks tell each other, on the window, that the cart has changed. */
export const BLOCKS_EVENT = 'wc-blocks_store_sync_required'

/** The globals of a WooCommerce page that are used here; every one may be missing. */
export type WooWindow = Window &
  typeof globalThis & {
    /** With every page of the blocks; as old as the page, which may come from a cache. */
    readonly wcBlocksMiddlewareConfig?: { readonly storeApiNonce?: string | undefined } | undefined
    readonly wp?: { readonly data?: BlocksData | undefined } | undefined
    /** What the classic cart and its fragments listen to: its events are none of the document's. */
    readonly jQuery?: ((element: Element) => ClassicBody) | undefined
  }
