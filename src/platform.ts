import type { Reason } from './types.js'

export interface CartCode {
  readonly code: string
  /** The shop would honour it as the cart stands. */
  readonly applicable: boolean
  readonly reason?: Reason | undefined
  /** What it takes off this cart, in minor units, where the shop says so. */
  readonly saved?: number | undefined
  /** 10 where the shop says that it takes ten per cent off every item. */
  readonly percentage?: number | undefined
}

/** The cart as the shop last told it. */
export interface Cart {
  /** Identifies this cart until it is replaced; `''` while the shopper has none. */
  readonly id: string
  readonly itemCount: number
  /** Differs whenever other things are in the cart; absent where the shop did not say what is in it. */
  readonly contents?: string | undefined
  /** Absent where the shop did not say which codes the cart holds. */
  readonly codes?: readonly CartCode[] | undefined
  readonly attributes: Readonly<Record<string, string>>
  /** Money taken off the whole cart, in minor units of the presentment currency. */
  readonly discount: number
  /** What the shopper pays for the items, in minor units of the presentment currency. */
  readonly total?: number | undefined
  readonly currency?: string | undefined
  /** How many decimals the amounts have, where the shop counts otherwise than the currency: Shopify counts yen in hundredths. */
  readonly decimals?: number | undefined
}

/** One combined write. `codes` replaces the whole set; `attributes` merge, `''` removes. */
export interface CartChange {
  readonly codes?: readonly string[] | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

/**
 * What the storefront did to the cart: `codes` the code list may have been set by someone · `items` only the items changed ·
 * `starting` the code list is being set, a `codes` will follow · `leaving` a change will show on the next page.
 */
export type CartSignal = 'codes' | 'items' | 'starting' | 'leaving'

/** What something is remembered for: the shopper's discount, or the affiliate who sent them. */
export type Purpose = 'discount' | 'attribution'

/** Reads the page's own answer to "may the affiliate be remembered?"; `undefined` while nobody has answered. */
export interface ConsentSource {
  readonly attribution: () => boolean | undefined
  /** Where the page asks consent for the discount too; without it the discount is functional and kept. */
  readonly discount?: (() => boolean | undefined) | undefined
  readonly watch?: ((changed: () => void, signal: AbortSignal) => void) | undefined
}

/** How a shop treats codes, where shops differ. Told for tests, docs and pages; the keeper itself goes by what the cart says. */
export interface Capabilities {
  /** A cart can honour several codes at once. */
  readonly multi: boolean
  /** The shop's verb for applying sets the whole list: codes that are not sent along are lost. */
  readonly replacesOnApply: boolean
  /** `SAVE10` and `save10` are two codes. */
  readonly caseSensitive: boolean
  /** A code put on a cart without items is still there when an item comes. */
  readonly emptyCartKeeps: boolean
  /** The shop says why a code takes no effect. */
  readonly typedErrors: boolean
  /** The cart keeps attributes. */
  readonly attributes: boolean
}

/** The shop system behind the storefront. A platform without a cart API leaves all optional members out. */
export interface Platform {
  readonly name: string
  readonly capabilities?: Capabilities | undefined
  /** Paths, without a locale prefix, that lead to checkout. */
  readonly checkoutPath: RegExp
  /** Required with `read`: the id of the shopper's cart without a request, `''` while there is none. */
  readonly cartId?: (() => string) | undefined
  /** Rejects with a `DiscountKeeperError`; its code `COOL_DOWN` means: leave the shop alone for minutes. */
  readonly read?: (() => Promise<Cart>) | undefined
  readonly write?: ((change: CartChange) => Promise<Cart>) | undefined
  /** Has the shop remember codes for this visit without making a cart; answers the cart as it stands. */
  readonly visit?: ((codes: readonly string[]) => Promise<Cart>) | undefined
  /** Calls back when the storefront may have changed the cart, without polling, until `stop` aborts. */
  readonly watch?: ((changed: (signal: CartSignal) => void, stop: AbortSignal) => void) | undefined
  /** Tells the theme's own cart UI that the cart changed. */
  readonly refresh?: ((cart: Cart) => void) | undefined
  /** The most codes that one order takes; what is more is not sent. */
  readonly limits?: { readonly codes: number } | undefined
  /** True where nothing may be written, such as a theme editor. */
  readonly inert?: (() => boolean) | undefined
  /** The page's own consent source, where it has one. */
  readonly consent?: (() => ConsentSource | undefined) | undefined
}

/** A platform whose larger part is brought once there is something to keep. */
export interface LazyPlatform extends Pick<Platform, 'name' | 'inert'> {
  readonly load: () => Promise<Platform>
}
