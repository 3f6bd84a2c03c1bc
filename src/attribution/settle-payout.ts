import { toMinorUnits } from './money.js'
import type { Amount, Percentage } from './money.js'
import type { Payout } from './payout.js'

/** Answers an amount in minor units of another currency, as an integer; undefined where it does not know the way. */
export type Convert = (minor: number, from: string, to: string) => number | undefined

/** A rate whose amounts are integer minor units of the sale's currency. */
export interface SettledRate {
  readonly percentage: Percentage
  readonly fixed: number
}

/** A payout in the currency of one sale: every amount in integer minor units of it. */
export interface SettledPayout extends SettledRate {
  readonly maximum: number
  readonly steps: readonly (Partial<SettledRate> & { readonly from: number })[]
  readonly rates: readonly (readonly [catalogue: string, rate: SettledRate])[]
  readonly goals: readonly (readonly [goal: string, amount: number])[]
}

/** The payout in that currency; undefined where one of its amounts has no place there. */
export const settlePayout = (
  payout: Payout,
  currency: string,
  convert?: Convert,
): SettledPayout | undefined => {
  const own = (payout.currency ?? currency).toUpperCase()
  let isWhole = true
  const settle = (amount: Amount): number => {
    const minor = toMinorUnits(amount, own)
    const settled =
      minor && own !== currency.toUpperCase() ? convert?.(minor, own, currency) : minor
    isWhole &&= Number.isSafeInteger(settled)
    return settled ?? 0
  }
  const settled: SettledPayout = {
    percentage: payout.percentage ?? 0,
    fixed: settle(payout.fixed ?? 0),
    maximum: payout.maximum === undefined ? Infinity : settle(payout.maximum),
    steps: (payout.tiers?.steps ?? []).map(({ from, fixed, percentage }) => ({
      from: payout.tiers?.by === 'sales' ? Number(from) : settle(from),
      ...(percentage !== undefined && { percentage }),
      ...(fixed !== undefined && { fixed: settle(fixed) }),
    })),
    rates: Object.entries(payout.rates ?? {}).map(
      ([catalogue, { fixedEach = 0, percentage = 0 }]) =>
        [catalogue, { percentage, fixed: settle(fixedEach) }] as const,
    ),
    goals: Object.entries(payout.goals ?? {}).map(
      ([goal, amount]) => [goal, settle(amount)] as const,
    ),
  }
  return isWhole ? settled : undefined
}
