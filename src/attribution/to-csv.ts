import { toDecimal } from './money.js'
import type { Conversion } from './types.js'

/** What a table of conversions looks like. */
export interface CsvOptions {
  /** The heading of the coupon's column, as the network calls that field: `Pub. Unique 3`, for example. Default `Coupon`. */
  readonly couponField?: string | undefined
}

type Column = readonly [name: string, value: (one: Conversion) => string | undefined]

// what a spreadsheet would run as a formula stays text
const cell = (text = ''): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * Conversions as CSV (RFC 4180, with a heading line), a line each in their order. Amounts are decimals of the currency's
 * major unit, times ISO 8601 in UTC. Cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
export const toCsv = (conversions: readonly Conversion[], options: CsvOptions = {}): string => {
  const { couponField = 'Coupon' } = options
  const columns: readonly Column[] = [
    ['Order', ({ orderId }) => orderId],
    ['Time', ({ at }) => new Date(at).toISOString()],
    ['Publisher', ({ publisher }) => publisher],
    ['By', ({ by }) => by],
    ['Offer', ({ offer }) => offer],
    [couponField, ({ coupon }) => coupon?.code],
    ['Code', ({ code }) => code],
    ['Currency', ({ currency }) => currency],
    ['Amount', ({ amount, currency }) => toDecimal(amount, currency)],
    ['Discount', ({ discount, currency }) => toDecimal(discount, currency)],
    ['Commission', ({ commission, currency }) => toDecimal(commission, currency)],
    ['Status', ({ status }) => status],
    ['Confidence', ({ confidence }) => confidence],
    ['Reason', ({ reason }) => reason],
  ]
  const heading = columns.map(([name]) => name)
  const lines = conversions.map((one) => columns.map(([, column]) => column(one)))
  return [heading, ...lines]
    .map((line) => line.map((text) => cell(text)).join(',') + '\r\n')
    .join('')
}
