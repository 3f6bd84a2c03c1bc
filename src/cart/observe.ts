import type { Change, Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import { isSame } from '../is-same.js'
import type { Cart, CartChange, CartCode, Reason } from '../types.js'

/** Reasons that no change of the cart can mend. */
const FINAL = /NOT_FOUND|USAGE_LIMIT/

/** What was honoured on this same cart and is gone, the shopper removed. */
export const missed =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) =>
      isLive(entry) &&
      entry.cart === cart.id &&
      !entry.reason &&
      cart.codes &&
      !find(cart.codes, entry.code)
        ? { ...entry, status: 'removed', cart: undefined }
        : entry,
    )

// asked for and not there: what the shop said as it refused stands, and some drop codes without a word
const reasonOf = (known: CartCode | Entry | undefined): Reason => known?.reason ?? 'UNKNOWN'

const onCart = (entry: Entry, cart: Cart, found: CartCode | undefined): Entry => {
  const known = found ?? (entry.cart === cart.id ? entry : undefined)
  const reason = found?.applicable || !cart.codes ? undefined : reasonOf(known)
  const on: Entry = { ...entry, status: 'held', reason, cart: known && cart.id }
  if (reason) return { ...on, status: FINAL.test(reason) ? 'rejected' : 'waiting' }
  if (!found) return on
  return { ...on, status: cart.discount > 0 ? 'applied' : 'waiting' }
}

const statusOf = (entry: Entry, cart: Cart): Entry => {
  const found = find(cart.codes, entry.code)
  const isOurs = entry.cart === cart.id
  if (!isLive(entry)) return found && isOurs ? entry : { ...entry, cart: undefined }
  if (cart.itemCount) return onCart(entry, cart, found)
  const held: Entry = { ...entry, status: 'held', reason: undefined }
  // which cart last honoured it is remembered: an order may have taken that cart away
  return entry.reason || (isOurs && !found) ? { ...held, cart: undefined } : held
}

/** A code that is over and came onto a new cart with the shop's memory of the visit is one of ours there. */
export const cameAlong =
  (cart: Cart, told = ''): Change =>
  (entries) =>
    entries.map((entry) =>
      !isLive(entry) && isSame(entry.code, told) && find(cart.codes, told)
        ? { ...entry, cart: cart.id }
        : entry,
    )

/**
 * What a write of ours has put on the cart is ours there, also if it lost its place meanwhile; so is what was written and is
 * not there.
 */
export const placed =
  ({ codes = [] }: CartChange, before: Cart, after: Cart): Change =>
  (entries) =>
    entries.map((entry) => {
      const isWritten = isLive(entry) && codes.some((code) => isSame(code, entry.code))
      const isThere = find(after.codes, entry.code)
      const isNew = isThere ? !find(before.codes, entry.code) : isWritten
      return isNew ? { ...entry, cart: after.id } : entry
    })

/** Every entry with the status that the cart, re-read, gives it. */
export const observe =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) => statusOf(entry, cart))
