import type { Change, Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import type { Cart, CartCode, Reason } from '../types.js'

/** Reasons that no change of the cart can mend. */
const FINAL = /NOT_FOUND|USAGE_LIMIT/

/** What was honoured on this same cart and is gone, the shopper removed. */
export const missed =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) =>
      isLive(entry) && entry.cart === cart.id && !entry.reason && !find(cart.codes, entry.code)
        ? { ...entry, status: 'removed', cart: undefined }
        : entry,
    )

// Asked for and not there: some engines drop codes without a word
const reasonOf = (found: CartCode | undefined, { codes }: Cart): Reason | undefined =>
  found?.applicable || !codes ? undefined : (found?.reason ?? 'UNKNOWN')

const statusOf = (entry: Entry, cart: Cart): Entry => {
  const found = find(cart.codes, entry.code)
  if (!isLive(entry)) return found && entry.cart === cart.id ? entry : { ...entry, cart: undefined }
  const reason = cart.itemCount ? reasonOf(found, cart) : undefined
  const on: Entry = { ...entry, status: 'waiting', reason, cart: found && cart.id }
  if (!cart.itemCount) return { ...on, status: 'held' }
  if (reason) return FINAL.test(reason) ? { ...on, status: 'rejected' } : on
  if (cart.discount > 0) return { ...on, status: 'applied' }
  return found ? on : { ...on, status: 'held' }
}

/** Every entry with the status that the cart, re-read, gives it. */
export const observe =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) => statusOf(entry, cart))
