export type * from './platform.js'

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
