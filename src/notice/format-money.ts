import { currencyDigits } from '../currency-digits.js'

export interface Unit {
  readonly currency?: string | undefined
  /** How many decimals amounts have. @default as many as ISO 4217 gives the currency */
  readonly decimals?: number | undefined
}

/** An amount as people of that language read it; undefined where that is not known. */
export const formatMoney = (
  amount: number | undefined,
  { currency, decimals }: Unit,
  language: string | undefined,
): string | undefined => {
  if (!currency || !amount) return undefined
  const digits = currencyDigits(currency) ?? 2
  try {
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount / 10 ** (decimals ?? digits))
  } catch {
    // no such currency: no amount is better than a wrong one
    return undefined
  }
}
