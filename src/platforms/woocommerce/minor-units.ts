import { currencyDigits } from '../../currency-digits.js'

/**
 * Reads the shop's amounts as minor units of the currency. The shop counts in decimals of its own choice: two for yen where
 * nobody has said otherwise.
 */
export const minorUnits = (currency: string, decimals: number): ((amount: unknown) => number) => {
  const factor = 10 ** ((currencyDigits(currency) ?? decimals) - decimals)
  return (amount) => Math.round(Number(amount ?? 0) * factor)
}
