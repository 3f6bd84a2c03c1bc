import { addressPrefix } from './address-prefix.js'
import type { Limit, Limiter, LimitOptions } from './limits.js'
import { memoryLimiter } from './memory-limiter.js'
import type { Offer } from './types.js'
import type { Verdict } from './verdicts.js'
import { later, unavailable } from './verdicts.js'
import { wrongOption } from './wrong-option.js'

export interface Limits {
  /** The verdict where an address has had its share, else undefined. */
  readonly checkAddress: (request: Request) => Promise<Verdict | undefined>
  /** The verdict where an offer or its affiliate has had its share, else undefined. */
  readonly checkOffer: (offer: Offer) => Promise<Verdict | undefined>
}

/** Seconds, for limiters that do not say when. */
const A_MINUTE = 60

const isCount = (value: unknown): boolean => Number.isFinite(value) && Number(value) > 0

const isLimiter = (limit: Limit): limit is Limiter =>
  typeof limit === 'object' && 'consume' in limit

const toLimiter = (name: string, limit: Limit): Limiter => {
  if (isLimiter(limit)) return limit
  const { points, seconds } = limit
  if (isCount(points) && isCount(seconds)) return memoryLimiter(points, seconds)
  throw wrongOption(`limits.${name}`, '{ points, seconds } or a limiter', limit)
}

/** Seconds until a limiter that rejected with this takes requests again. */
const waitOf = (rejection: unknown): number =>
  typeof rejection === 'object' && rejection && 'msBeforeNext' in rejection
    ? Math.max(1, Math.ceil(Number(rejection.msBeforeNext) / 1000)) || A_MINUTE
    : A_MINUTE

const consume = (limiter: Limiter, key: string): Promise<Verdict | undefined> =>
  limiter.consume(key).then(
    () => undefined,
    (rejection: unknown) =>
      // an error is the store that failed: nobody knows what it would have said
      rejection instanceof Error
        ? unavailable('A limiter failed.', rejection)
        : later(waitOf(rejection), `${key} has had its share.`),
  )

/**
 * The limits of one handler. The one per address comes first; those per offer and affiliate count what was found, not
 * what was asked: made-up names neither get around them nor fill a store.
 */
export const createLimits = (options: LimitOptions = {}): Limits => {
  const { clientIp } = options
  const address = toLimiter('address', options.address ?? { points: 60, seconds: 600 })
  const affiliate = toLimiter('affiliate', options.affiliate ?? { points: 2000, seconds: 3600 })
  const offers = toLimiter('offer', options.offer ?? { points: 1000, seconds: 3600 })
  if ((options.address ?? clientIp) && typeof clientIp !== 'function')
    throw wrongOption('limits.clientIp', 'a function', clientIp)
  return {
    checkAddress: async (request) =>
      clientIp && consume(address, `address:${addressPrefix(clientIp(request))}`),
    checkOffer: async (offer) =>
      (offer.affiliate && (await consume(affiliate, `affiliate:${offer.affiliate}`))) ||
      consume(offers, `offer:${offer.id}`),
  }
}
