import type { Events } from './events.js'
import type { Order } from './grant/endings.js'
import type { Inspection } from './inspect.js'
import type { Grant, Notice, Reason, Ref, Status } from './types.js'

export interface Applied {
  /** Absent where the code did not pass the gate. */
  readonly grant?: Grant | undefined
  readonly status: Status
  readonly reason?: Reason | undefined
}

/** What `createDiscountKeeper` returns and `window.DiscountKeeper` is. Nothing of it throws into the page. */
export interface DiscountKeeper {
  /** Grants in force, oldest first. */
  readonly grants: readonly Grant[]
  readonly ref: Ref | undefined
  /** What a shopper may be told of each code, oldest first: those in force, those to come, and what ended on this page. */
  readonly notices: readonly Notice[]
  /**
   * What one item at this price costs with the code in force, both in minor units; undefined where that is not certain,
   * never a guess. The discount is rounded to the nearest minor unit, halves up.
   */
  readonly price: (amount: number) => number | undefined
  /** Begins to keep: the URL, then the layers, then the cart. Resolves at `ready`; called again, it reads the URL again. */
  readonly start: () => Promise<void>
  /** Undoes everything `start` did; the layers keep their grants. */
  readonly stop: () => void
  /** A code the shopper typed. Resolves with what the cart said of it. */
  readonly apply: (code: string) => Promise<Applied>
  /** Takes a code off; it stays off until a new link names it. */
  readonly remove: (code: string) => Promise<void>
  /** The order is confirmed: what it used is over. Counts once for each order. */
  readonly consume: (order: Order) => Promise<void>
  /** The URL with the codes on it where it leads to checkout, else as it was. */
  readonly checkoutUrl: (url: string) => string
  /** An absolute link that restores codes and ref on any device; without a URL, to this page. */
  readonly link: (url?: string) => string
  readonly on: Events['on']
  readonly inspect: () => Inspection
}
