import { isObject } from '../is-object.js'
import { currencyDigits } from '../currency-digits.js'
import { toMinorUnits, toParts } from './money.js'
import type { Amount, Percentage } from './money.js'

type Check = (value: unknown) => string | undefined

const show = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value))

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'number' || typeof value === 'string'

const isPercentage: Check = (value) =>
  isAmount(value) && toParts(value satisfies Percentage) !== undefined
    ? undefined
    : `a percentage from 0 to 100 with at most six decimals, got ${show(value)}`

// four decimals are the most that a currency has; which ones there are is checked with the sale
const isMoney: Check = (value) => {
  const minor = isAmount(value) ? toMinorUnits(value, 'UYW') : undefined
  return minor !== undefined && minor >= 0
    ? undefined
    : `integer minor units or a decimal text, not below zero, got ${show(value)}`
}

const oneOf =
  (...names: readonly string[]): Check =>
  (value) =>
    names.some((name) => name === value) ? undefined : `${names.join(', ')}, got ${show(value)}`

const isFlag: Check = (value) =>
  typeof value === 'boolean' ? undefined : `true or false, got ${show(value)}`

const isCurrency: Check = (value) =>
  typeof value === 'string' && currencyDigits(value) !== undefined
    ? undefined
    : `a currency of three letters, got ${show(value)}`

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find(Boolean) : `a list, got ${show(value)}`

const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && !Array.isArray(value)
      ? Object.values(value).map(check).find(Boolean)
      : `an object, got ${show(value)}`

const shape =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value) => {
    if (!isObject(value)) return `an object, got ${show(value)}`
    const missing = required.find((name) => value[name] === undefined)
    if (missing) return `a member ${missing}`
    for (const [name, given] of Object.entries(value)) {
      const check = Object.entries(checks).find(([known]) => known === name)?.[1]
      if (!check) return `no member ${name}`
      const wrong = given === undefined ? undefined : check(given)
      if (wrong) return `${name}: ${wrong}`
    }
    return undefined
  }

const isCountry: Check = (value) =>
  typeof value === 'string' && /^[A-Z]{2}$/i.test(value)
    ? undefined
    : `countries of two letters, got ${show(value)}`

/** What a payout has to look like; answers what was expected and what came, undefined where it is right. */
export const checkPayout: Check = shape({
  percentage: isPercentage,
  fixed: isMoney,
  maximum: isMoney,
  currency: isCurrency,
  tiers: shape(
    {
      by: oneOf('sale', 'sales', 'revenue'),
      steps: listOf(shape({ from: isMoney, percentage: isPercentage, fixed: isMoney }, ['from'])),
    },
    ['by', 'steps'],
  ),
  rates: mapOf(shape({ percentage: isPercentage, fixedEach: isMoney })),
  goals: mapOf(isMoney),
  span: oneOf('one-time', 'lifetime'),
  newCustomersOnly: isFlag,
  countries: shape({ allowed: listOf(isCountry), disallowed: listOf(isCountry) }),
  status: oneOf('approved', 'pending', 'declined'),
})
