import { currencyDigits } from '../currency-digits.js'

/** An integer counts minor units (`1250`); a text is a decimal of the currency's major unit (`'12.50'`). Never a fraction as a number. */
export type Amount = number | string
/** `15` or `'12.5'`: of a hundred. At most six decimals. */
export type Percentage = number | string

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/
/** Decimals that a percentage may have. */
const PLACES = 6

/** A decimal text as an integer of so many decimals; undefined where it is none, or says more than they hold. */
export const toScaled = (text: string, digits: number): bigint | undefined => {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text.trim()) ?? []
  if (sign === undefined || /[^0]/.test(fraction.slice(digits))) return undefined
  return BigInt(sign + whole + fraction.slice(0, digits).padEnd(digits, '0'))
}

const toSafe = (value: bigint | undefined): number | undefined =>
  value !== undefined && Number.isSafeInteger(Number(value)) ? Number(value) : undefined

/** An amount in integer minor units, exactly; undefined where it makes no sense in this currency. */
export const toMinorUnits = (amount: Amount, currency: string): number | undefined => {
  if (typeof amount === 'number') return Number.isSafeInteger(amount) ? amount : undefined
  const digits = currencyDigits(currency)
  return digits === undefined ? undefined : toSafe(toScaled(amount, digits))
}

const NUMBER = /^(-?)(\d{1,20})(?:\.(\d{1,40}))?(?:e([+-]?\d{1,2}))?$/i

/**
 * What a shop says an amount is, in integer minor units: rounded once, halves away from zero, where the shop reckons with
 * more decimals than the currency has. `scale` is how many decimals the text leaves out. Undefined where it is no number.
 */
export const roundToMinor = (text: string, currency: string, scale = 0): number | undefined => {
  const digits = currencyDigits(currency)
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? []
  if (digits === undefined || sign === undefined) return undefined
  const all = BigInt(whole + fraction)
  const shift = digits - scale - fraction.length + Number(exponent)
  const unit = 10n ** BigInt(Math.abs(shift))
  const size = shift < 0 ? (all + unit / 2n) / unit : all * unit
  return toSafe(sign ? -size : size)
}

/** Minor units as a decimal text of the major unit: 1250 of EUR is `12.50`, 1250 of JPY is `1250`. */
export const toDecimal = (minor: number, currency: string): string => {
  const digits = currencyDigits(currency) ?? 2
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const at = text.length - digits
  return (minor < 0 ? '-' : '') + text.slice(0, at) + (digits ? '.' + text.slice(at) : '')
}

/** A percentage as millionths of a hundredth; undefined where it is none. */
export const toParts = (percentage: Percentage): bigint | undefined => {
  const text = typeof percentage === 'number' ? String(percentage) : percentage.trim()
  const parts = toScaled(text, PLACES)
  return parts !== undefined && parts >= 0n && parts <= 100n * 10n ** BigInt(PLACES)
    ? parts
    : undefined
}

const WHOLE = 100n * 10n ** BigInt(PLACES)

/** Sums shares of amounts without rounding between them. */
export interface Tally {
  /** A share of an amount in minor units. */
  readonly share: (minor: number, percentage: Percentage) => void
  readonly add: (minor: number) => void
  /** In minor units, rounded once, halves away from zero. */
  readonly total: () => number
}

/** An empty sum. Exact whatever the amounts: it counts in integers of any length. */
export const createTally = (): Tally => {
  let sum = 0n
  return {
    share: (minor, percentage) => {
      sum += BigInt(minor) * (toParts(percentage) ?? 0n)
    },
    add: (minor) => {
      sum += BigInt(minor) * WHOLE
    },
    total: () => {
      const half = sum < 0n ? -WHOLE / 2n : WHOLE / 2n
      return Number((sum + half) / WHOLE)
    },
  }
}
