import { isSame } from '../is-same.js'
import type { Change, Entry } from './entry.js'
import { find, isLive } from './entry.js'

/** The shopper took the code off; `tombstone` stands for a code that was not one of ours. */
export const removed =
  (tombstone: Entry): Change =>
  (entries) => [
    ...entries.filter((entry) => !isSame(entry.code, tombstone.code)),
    { ...tombstone, ...find(entries, tombstone.code), status: 'removed' },
  ]

export interface Order {
  readonly orderId: string
  /** The codes it used, where the page knows; else those that the cart honoured. */
  readonly codes?: readonly string[] | undefined
}

/**
 * The order used these codes, or without a list all that its cart honoured; where no cart can be read, all of `begun`. Counts
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
      ? live.filter((entry) => codes.some((code) => isSame(code, entry.code)))
      : begun
        ? live.filter((entry) => find(begun, entry.code))
        : honoured
    return entries.some(({ order }) => order === orderId)
      ? entries
      : entries.map((entry): Entry =>
          used.includes(entry)
            ? { ...entry, status: 'consumed', cart: undefined, order: orderId }
            : entry,
        )
  }
