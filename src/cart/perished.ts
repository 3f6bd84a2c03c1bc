import type { Change, Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import type { Cart } from '../types.js'
import { basisOf } from './basis-of.js'

/** How far a shop's clock may be behind the shopper's, in milliseconds. */
const LAG = 300_000

/** What was known when the cart was read before. */
export interface Before {
  readonly cart?: string | undefined
  readonly basis?: string | undefined
  /** The entries as they were then, with the times of their terms. */
  readonly entries: readonly Entry[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The same cart, as far as the shop says what is in it. */
const isUnchanged = (cart: Cart, { basis, cart: id }: Before): boolean =>
  id === cart.id && cart.contents !== undefined && basis === basisOf(cart)

/** Whatever takes money off was already honoured beside the code. */
const isNothingNew = ({ codes = [], discount }: Cart, { entries }: Before): boolean => {
  const honoured = codes.filter(({ applicable }) => applicable)
  const known = honoured.filter(({ code }) => find(entries, code)?.status === 'applied')
  const saved = known.reduce((sum, code) => sum + (code.saved ?? 0), 0)
  return known.length === honoured.length && saved === discount
}

/** Also by the clock of the shop. */
const hasSurelyStarted = ({ startsAt = Infinity }: Entry, { now }: Before): boolean =>
  now >= startsAt + LAG

/**
 * Ends codes that are over at the shop before their time here. A shop that names the reason is believed: what has been in
 * force and is inactive has ended. Where it names none, a code that it honoured is over when it stops honouring it although
 * nothing else changed: a minimum cannot be missed by a cart that stayed as it was, nor can it lose to what was there before.
 * What the shopper typed is theirs, and ends only by a reason.
 */
export const perished =
  (cart: Cart, before: Before): Change =>
  (entries) =>
    entries.map((entry) => {
      const was = find(before.entries, entry.code)
      if (!was || !isLive(entry)) return entry
      const wasHonoured = was.status === 'applied' && was.cart === cart.id
      const hasStarted = wasHonoured || hasSurelyStarted(was, before)
      if (entry.reason === 'DISCOUNT_CURRENTLY_INACTIVE' && hasStarted)
        return { ...entry, status: 'expired' }
      const isUnsaid = entry.reason === 'UNKNOWN' && entry.source !== 'shopper'
      const isOver = wasHonoured && isUnchanged(cart, before) && isNothingNew(cart, before)
      return isUnsaid && isOver ? { ...entry, status: 'rejected' } : entry
    })
