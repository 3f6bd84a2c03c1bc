import { isObject } from '../is-object.js'
import { checkPayout } from './check-payout.js'
import type { Coupon, CouponRow, MatchMode } from './types.js'

/** Longer than any shop's own codes that people type; bounds every comparison. */
export const LONGEST_COUPON = 64

/** What a row may say, beyond the list it is in. */
export interface ReadCouponOptions {
  /** Characters that a code may have besides ASCII letters and digits, such as `'-_%'`. */
  readonly allow: string
  /** Answers what is wrong with a pattern; undefined where regular expressions cannot be run here. */
  readonly checkRegex: ((pattern: string) => string | undefined) | undefined
}

const MODES: readonly MatchMode[] = ['exact', 'prefix', 'suffix', 'contains', 'glob', 'regex']
const MEMBERS = new Set(
  'code match offer publisher startsAt endsAt note discountText payout'.split(' '),
)

const toTime = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : value
  return typeof time === 'number' && Number.isFinite(time) ? time : undefined
}

const named = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const checkCode = (
  code: string,
  match: MatchMode,
  options: ReadCouponOptions,
): string | undefined => {
  if (match === 'regex')
    return options.checkRegex
      ? options.checkRegex(code)
      : 'Expected no regex here: it needs the linear-time engine of discount-keeper/server.'
  const wild = match === 'glob' ? '*?' : ''
  const literal = Array.from(code).filter((character) => !wild.includes(character))
  const isAllowed = (character: string): boolean =>
    /^[A-Za-z0-9]$/.test(character) || options.allow.includes(character)
  if (literal.length && code.length <= LONGEST_COUPON && literal.every(isAllowed)) return undefined
  return `Expected 1 to ${LONGEST_COUPON} letters and digits${wild && ' and the wildcards * and ?'}, got '${code}' instead.`
}

const checkTimes = ({
  startsAt,
  endsAt,
}: Readonly<Record<string, unknown>>): string | undefined => {
  for (const [name, value] of Object.entries({ startsAt, endsAt }))
    if (value !== undefined && toTime(value) === undefined)
      return `Expected ${name} to be a time, got ${JSON.stringify(value)} instead.`
  const [start = -Infinity, end = Infinity] = [toTime(startsAt), toTime(endsAt)]
  return start < end ? undefined : 'Expected startsAt to be before endsAt.'
}

const checkTexts = (row: Readonly<Record<string, unknown>>): string | undefined => {
  if (!named(row['offer'])) return 'Expected an offer, the campaign the coupon belongs to.'
  if (row['publisher'] !== undefined && !named(row['publisher']))
    return 'Expected publisher to be a name; a general coupon leaves it out.'
  const stranger = Object.keys(row).find((name) => !MEMBERS.has(name))
  return stranger && `Expected no member '${stranger}'.`
}

const checkPay = ({ payout }: Readonly<Record<string, unknown>>): string | undefined => {
  const wrong = payout === undefined ? undefined : checkPayout(payout)
  return wrong && `Expected payout to hold ${wrong}`
}

/** One checked row, or the sentence that says what is wrong with it. */
export const readCoupon = (
  given: CouponRow,
  row: number,
  options: ReadCouponOptions,
): Coupon | string => {
  // what a file or a table brings is not what its type says
  const said: unknown = given
  if (!isObject(said)) return `Expected an object, got ${String(said)} instead.`
  const match = MODES.find((mode) => mode === (said['match'] ?? 'exact'))
  if (!match) return `Expected match to be one of ${MODES.join(', ')}.`
  if (typeof said['code'] !== 'string') return 'Expected code to be text.'
  const wrong =
    checkCode(said['code'], match, options) ??
    checkTexts(said) ??
    checkTimes(said) ??
    checkPay(said)
  if (wrong) return wrong
  return { ...given, match, row, startsAt: toTime(given.startsAt), endsAt: toTime(given.endsAt) }
}
