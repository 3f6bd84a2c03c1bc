import type { Change, Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import { LOST } from '../grant/stacking.js'
import { hasCode } from '../has-code.js'
import type { Cart, CartChange, CartCode, Reason } from '../types.js'

/** Reasons that no change of the cart can mend. */
export const isFinal = (reason: Reason): boolean => /NOT_FOUND|USAGE_LIMIT/.test(reason)

/** What was honoured on this same cart and is gone, the shopper removed. */
export const missed =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) =>
      isLive(entry) &&
      entry.cart === cart.id &&
      !entry.parked &&
      !entry.reason &&
      cart.codes &&
      !find(cart.codes, entry.code)
        ? { ...entry, status: 'removed', cart: undefined }
        : entry,
    )

// asked for and not there: what the shop said as it refused stands, and some drop codes without a word
const reasonOf = (entry: Entry, cart: Cart, found: CartCode | undefined): Reason | undefined => {
  const isKnown = entry.reason === LOST || (!found && entry.cart === cart.id)
  return found?.applicable || !cart.codes
    ? undefined
    : (found?.reason ?? (isKnown ? entry.reason : undefined) ?? 'UNKNOWN')
}

const onCart = (entry: Entry, cart: Cart, found: CartCode | undefined): Entry => {
  const reason = reasonOf(entry, cart, found)
  const isOurs = found || entry.cart === cart.id
  const on: Entry = { ...entry, status: 'held', reason, cart: isOurs ? cart.id : undefined }
  if (reason) return { ...on, status: isFinal(reason) ? 'rejected' : 'waiting' }
  if (!found) return on
  return { ...on, status: cart.discount > 0 ? 'applied' : 'waiting' }
}

const statusOf = (entry: Entry, cart: Cart): Entry => {
  // a promise without a code is nothing yet that a cart knows of
  if (!entry.code) return entry
  const found = find(cart.codes, entry.code)
  const isOurs = entry.cart === cart.id
  if (!isLive(entry)) return found && isOurs ? entry : { ...entry, cart: undefined }
  if (cart.itemCount)
    return entry.parked
      ? { ...entry, status: 'waiting', reason: entry.reason ?? LOST, cart: found && entry.cart }
      : onCart(entry, cart, found)
  const held: Entry = { ...entry, status: 'held', reason: undefined, parked: undefined }
  // which cart last honoured it is remembered: an order may have taken that cart away
  return entry.reason || (isOurs && !found) ? { ...held, cart: undefined } : held
}

/** What lost counts as any other again. */
export const unparked: Change = (entries) =>
  entries.map((entry) => (entry.parked ? { ...entry, parked: undefined } : entry))

/** A code that lost, and that somebody has put on this cart all the same, is the shopper's choice. */
export const takenUp =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) =>
      entry.parked && isLive(entry) && entry.cart !== cart.id && find(cart.codes, entry.code)
        ? { ...entry, source: 'shopper', parked: undefined, cart: cart.id }
        : entry,
    )

/** A code that is over and came onto a new cart with the shop's memory of the visit is one of ours there. */
export const cameAlong =
  (cart: Cart, told: readonly string[]): Change =>
  (entries) =>
    entries.map((entry) =>
      !isLive(entry) && hasCode(told, entry.code) && find(cart.codes, entry.code)
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
      const isWritten = isLive(entry) && hasCode(codes, entry.code)
      const isThere = find(after.codes, entry.code)
      const isNew = isThere ? !find(before.codes, entry.code) : isWritten
      return isNew ? { ...entry, cart: after.id } : entry
    })

/** Every entry with the status that the cart, re-read, gives it. */
export const observe =
  (cart: Cart): Change =>
  (entries) =>
    entries.map((entry) => statusOf(entry, cart))
