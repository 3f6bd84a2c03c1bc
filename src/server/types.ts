/** What a link stands for, known to the server alone. */
export interface Offer {
  readonly id: string
  /**
   * The base discount at the shop, in the minter's own terms (Shopify: code or GID; Vendure, Medusa: promotion id or code;
   * WooCommerce: coupon code). Never sent to a browser.
   */
  readonly base: string
  /** `{FIRSTNAME}`, `{LASTNAME}`, `{DISCOUNT}` and text; a unique suffix always follows. */
  readonly template?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  /** What stands for `{DISCOUNT}`, such as `20OFF`. */
  readonly discount?: string | undefined
  readonly affiliate?: string | undefined
  /** Milliseconds since 1970. */
  readonly startsAt?: number | undefined
  /** Milliseconds since 1970. */
  readonly endsAt?: number | undefined
}

/** One code to make. The same order comes again whenever the same checkout asks again. */
export interface MintOrder {
  readonly code: string
  readonly base: string
  /** Milliseconds since 1970. */
  readonly startsAt: number
  /** Milliseconds since 1970. */
  readonly endsAt: number
  readonly offer: Offer
}

/** Makes one code at the shop that works once. */
export interface Minter {
  readonly name: string
  /** The longest code the shop takes. */
  readonly longest: number
  /**
   * Resolves `'minted'`, or `'taken'` where the shop has the code already: the same checkout asked before. Rejects with a
   * `MintError`.
   */
  readonly mint: (order: MintOrder) => Promise<'minted' | 'taken'>
}

/** What a signed link says, once its signature, audience, purpose and end have been checked. */
export interface LinkClaims {
  readonly ref?: string | undefined
  /** The id of an offer. */
  readonly offer?: string | undefined
  /** Milliseconds since 1970. */
  readonly signedAt: number
  /** Milliseconds since 1970. */
  readonly endsAt?: number | undefined
}

/** What a browser asks with; all of it has the right shape, but only `link` is known to be true. */
export interface Asked {
  /** What `?discount=` said. */
  readonly word?: string | undefined
  readonly ref?: string | undefined
  readonly link?: LinkClaims | undefined
}

/** One promise for a discount that needs no code. */
export interface GrantOrder {
  readonly offer: Offer
  /** The opaque name that the browser gave this checkout. */
  readonly checkout: string
  /** Milliseconds since 1970. */
  readonly startsAt: number
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

/** Cart attributes by name, which the browser writes to the cart as they are. */
export type GrantAttributes = Readonly<Record<string, string>>
