import type { Capabilities, Platform, Reason } from '../../../src/types.js'

/**
 * What a request meets. `foreign-origin`: the shop does what was asked, and the browser withholds the answer. `hung-body`: the
 * answer begins and never ends.
 */
export type FaultKind = 'offline' | '429' | '500' | 'html' | 'hang' | 'hung-body' | 'foreign-origin'

/**
 * One shopper in one shop, seeded with product TEE at 50.00 and the codes CREATOR20 (20 %), EXTRA10 (10 %), EXPIRED,
 * FUTURE (starts in 5 days), ONCE (used up), MIN100 (from 100.00) and SOLO30 (30 %, beside no other code); NOPE is unknown.
 * What the storefront does has been told to watchers of the platform when its promise resolves.
 */
export interface ShopUnderTest {
  /** The platform, on a page of this shopper. */
  readonly platform: Platform
  /** What the storefront itself does, with its own requests. */
  readonly addItem: () => Promise<void>
  readonly emptyCart: () => Promise<void>
  readonly typeCode: (code: string) => Promise<void>
  readonly dropCode: (code: string) => Promise<void>
  /** The code dies at the shop, now. */
  readonly endCode: (code: string) => Promise<void>
  /** The shop forgets the session or cart. */
  readonly loseCart: () => Promise<void>
  /** Requests of the platform fail in this way until it is called with nothing. Absent where it sends none. */
  readonly fault?: ((kind?: FaultKind) => void) | undefined
  readonly close: () => Promise<void>
}

/** Why a code is refused, by what is wrong with it. */
export interface Reasons {
  readonly unknown: Reason
  readonly expired: Reason
  readonly future: Reason
  readonly limit: Reason
  readonly minimum: Reason
  /** Of a code that dies on the cart. @default that of an expired one */
  readonly died?: Reason
  /** Of a code that does not stand beside the one on the cart. @default 'UNKNOWN' */
  readonly beside?: Reason
}

/** Where shops differ. */
export interface ShopTraits {
  readonly capabilities: Capabilities
  readonly reasons: Reasons
}

export interface ConformanceOptions extends ShopTraits {
  /** A new shopper, without a cart. */
  readonly open: () => Promise<ShopUnderTest>
  /** Milliseconds a case may take: a live engine is slow under load. @default 30_000 */
  readonly timeout?: number
  /** Cases that cannot happen in this shop, by title, each with a sentence that says why. */
  readonly without?: Readonly<Record<string, string>>
}
