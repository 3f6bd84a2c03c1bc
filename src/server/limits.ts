/** The part of a `RateLimiterAbstract` of rate-limiter-flexible that is used: rejects when a key has had its share. */
export interface Limiter {
  readonly consume: (key: string) => Promise<unknown>
}

/** So many requests in so many seconds, counted in this process; or a limiter that several workers share. */
export type Limit = { readonly points: number; readonly seconds: number } | Limiter

export interface LimitOptions {
  /**
   * The address a request came from, as only the merchant's server knows it: the socket's, or the header that the
   * merchant's own proxy sets. Without it there is no limit per address.
   */
  readonly clientIp?: ((request: Request) => string | undefined) | undefined
  /** Per /24 of IPv4 and /48 of IPv6. @default { points: 60, seconds: 600 } */
  readonly address?: Limit | undefined
  /** Per `offer.affiliate`. @default { points: 2000, seconds: 3600 } */
  readonly affiliate?: Limit | undefined
  /** Per `offer.id`. @default { points: 1000, seconds: 3600 } */
  readonly offer?: Limit | undefined
}
