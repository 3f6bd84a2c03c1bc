import type { Coupon, Session } from './woo-types.js'

/** Minor units. */
export const PRICE = 5000

export const seedCoupons = (): Map<string, Coupon> =>
  new Map<string, Coupon>([
    ['creator20', { percent: 20 }],
    ['extra10', { percent: 10 }],
    ['expired', { percent: 10, isExpired: true }],
    ['future', { percent: 10, isEarly: true }],
    ['once', { percent: 10, uses: 0 }],
    ['oneper', { percent: 10, usesEach: 0 }],
    ['min100', { percent: 10, minimum: 10_000 }],
    ['solo30', { percent: 30, isIndividual: true }],
    ['otherprod', { percent: 10, isElsewhere: true }],
    ['emailonly', { percent: 10, email: 'vip@example.com' }],
  ])

/** As the shop escapes what it says. */
const quoted = (code: string): string => `&quot;${code}&quot;`

/** Why a code takes no effect on this cart, in the shop's words; undefined where it does. */
export const refusalOf = (
  coupon: Coupon | undefined,
  code: string,
  session: Session,
): string | undefined => {
  if (!coupon) return `Coupon ${quoted(code)} cannot be applied because it does not exist.`
  if (coupon.isExpired) return `Coupon ${quoted(code)} has expired.`
  if (coupon.isEarly) return `Coupon ${quoted(code)} is not valid yet.`
  if (coupon.uses === 0)
    return `Usage limit for coupon ${quoted(code)} has been reached. Please try again after some time, or contact us for help.`
  if (session.items && session.items * PRICE < (coupon.minimum ?? 0))
    return `The minimum spend for coupon ${quoted(code)} is &#036;${((coupon.minimum ?? 0) / 100).toFixed(2)}.`
  if (coupon.isElsewhere)
    return `Sorry, coupon ${quoted(code)} is not applicable to selected products.`
  if (coupon.email && coupon.email !== session.email)
    return `Please enter a valid email at checkout to use coupon code ${quoted(code)}.`
  return undefined
}

/** Puts a code on the cart, or answers why not. One for individual use silently puts all others off. */
export const applyCoupon = (
  coupons: ReadonlyMap<string, Coupon>,
  session: Session,
  given: string,
): string | undefined => {
  const code = given.toLowerCase()
  const coupon = coupons.get(code)
  const refusal = refusalOf(coupon, code, session)
  if (refusal) return refusal
  if (session.coupons.includes(code)) return `Coupon code ${quoted(code)} has already been applied.`
  const individual = session.coupons.find((other) => coupons.get(other)?.isIndividual)
  if (individual)
    return `${quoted(individual)} has already been applied and cannot be used in conjunction with other coupons.`
  session.coupons = coupon?.isIndividual ? [code] : [...session.coupons, code]
  return undefined
}

/** Takes off what has lost its force since, and leaves word of it for the next cart that is told. */
export const dropCoupons = (coupons: ReadonlyMap<string, Coupon>, session: Session): void => {
  session.coupons = session.coupons.filter((code) => {
    const refusal = refusalOf(coupons.get(code), code, session)
    if (refusal)
      session.notices = [
        ...session.notices,
        `The ${quoted(code)} coupon has been removed from your cart: ${refusal}`,
      ]
    return !refusal
  })
}
