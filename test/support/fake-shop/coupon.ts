import type { CartCode, Reason } from '../../../src/types.js'

/** What the shop's owner has set up for one code; `{}` takes 10 % off anything. */
export interface Coupon {
  /** Money off, in percent; 0 stands for a code that lowers no price of the cart, as free shipping does. */
  readonly percent?: number
  /** The cart has to be worth this much, in minor units. */
  readonly minimum?: number
  /** Never honoured, whatever the cart holds. */
  readonly final?: Reason
  /** Honoured only where no other code is. */
  readonly exclusive?: boolean
}

export type Coupons = Readonly<Record<string, Coupon>>

/** What one item costs, in minor units. */
export const PRICE = 1000

/** Codes are compared without case. */
const couponOf = (coupons: Coupons, code: string): Coupon | undefined =>
  Object.entries(coupons).find(([name]) => name.toLowerCase() === code.toLowerCase())?.[1]

export interface Priced {
  readonly codes: readonly CartCode[]
  readonly discount: number
  readonly total: number
}

const refusal = (coupon: Coupon | undefined, worth: number): Reason | undefined => {
  if (!coupon) return 'DISCOUNT_NOT_FOUND'
  if (coupon.final) return coupon.final
  return worth > 0 && worth >= (coupon.minimum ?? 0) ? undefined : 'DISCOUNT_PURCHASE_NOT_IN_RANGE'
}

/** The price of so many items with these codes, the first code first. */
export const price = (coupons: Coupons, items: number, list: readonly string[]): Priced => {
  const worth = items * PRICE
  const honoured: Coupon[] = []
  const codes = list.map((code): CartCode => {
    const coupon = couponOf(coupons, code)
    const reason = refusal(coupon, worth)
    const isMet = honoured.some(({ exclusive }) => exclusive) || (honoured[0] && coupon?.exclusive)
    if (reason || isMet || !coupon)
      return { code, applicable: false, reason: reason ?? 'DISCOUNT_CODE_NOT_HONOURED' }
    honoured.push(coupon)
    return { code, applicable: true }
  })
  const percent = honoured.reduce((sum, coupon) => sum + (coupon.percent ?? 10), 0)
  const discount = (worth * Math.min(percent, 100)) / 100
  return { codes, discount, total: worth - discount }
}
