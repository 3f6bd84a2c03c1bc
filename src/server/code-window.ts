import type { Offer } from './types.js'

export interface CodeWindow {
  /** Which window it is; the codes of another one are others. */
  readonly index: number
  /** Milliseconds since 1970. */
  readonly startsAt: number
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

const HOUR = 3_600_000

export interface CodeWindowOptions {
  readonly now: number
  readonly codeHours: number
  readonly offer: Offer
}

/**
 * The time a code is good for: from the start of this window to the end of the next, so that whoever asks in one window
 * gets the same code and has it for a whole window at least. Never outside the offer's own dates.
 */
export const codeWindow = ({ now, codeHours, offer }: CodeWindowOptions): CodeWindow => {
  const length = codeHours * HOUR
  const index = Math.floor(now / length)
  return {
    index,
    startsAt: Math.max(Math.round(index * length), offer.startsAt ?? -Infinity),
    endsAt: Math.min(Math.round((index + 2) * length), offer.endsAt ?? Infinity),
  }
}
