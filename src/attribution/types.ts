import type { ConversionStatus, Payout } from './payout.js'

/** How a coupon's text is compared with the code of an order. All modes compare without case, in ASCII. */
export type MatchMode = 'exact' | 'prefix' | 'suffix' | 'contains' | 'glob' | 'regex'

/** A coupon as the merchant writes it down. */
export interface CouponRow {
  readonly code: string
  /** Default `exact`. */
  readonly match?: MatchMode | undefined
  /** The offer or campaign it belongs to. */
  readonly offer: string
  /** Whose it is. A coupon without publisher is general: it sets the payout, and the link says whom to pay. */
  readonly publisher?: string | undefined
  /** Milliseconds since 1970, or anything `Date.parse` understands. */
  readonly startsAt?: number | string | undefined
  readonly endsAt?: number | string | undefined
  /** For the team alone. */
  readonly note?: string | undefined
  /** What the shopper is told, such as `20 % off`. */
  readonly discountText?: string | undefined
  /** Its own commission. Without it the payout applies that offer and publisher have anyway. */
  readonly payout?: Payout | undefined
}

/** A coupon that was checked. Times are milliseconds since 1970. */
export interface Coupon extends Omit<CouponRow, 'startsAt' | 'endsAt' | 'match'> {
  readonly match: MatchMode
  readonly startsAt?: number | undefined
  readonly endsAt?: number | undefined
  /** Its place in the list, from 0. */
  readonly row: number
}

/** Part of an order. Amounts are integer minor units of the order's currency. */
export interface SaleLine {
  readonly id: string
  readonly quantity: number
  /** Paid for all pieces, discounts taken off, without tax and shipping. */
  readonly amount: number
  /** Where the shop files it: collections, categories, types. */
  readonly catalogues?: readonly string[] | undefined
}

/** One order, in one shape whichever way it was heard of. Amounts are integer minor units of its currency. */
export interface Sale {
  readonly orderId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** ISO 4217. */
  readonly currency: string
  /** Paid for the items, discounts taken off, without tax and shipping. */
  readonly amount: number
  /** Taken off by discounts. */
  readonly discount: number
  /** The codes it used, in the order's own order. */
  readonly codes: readonly string[]
  /** The affiliate that a link named, as cart attributes or the page remember it. */
  readonly ref?: string | undefined
  /** Others that laid claim to the sale after that one: hidden visits of coupon extensions, for example. */
  readonly rivals?: readonly string[] | undefined
  /** When that link was followed; milliseconds since 1970. */
  readonly refAt?: number | undefined
  /** When the shopper came by a code; milliseconds since 1970. */
  readonly codeAt?: number | undefined
  readonly lines?: readonly SaleLine[] | undefined
  /** ISO 3166, two letters. */
  readonly country?: string | undefined
  readonly customer?: string | undefined
  readonly isNewCustomer?: boolean | undefined
  /** The goal that this sale reaches, where the merchant counts goals. */
  readonly goal?: string | undefined
}

/** Who is paid for a sale, what, and why. */
export interface Attribution {
  /** Absent where nobody earned the sale. */
  readonly publisher?: string | undefined
  readonly by?: 'link' | 'coupon' | undefined
  /** The coupon that was used, also where the link decided. */
  readonly coupon?: Coupon | undefined
  /** The code of the order that the coupon was found by. */
  readonly code?: string | undefined
  readonly offer?: string | undefined
  /** What the commission was reckoned by. */
  readonly payout?: Payout | undefined
  /** Integer minor units of the sale's currency; 0 where nothing is due. */
  readonly commission: number
  readonly status: ConversionStatus
  /**
   * `high` link and coupon agree, or an exact coupon of one publisher alone · `medium` a link alone, a pattern, or a shared coupon
   * of the link's publisher · `low` they disagree, nobody tells who of a shared coupon, or others laid claim to it.
   */
  readonly confidence: 'high' | 'medium' | 'low'
  /** In words, for people: which evidence decided and how the commission came about. */
  readonly reason: string
}

/** A sale with its attribution: what is stored, reported and posted back. */
export interface Conversion extends Sale, Attribution {}
