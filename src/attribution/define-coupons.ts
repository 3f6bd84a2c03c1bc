import { CouponError } from './coupon-error.js'
import type { CouponProblem } from './coupon-error.js'
import { indexCoupons } from './coupon-index.js'
import { fold } from './fold.js'
import { bySpecificity } from './by-specificity.js'
import { LONGEST_COUPON, readCoupon } from './read-coupon.js'
import type { Coupon, CouponRow } from './types.js'

/** Runs regular expressions in linear time; `linearRegex` of `discount-keeper/server` is one. */
export interface RegexEngine {
  /** Answers what is wrong with a pattern, undefined where it can be run. */
  readonly check: (pattern: string) => string | undefined
  /** Answers, for a code, which of the patterns match it, by their places. The whole code has to match, without case. */
  readonly compile: (patterns: readonly string[]) => (code: string) => readonly number[]
}

/** What `defineCoupons` may be told. */
export interface DefineCouponsOptions {
  /** Characters that codes may have besides ASCII letters and digits, such as `'-_%'`. */
  readonly allow?: string | undefined
  /** Without it a row of mode `regex` is a mistake. */
  readonly regex?: RegexEngine | undefined
  /** Told each mistake; then the rest of the list is loaded. Without it a mistake throws `CouponError`. */
  readonly skip?: ((problem: CouponProblem) => void) | undefined
  /**
   * Told a publisher's first coupon on an offer, in order, at every load: networks approve the publisher on the offer then.
   * What it throws, `defineCoupons` throws.
   */
  readonly firstCoupon?: ((coupon: Coupon) => void) | undefined
  /** Whether this coupon's publisher was approved on its offer at an earlier load: then `firstCoupon` is not told of them. */
  readonly isApproved?: ((coupon: Coupon) => boolean) | undefined
}

/** Coupons that were checked, and how to find them. */
export interface Coupons {
  readonly list: readonly Coupon[]
  /**
   * The coupons that a code answers to at that time, most specific first: exact ones, then those with the longest literal
   * text (`prefix` before `suffix`, `glob`, `contains` where that is equal), `regex` last, earlier rows first.
   */
  readonly match: (code: string, at: number) => readonly Coupon[]
}

const isAscii = (code: string): boolean => !/[^\0-\x7F]/.test(code)

const DUPLICATE = 'Expected a coupon once for an offer and publisher, got it again after row'

const isInForce = ({ startsAt = -Infinity, endsAt = Infinity }: Coupon, at: number): boolean =>
  startsAt <= at && at < endsAt

/** The first coupon of each publisher on each offer. */
const firstOfEach = (list: readonly Coupon[]): readonly Coupon[] => {
  const seen = new Set<string>()
  return list.filter(({ offer, publisher }) => {
    const place = JSON.stringify([offer, publisher])
    return publisher && !seen.has(place) && seen.add(place)
  })
}

/** Checks a list of coupons and makes it searchable. Throws `CouponError` for mistakes, unless `skip` hears of them. */
export const defineCoupons = (
  rows: readonly CouponRow[],
  options: DefineCouponsOptions = {},
): Coupons => {
  const { allow = '', firstCoupon, isApproved = () => false, regex, skip } = options
  const problems: CouponProblem[] = []
  const list: Coupon[] = []
  const known = new Map<string, number>()
  rows.forEach((given, row) => {
    const coupon = readCoupon(given, row, { allow, checkRegex: regex?.check })
    const refuse = (message: string): void => {
      const code: unknown = given?.code
      problems.push({ row, message, code: typeof code === 'string' ? code : undefined })
    }
    if (typeof coupon === 'string') return refuse(coupon)
    const { code, match, offer, publisher = '' } = coupon
    const key = JSON.stringify([match === 'regex' ? code : fold(code), match, offer, publisher])
    const earlier = known.get(key)
    if (earlier !== undefined) return refuse(`${DUPLICATE} ${earlier}.`)
    known.set(key, row)
    list.push(coupon)
  })
  if (problems.length && !skip) throw new CouponError(problems)
  problems.forEach((problem) => skip?.(problem))
  if (firstCoupon)
    for (const coupon of firstOfEach(list)) if (!isApproved(coupon)) firstCoupon(coupon)

  const finders = indexCoupons(list)
  const expressions = list.filter(({ match }) => match === 'regex')
  const run = expressions.length ? regex?.compile(expressions.map(({ code }) => code)) : undefined
  // engines fold letters beyond ASCII onto ASCII ones, and shops do not
  const findRegex = (code: string): readonly Coupon[] =>
    isAscii(code) ? (run?.(code) ?? []).flatMap((place) => expressions[place] ?? []) : []
  return {
    list,
    match: (code, at) => {
      if (code.length > LONGEST_COUPON) return []
      const folded = fold(code)
      return [...finders.flatMap((find) => find(folded)), ...findRegex(code)]
        .filter((coupon) => isInForce(coupon, at))
        .sort(bySpecificity)
    },
  }
}
