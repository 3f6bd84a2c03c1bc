/**
 * What the cart says of a grant: `held` known, not on a cart yet · `applied` money off · `waiting` on the cart,
 * condition unmet · `rejected` final · `expired` · `removed` by the shopper · `consumed` by an order.
 */
export type Status =
  | 'held'
  | 'applied'
  | 'waiting'
  | 'rejected'
  | 'expired'
  | 'removed'
  | 'consumed'

/** Shopify's `CartWarningCode` words; `UNKNOWN` where a shop refuses a code without a reason. */
export type Reason =
  | 'DISCOUNT_CODE_NOT_HONOURED'
  | 'DISCOUNT_CURRENTLY_INACTIVE'
  | 'DISCOUNT_CUSTOMER_NOT_ELIGIBLE'
  | 'DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED'
  | 'DISCOUNT_ELIGIBLE_CUSTOMER_MISSING'
  | 'DISCOUNT_INCOMPATIBLE_PURCHASE_TYPE'
  | 'DISCOUNT_NOT_FOUND'
  | 'DISCOUNT_NO_ENTITLED_LINE_ITEMS'
  | 'DISCOUNT_NO_ENTITLED_SHIPPING_LINES'
  | 'DISCOUNT_PURCHASE_NOT_IN_RANGE'
  | 'DISCOUNT_QUANTITY_NOT_IN_RANGE'
  | 'DISCOUNT_USAGE_LIMIT_REACHED'
  | 'UNKNOWN'

/** Where a grant came from: a link, the shopper's own hand, another script's storage or cart, or `expiry.alternative`. */
export type Source = 'link' | 'shopper' | 'found' | 'alternative'

/** How long what a layer keeps can be counted on: kept by the shop, by this browser, for this visit, for this page. */
export type Durability = 'server' | 'browser' | 'session' | 'memory'

/**
 * What a link said in place of a working code, where the shop makes one for each checkout (`safeCodes`): a word, a signed
 * token, who sent the shopper. It is told to the endpoint of that option and to nobody else.
 */
export interface LinkPromise {
  readonly discount?: string | undefined
  readonly token?: string | undefined
  readonly ref?: string | undefined
}

/** A promise to the shopper. Times are milliseconds since 1970. */
export interface Grant {
  /** Exactly as it came; `''` while a safe code is still to be made. */
  readonly code: string
  /** What the link said, where the code is made for each checkout. */
  readonly promise?: LinkPromise | undefined
  readonly source: Source
  readonly grantedAt: number
  readonly expiresAt: number
  /** Where its terms are known: it is kept, and goes nowhere before. */
  readonly startsAt?: number | undefined
  readonly status: Status
  readonly reason?: Reason | undefined
}

/** What is known of a discount, from the shop or from the merchant. Money in minor units of the presentment currency. */
export interface CodeTerms {
  /** 10 for ten per cent off every item it applies to. */
  readonly percentage?: number | undefined
  /** Taken off each item. */
  readonly amountEach?: number | undefined
  /** Taken off the whole order. */
  readonly amountOff?: number | undefined
  /** The least that must be in the cart. */
  readonly minimum?: number | undefined
  /** Milliseconds since 1970, or anything `Date.parse` understands. */
  readonly startsAt?: number | string | undefined
  readonly endsAt?: number | string | undefined
  /** It applies to every product. Where false or unknown, `price()` answers undefined. */
  readonly everyProduct?: boolean | undefined
}

/**
 * What a shopper may be told of one code. `upcoming` starts later · `expiring` is in force and near its end · `ended`
 * and `rejected` happened on this page · all others as `Status` has them.
 */
export interface Notice {
  readonly code: string
  readonly state: 'held' | 'applied' | 'waiting' | 'upcoming' | 'expiring' | 'ended' | 'rejected'
  readonly reason?: Reason | undefined
  /** Taken off the cart by this code, minor units; absent where the cart does not say. */
  readonly saved?: number | undefined
  /** Still to be spent, minor units; absent where the terms or the cart are not known. */
  readonly missing?: number | undefined
  readonly currency?: string | undefined
  /** How many decimals the amounts have, where the shop counts otherwise than the currency. */
  readonly decimals?: number | undefined
  /** Milliseconds since 1970. */
  readonly startsAt?: number | undefined
  readonly endsAt?: number | undefined
  /** The code that took the place of one that ended or was refused. */
  readonly alternative?: string | undefined
}

/** The affiliate who sent the shopper. Times are milliseconds since 1970. */
export interface Ref {
  readonly ref: string
  readonly grantedAt: number
  readonly expiresAt: number
}

/** What one URL says. Every value has passed the gate. */
export interface Landing {
  readonly codes: readonly string[]
  readonly ref?: string | undefined
  /** Signed, and opaque to the browser. */
  readonly token?: string | undefined
}

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
