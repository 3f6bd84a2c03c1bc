import type { MintOrder } from '../types.js'
import { MintError } from '../errors.js'

/** Milliseconds since 1970. */
export interface Period {
  readonly startsAt: number
  readonly endsAt: number
}

/** When a code may work: as ordered, but never before its base starts or after it ends. Throws where nothing is left of that. */
export const periodOf = (
  { endsAt, offer, startsAt }: MintOrder,
  base: { readonly [Key in keyof Period]?: string | null | undefined },
  now: number,
): Period => {
  const period = {
    startsAt: Math.max(startsAt, base.startsAt ? Date.parse(base.startsAt) : startsAt),
    endsAt: Math.min(endsAt, base.endsAt ? Date.parse(base.endsAt) : endsAt),
  }
  if (period.endsAt > Math.max(now, period.startsAt)) return period
  throw new MintError('MISCONFIGURED', `Offer ${offer.id} has ended, or its base discount has`)
}
