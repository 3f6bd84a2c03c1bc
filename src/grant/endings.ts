import { hasCode } from '../has-code.js'
import type { Change, Entry } from './entry.js'
import { findSame, isLive } from './entry.js'

/** The shopper took off the code, or what the word promised; `tombstone` stands for a code that was not one of ours. */
export const removed =
  (tombstone: Entry): Change =>
  (entries) => {
    const isMeant = ({ code, promise }: Entry): boolean =>
      hasCode([code, promise?.discount ?? ''], tombstone.code)
    const meant = entries.filter(isMeant)
    return [
      ...entries.filter((entry) => !isMeant(entry)),
      ...(meant.length ? meant : [tombstone]).map((entry): Entry => {
        return { ...tombstone, ...entry, status: 'removed' }
      }),
    ]
  }

/** An order, by as much as a thank-you page knows of it. */
export interface Order {
  readonly orderId: string
  /** The codes it used, where the page knows; else those that the cart honoured. */
  readonly codes?: readonly string[] | undefined
}

/**
 * The order used these codes, or without a list all that its cart honoured; where no cart can be read, all of `begun` that have a code. Counts
 * once for each order.
 */
export const consumed =
  ({ orderId, codes }: Order, begun?: readonly Entry[]): Change =>
  (entries) => {
    const live = entries.filter(isLive)
    const honoured = live.filter(
      ({ status, cart }) => status === 'applied' || (status === 'held' && cart),
    )
    const used = codes
      ? live.filter((entry) => hasCode(codes, entry.code))
      : begun
        ? live.filter((entry) => entry.code && findSame(begun, entry))
        : honoured
    return entries.some(({ order }) => order === orderId)
      ? entries
      : entries.map((entry): Entry =>
          used.includes(entry)
            ? { ...entry, status: 'consumed', cart: undefined, order: orderId }
            : entry,
        )
  }
