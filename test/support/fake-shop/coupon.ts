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
  /** Not honoured beside these. */
  readonly not?: readonly string[]
}

/** Which of two codes that do not combine is honoured: the one in front, the one behind, or whatever is cheapest. */
export type Conflicts = 'first' | 'last' | 'best'

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

const isApart = (one: Listed, other: Listed): boolean =>
  !!one.coupon.exclusive ||
  !!other.coupon.exclusive ||
  !!one.coupon.not?.includes(other.code) ||
  !!other.coupon.not?.includes(one.code)

interface Listed {
  readonly code: string
  readonly coupon: Coupon
}

/** The codes that fit together, each in its turn beside those before it. */
const fitting = (listed: readonly Listed[]): readonly Listed[] =>
  listed.reduce<readonly Listed[]>(
    (kept, next) => (kept.some((other) => isApart(other, next)) ? kept : [...kept, next]),
    [],
  )

const percentOf = (listed: readonly Listed[]): number =>
  Math.min(
    100,
    listed.reduce((sum, { coupon }) => sum + (coupon.percent ?? 10), 0),
  )

/** All that can be had by leaving some out. */
const subsets = (listed: readonly Listed[]): readonly (readonly Listed[])[] =>
  listed.reduce<readonly (readonly Listed[])[]>(
    (sets, next) => [...sets, ...sets.map((set) => [...set, next])],
    [[]],
  )

const HONOUR: Readonly<Record<Conflicts, (listed: readonly Listed[]) => readonly Listed[]>> = {
  first: fitting,
  last: (listed) => fitting([...listed].reverse()),
  best: (listed) =>
    subsets(listed)
      .filter((set) => fitting(set).length === set.length)
      .sort((one, other) => percentOf(other) - percentOf(one))[0] ?? [],
}

export interface PriceOptions {
  readonly coupons: Coupons
  /** @default 'first' */
  readonly conflicts?: Conflicts | undefined
}

/** The price of so many items with these codes. */
export const price = (
  { coupons, conflicts = 'first' }: PriceOptions,
  items: number,
  list: readonly string[],
): Priced => {
  const worth = items * PRICE
  const eligible = list.flatMap((code) => {
    const coupon = couponOf(coupons, code)
    return coupon && !refusal(coupon, worth) ? [{ code, coupon }] : []
  })
  const honoured = HONOUR[conflicts](eligible)
  const codes = list.map((code): CartCode => {
    if (honoured.some((one) => one.code === code)) return { code, applicable: true }
    const reason = refusal(couponOf(coupons, code), worth) ?? 'DISCOUNT_CODE_NOT_HONOURED'
    return { code, applicable: false, reason }
  })
  const discount = (worth * percentOf(honoured)) / 100
  return { codes, discount, total: worth - discount }
}
