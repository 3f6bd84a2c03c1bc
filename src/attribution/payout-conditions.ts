import type { Payout } from './payout.js'
import type { Conversion, Sale } from './types.js'

const countryFault = ({ countries }: Payout, { country = '' }: Sale): string | undefined => {
  const isIn = (list: readonly string[]): boolean =>
    list.some((one) => one.toUpperCase() === country.toUpperCase())
  const { allowed, disallowed } = countries ?? {}
  if (!allowed && !disallowed) return undefined
  if (!country) return 'the country is not known'
  return (allowed && !isIn(allowed)) || (disallowed && isIn(disallowed))
    ? `${country.toUpperCase()} is not paid for`
    : undefined
}

/** Why a payout does not pay for a sale, in words; undefined where it does. What is not known does not fulfil a condition. */
export const payoutFault = (
  payout: Payout,
  sale: Sale,
  history: readonly Conversion[],
): string | undefined => {
  if (payout.newCustomersOnly && !sale.isNewCustomer) return 'only new customers are paid for'
  const wasPaid = (earlier: Conversion): boolean =>
    earlier.customer === sale.customer && earlier.commission > 0
  if (payout.span === 'one-time' && sale.customer !== undefined && history.some(wasPaid))
    return 'this customer was paid for before'
  return countryFault(payout, sale)
}
