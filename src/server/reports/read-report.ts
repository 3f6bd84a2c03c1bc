import type { SaleReport } from '../../attribution/conversions/merge-reports.js'
import type { SaleLine } from '../../attribution/types.js'
import type { Fields } from '../read-json.js'

const MOST_CODES = 32
const MOST_LINES = 500
const LONGEST_TEXT = 255

type Check<Value> = (value: unknown) => value is Value

const isMaybe =
  <Value>(is: Check<Value>): Check<Value | undefined> =>
  (value): value is Value | undefined =>
    value === undefined || is(value)
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_TEXT && !/[\p{Cc}\p{Cs}]/u.test(value)
const isName = (value: unknown): value is string => isText(value) && value !== ''
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isCurrency = (value: unknown): value is string => isName(value) && /^[A-Z]{3}$/.test(value)
const isCountry = (value: unknown): value is string => isName(value) && /^[A-Z]{2}$/i.test(value)
const isSource = (value: unknown): value is 'pixel' | 'page' =>
  value === 'pixel' || value === 'page'
const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_CODES && value.every(isName)
const isLine = (value: unknown): value is SaleLine =>
  isObject(value) &&
  isText(value['id']) &&
  isCount(value['quantity']) &&
  isCount(value['amount']) &&
  isMaybe(isNames)(value['catalogues'])
const isLines = (value: unknown): value is readonly SaleLine[] =>
  Array.isArray(value) && value.length <= MOST_LINES && value.every(isLine)

/** Every member that a browser may tell, and what it must be. */
const MEMBERS: { readonly [Name in keyof SaleReport]-?: Check<SaleReport[Name]> } = {
  // never `webhook`: that is the word of the shop's own server
  source: isSource,
  orderId: isName,
  at: isCount,
  currency: isCurrency,
  amount: isCount,
  discount: isCount,
  codes: isNames,
  ref: isMaybe(isName),
  rivals: isMaybe(isNames),
  refAt: isMaybe(isCount),
  codeAt: isMaybe(isCount),
  lines: isMaybe(isLines),
  country: isMaybe(isCountry),
  customer: isMaybe(isName),
  isNewCustomer: isMaybe(isFlag),
  goal: isMaybe(isName),
  consent: isMaybe(isFlag),
}

const isReport = (fields: Fields): fields is Fields & SaleReport =>
  Object.entries(MEMBERS).every(([name, is]) => is(fields[name]))

const pickLine = ({ amount, catalogues, id, quantity }: SaleLine): SaleLine => ({
  id,
  quantity,
  amount,
  catalogues,
})

/**
 * The report in what a browser posted, or undefined where it has not the agreed shape. Members that are not known are left
 * out, and no time is later than `now`: clocks of browsers are not right.
 */
export const readReport = (fields: Fields, now: number): SaleReport | undefined => {
  if (!isReport(fields)) return undefined
  const { amount, at, codeAt, codes, consent, country, currency, customer, discount, goal } = fields
  const { isNewCustomer, lines, orderId, ref, refAt, rivals, source } = fields
  const past = (time: number | undefined): number | undefined => time && Math.min(time, now)
  return {
    source,
    orderId,
    at: Math.min(at, now),
    currency,
    amount,
    discount,
    codes,
    ref,
    rivals,
    refAt: past(refAt),
    codeAt: past(codeAt),
    lines: lines?.map(pickLine),
    country,
    customer,
    isNewCustomer,
    goal,
    consent,
  }
}
