/** What the shop's owner has set up for one code. */
export interface Coupon {
  /** Percent off the original price. */
  readonly percent: number
  /** Minor units. */
  readonly minimum?: number
  /** The only one on its cart. */
  readonly isIndividual?: boolean
  /** For other products than those of this shop. */
  readonly isElsewhere?: boolean
  /** Only for this address, which the checkout asks for. */
  readonly email?: string
  /** Uses left, in total. */
  uses?: number
  /** Uses left for one customer: the checkout finds out. */
  readonly usesEach?: number
  /** A plugin's: WooCommerce itself has no start date. */
  isEarly?: boolean
  isExpired?: boolean
}

/** One shopper's session, which has one cart after another. */
export interface Session {
  readonly id: string
  items: number
  /** In lower case. */
  coupons: readonly string[]
  /** What the companion plugin keeps. */
  cc: Readonly<Record<string, string>>
  /** Messages that are told with the next cart, once. */
  notices: readonly string[]
  email?: string
}

export interface WooOrder {
  readonly coupons: readonly string[]
  readonly total: number
  /** Order meta that the companion plugin writes. */
  readonly meta: Readonly<Record<string, string>>
}

export interface WooRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly nonce: string | undefined
  readonly token: string | undefined
}

export interface WooShopState {
  readonly coupons: Map<string, Coupon>
  readonly sessions: Map<string, Session>
  readonly orders: WooOrder[]
  /** Of the Store API, in the order of arrival. */
  readonly requests: WooRequest[]
  /** What no client may do, though the shop puts up with it. */
  readonly violations: string[]
  /** Changes of it make all that were given out invalid. */
  nonce: string
  /** The companion plugin is active. */
  hasPlugin: boolean
}
