import { sumSales } from './earlier-sales.js'
import type { EarlierSales } from './earlier-sales.js'
import { earn } from './earn.js'
import { payoutFault } from './payout-conditions.js'
import { settlePayout } from './settle-payout.js'
import type { Convert } from './settle-payout.js'
import type { ConversionStatus, Payout } from './payout.js'
import type { Conversion, Sale } from './types.js'

/** What a commission is reckoned from, besides sale and payout. */
export interface CommissionOptions {
  /** Earlier conversions of the same publisher and offer. */
  readonly history?: readonly Conversion[] | undefined
  /** What these come to, where a database has summed it up. Default: the sums of `history`. */
  readonly earlier?: readonly EarlierSales[] | undefined
  /** For payouts in another currency than the sale's. */
  readonly convert?: Convert | undefined
}

/** What is due for a sale; `commission` in integer minor units of the sale's currency. */
export interface Commission {
  readonly commission: number
  readonly status: ConversionStatus
  /** In words, for people. */
  readonly reason: string
}

const none = (status: ConversionStatus, reason: string): Commission => ({
  commission: 0,
  status,
  reason,
})

/**
 * What a payout pays for a sale, exactly: rounded once, halves up. `declined` where a condition is not met, `pending` where
 * there is no payout or it has no value in the sale's currency; both with 0. A goal replaces everything else.
 */
export const commissionOf = (
  sale: Sale,
  payout: Payout | undefined,
  options: CommissionOptions = {},
): Commission => {
  const { convert, history = [], earlier = sumSales(history) } = options
  if (!payout) return none('pending', 'no payout is set')
  const fault = payoutFault(payout, sale, history)
  if (fault) return none('declined', fault)
  const settled = settlePayout(payout, sale.currency, convert)
  if (!settled) return none('pending', `the payout has no value in ${sale.currency}`)

  const { status = 'approved', tiers } = payout
  const goal = settled.goals.find(([name]) => name === sale.goal)
  if (goal) return { commission: goal[1], status, reason: `goal ${sale.goal}` }
  const { amount, words } = earn(sale, { payout: settled, by: tiers?.by, earlier })
  return { commission: amount, status, reason: words }
}
