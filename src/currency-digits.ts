// As the notice counts them: that file stands alone and brings nothing of the keeper.
// The browsers' own tables round to what people pay in cash: 1000 of Hungary's minor units are 10.00, they would say 1000.
const DIGITS: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

/** How many decimals ISO 4217 gives a currency; undefined for what is no code of three letters. */
export const currencyDigits = (currency: string): number | undefined =>
  /^[a-z]{3}$/i.test(currency)
    ? (DIGITS.find(([, codes]) => codes.includes(currency.toUpperCase()))?.[0] ?? 2)
    : undefined
