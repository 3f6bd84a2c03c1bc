import type { MinterOptions } from '../../../../src/server/minters/create-minter.js'
import type { Minter } from '../../../../src/server/types.js'

/** A shop with base discounts, and a way to make codes there. */
export interface ShopUnderTest {
  /** A minter of a process of its own. */
  readonly openMinter: (options?: MinterOptions) => Minter
  /** Reaches the shop. @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** What gives access to the shop. */
  readonly secrets: readonly string[]
  /** Base discounts in the minter's own terms. */
  readonly bases: {
    /** 20 % off, without an end. */
    readonly open: string
    /** Ended long ago. */
    readonly ended: string
    /** Ends at `endOfEnding`, in about half an hour. */
    readonly ending: string
    /** As special as the shop allows: limits, items, minimum, places beside others. */
    readonly special: string
  }
  readonly endOfEnding: number
  /** All that decides what a discount is worth, for what, and beside what others; not its code, times and uses. */
  readonly terms: (base: string) => Promise<unknown>
  /** Everything that the shop keeps of a code, as text; one for each discount that has it. */
  readonly find: (code: string) => Promise<readonly string[]>
  /** When the code ends, in milliseconds since 1970. */
  readonly endOf: (code: string) => Promise<number>
  /** Somebody puts an item of 50.00 in the cart, types the code, and buys: what was taken off, in minor units. */
  readonly buy: (code: string) => Promise<number>
  readonly close?: (() => Promise<void>) | undefined
}
