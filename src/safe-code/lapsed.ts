import { digest } from '../cart/digest.js'
import type { Change, Entry } from '../grant/entry.js'
import { isLive } from '../grant/entry.js'

const REFUSED = 'UNKNOWN'

/** What a checkout is known by at the endpoint: the same for every tab, another one with every cart and every new promise. */
export const checkoutOf = ({ seed = '' }: Entry, cartId: string): string =>
  seed + '-' + digest(cartId)

/** Of the link's promise, in force, and still to be made: its code, or the attributes that stand for one. */
export const isUnmade = (entry: Entry): boolean => isLive(entry) && !!entry.promise && !entry.endsAt

/** The same promise, with its code still to be made. */
export const bare = (entry: Entry): Entry => ({
  ...entry,
  code: '',
  status: 'held',
  reason: undefined,
  cart: undefined,
  parked: undefined,
  endsAt: undefined,
})

/** What is left of the code: the cart that holds it has to give it back. */
const leftOver = ({ cart, code, endsAt = 0, grantedAt, source }: Entry): Entry => ({
  code,
  source,
  grantedAt,
  expiresAt: endsAt,
  status: 'expired',
  rev: 0,
  cart,
  stale: true,
})

/** A code that was never made, since the endpoint refused it. */
const isRefused = ({ code, promise, reason, status }: Entry): boolean =>
  !!promise && !code && status === 'rejected' && reason === REFUSED

/**
 * Takes a made code away that has ended, or was made for another checkout; its promise stays. A promise that was refused may
 * be asked for again after its time: an offer may have begun since.
 */
export const lapsed =
  (cartId: string, now: number): Change =>
  (entries) =>
    entries.flatMap((entry) => {
      const { checkout, code, endsAt = 0, promise } = entry
      if (isRefused(entry)) return now < endsAt ? [entry] : [bare(entry)]
      const isMade = isLive(entry) && promise && endsAt
      const isFresh = checkout === checkoutOf(entry, cartId) && now < endsAt
      return isMade && !isFresh ? [...(code ? [leftOver(entry)] : []), bare(entry)] : [entry]
    })

/** What the endpoint made for a checkout. */
export interface Made {
  /** `''` where attributes of the cart stand for it. */
  readonly code: string
  /** Milliseconds since 1970. */
  readonly endsAt: number
  readonly checkout: string
}

/** Gives the promise with this seed its code; one that was left behind before is no left-over any more. */
export const made =
  (seed: string | undefined, { checkout, code, endsAt }: Made): Change =>
  (entries) =>
    entries.map((entry) => {
      if (entry.stale && entry.code === code) return { ...entry, cart: undefined }
      return entry.seed === seed && isUnmade(entry) ? { ...entry, code, checkout, endsAt } : entry
    })

/** The endpoint refused the promise with this seed; it is not asked again before `endsAt`, milliseconds since 1970. */
export const refused =
  (seed: string | undefined, endsAt: number): Change =>
  (entries) =>
    entries.map((entry) =>
      entry.seed === seed && isUnmade(entry)
        ? { ...entry, status: 'rejected', reason: REFUSED, endsAt }
        : entry,
    )
