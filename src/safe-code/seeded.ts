import type { Entry } from '../grant/entry.js'
import { findSame, isLive } from '../grant/entry.js'
import { LOST } from '../grant/stacking.js'

/** 128 random bits; `crypto.randomUUID` is not on pages without https. */
const newSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** What a ref alone stands for is not known before it has a code: until then it takes nobody's place. */
export const isVague = ({ code, promise }: Entry): boolean =>
  !!promise && !code && !promise.discount && !promise.token

/**
 * A promise with what its codes are asked for by. Promised again, it goes on with the same code for the same checkout; what an
 * order has used, or the shop refused, begins anew. Other grants stay as they are.
 */
export const seeded = (entry: Entry, held: readonly Entry[]): Entry => {
  if (!entry.promise) return entry
  const known = findSame(held, entry)
  const isOver = !known || known.status === 'consumed'
  const isRefused = known && known.status === 'rejected' && known.reason !== LOST
  if (isOver || isRefused) return { ...entry, seed: newSeed() }
  const { checkout, code, endsAt, seed, status } = known
  if (!isLive(known)) return { ...entry, seed, checkout }
  // what has no code is not looked for anew on the cart
  return { ...entry, code, seed, checkout, endsAt, status: code ? entry.status : status }
}
