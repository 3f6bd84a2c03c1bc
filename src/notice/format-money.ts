// The browsers' own tables round to what people pay in cash: 1000 of Hungary's minor units are 10.00, they would say 1000.
const DIGITS: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

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
  const [digits] = DIGITS.find(([, codes]) => codes.includes(currency.toUpperCase())) ?? [2]
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
