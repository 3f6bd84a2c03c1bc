import type { Offer } from './types.js'

const isTime = (value: unknown): boolean =>
  (value ?? undefined) === undefined || Number.isFinite(value)

const isOffer = (value: Offer | undefined): boolean =>
  !!value?.id &&
  [value.id, value.base].every((text) => typeof text === 'string') &&
  [value.startsAt, value.endsAt].every(isTime)

/** The first offer in force, or undefined. Throws a `TypeError` where one of them is no offer. */
export const chooseOffer = (
  found: Offer | readonly Offer[] | undefined,
  now: number,
): Offer | undefined => {
  const offers = Array.isArray(found) ? found : found ? [found] : []
  if (!offers.every(isOffer))
    throw new TypeError('findOffers answered something without an id, a base or readable dates.')
  return offers.find(
    ({ startsAt, endsAt }) => (startsAt ?? -Infinity) <= now && now < (endsAt ?? Infinity),
  )
}
