import type { EarlierSales } from './earlier-sales.js'
import { createTally, toDecimal } from './money.js'
import type { SettledPayout, SettledRate } from './settle-payout.js'
import type { Tiers } from './payout.js'
import type { Sale } from './types.js'

/** What a sale earns, in integer minor units of its currency, and how that came about, in words. */
export interface Earned {
  readonly amount: number
  readonly words: string
}

/** What a sale is paid by. */
export interface EarnOptions {
  readonly payout: SettledPayout
  /** Which figure climbs the ladder of `payout.steps`. */
  readonly by?: Tiers['by'] | undefined
  /** Of the same publisher and offer. */
  readonly earlier: readonly EarlierSales[]
}

/** The rate of the highest step that is reached, undefined where none is. */
const tierOf = (sale: Sale, { by, earlier, payout }: EarnOptions) => {
  const figures = { sale: sale.amount, sales: 1, revenue: sale.amount }
  for (const { amount, currency, sales } of earlier) {
    figures.sales += sales
    if (currency === sale.currency.toUpperCase()) figures.revenue += amount
  }
  return payout.steps
    .filter(({ from }) => by && from <= figures[by])
    .sort((one, other) => other.from - one.from)[0]
}

/**
 * Items in a catalogue with a rate of its own earn that rate, the rest the percentage of the payout or of its tier; then
 * what is fixed, and no more than the maximum. Shares are summed up exactly and rounded once, halves up.
 */
export const earn = (sale: Sale, options: EarnOptions): Earned => {
  const { payout } = options
  const tier = tierOf(sale, options)
  const { fixed, percentage }: SettledRate = { ...payout, ...tier }
  const show = (minor: number): string => `${toDecimal(minor, sale.currency)} ${sale.currency}`

  const tally = createTally()
  const words: string[] = []
  let rest = sale.amount
  for (const { amount, catalogues, quantity } of sale.lines ?? []) {
    const [catalogue, rate] = payout.rates.find(([name]) => catalogues?.includes(name)) ?? []
    if (rate) {
      rest -= amount
      tally.share(amount, rate.percentage)
      tally.add(rate.fixed * quantity)
      words.push(`rate of ${catalogue} on ${show(amount)}`)
    }
  }
  const base = Math.max(rest, 0)
  tally.share(base, percentage)
  tally.add(fixed)
  if (base) words.unshift(`${percentage} % of ${show(base)}${tier ? ' by tier' : ''}`)
  if (fixed) words.push(`${show(fixed)} fixed`)
  const total = tally.total()
  return total > payout.maximum
    ? { amount: payout.maximum, words: `${words.join(' + ')}, at most ${show(payout.maximum)}` }
    : { amount: total, words: words.join(' + ') }
}
