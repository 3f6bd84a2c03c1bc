import type { Key } from './key.js'
import type { LimitOptions } from './limits.js'
import type { Asked, GrantAttributes, GrantOrder, Minter, Offer } from './types.js'

/** What became of one request, for the merchant's log. Holds no code, no key and no token. */
export interface MintReport {
  /** `minted` and `taken` were answered with a code, `granted` with attributes; a `note` is about no request. */
  readonly outcome:
    | 'minted'
    | 'taken'
    | 'granted'
    | 'refused'
    | 'invalid'
    | 'later'
    | 'unavailable'
    | 'prefetch'
    | 'preflight'
    | 'note'
  /** Why, in a sentence; a browser is never told. */
  readonly reason?: string | undefined
  /** The id of the offer. */
  readonly offer?: string | undefined
  /** What a function of the merchant, the minter or a limiter threw. */
  readonly error?: unknown
}

/** Known at once, later, or not at all. */
export type Answered<T> = T | undefined | Promise<T | undefined>

export interface MintOptions {
  /** One or two secrets of at least 32 bytes, the newest first; strings count as UTF-8. The same ones sign links. */
  readonly keys: readonly Key[]
  /** Origins that may ask, such as `https://shop.example`; also the audience of signed links. */
  readonly origins: readonly string[]
  /** The offers behind what was asked; of several the first one in force wins. */
  readonly findOffers: (asked: Asked) => Answered<Offer | readonly Offer[]>
  /** Makes the codes; may be left out where `grant` answers for every offer. */
  readonly minter?: Minter | undefined
  /** For discounts that need no code: the attributes that stand for it, or nothing where the offer needs a code. */
  readonly grant?: ((order: GrantOrder) => Answered<GrantAttributes>) | undefined
  readonly limits?: LimitOptions | undefined
  /** A code ends between one and two times this later, and the next one is another. @default 24 */
  readonly codeHours?: number | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
  /** Hears what became of each request; what it throws is swallowed. */
  readonly tell?: ((report: MintReport) => void) | undefined
}
