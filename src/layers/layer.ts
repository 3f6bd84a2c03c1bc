import type { Durability } from '../types.js'

/** What a layer is asked to keep: the whole record as text, and the codes in force for places where people read. */
export interface Kept {
  readonly key: string
  /** `''` forgets. */
  readonly text: string
  readonly codes: readonly string[]
  /** Milliseconds since 1970; the layer may forget the text from then on. */
  readonly expiresAt: number
}

/** A place that keeps grants. Any member may throw: the other layers go on. `key` is `cc_discount_code` or `cc_ref`. */
export interface Layer {
  readonly name: string
  readonly durability: Durability
  /** The text now kept; undefined or `''` for nothing. */
  readonly read: (key: string) => string | null | undefined
  /** Throws, rejects, or answers false, where the text could not be kept. */
  readonly write: (kept: Kept) => boolean | void | Promise<unknown>
}
