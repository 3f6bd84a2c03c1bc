import { currencyDigits } from '../currency-digits.js'

/** An amount in major units, as some shops tell money, in the minor units of its currency: none for JPY, three digits for KWD. */
export const toMinor = (amount: string | number, currency: string): number =>
  Math.round(Number(amount) * 10 ** (currencyDigits(currency) ?? 2))
