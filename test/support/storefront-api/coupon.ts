import type { Reason } from '../../../src/types.js'

/** A code of the shop. Money is in minor units, times are milliseconds since 1970. */
export interface Coupon {
  readonly code: string
  readonly percent: number
  /** Taken off each line, not off the order. @default false */
  readonly isForLines?: boolean
  /** Stands beside other codes. @default true */
  readonly combines?: boolean
  readonly startsAt?: number
  readonly endsAt?: number
  readonly minimum?: number
  readonly isUsedUp?: boolean
}

export interface JudgedCode {
  readonly code: string
  readonly coupon?: Coupon | undefined
  readonly reason?: Reason | undefined
}

const alone = (coupon: Coupon, worth: number, now: number): Reason | undefined => {
  const { endsAt = Infinity, isUsedUp, minimum = 0, startsAt = 0 } = coupon
  if (now < startsAt || now >= endsAt) return 'DISCOUNT_CURRENTLY_INACTIVE'
  if (isUsedUp) return 'DISCOUNT_USAGE_LIMIT_REACHED'
  if (worth < minimum) return 'DISCOUNT_PURCHASE_NOT_IN_RANGE'
  return worth ? undefined : 'DISCOUNT_NO_ENTITLED_LINE_ITEMS'
}

/** Judges codes in their order: the first keeps its place, a later one that does not stand beside it is not honoured. */
export const judge = (
  coupons: readonly Coupon[],
  codes: readonly string[],
  { now, worth }: { readonly now: number; readonly worth: number },
): readonly JudgedCode[] => {
  const honoured: Coupon[] = []
  return codes.map((code) => {
    const coupon = coupons.find((other) => other.code.toLowerCase() === code.toLowerCase())
    if (!coupon) return { code, reason: 'DISCOUNT_NOT_FOUND' }
    const isBeside = [coupon, ...honoured].every(({ combines = true }) => combines)
    const reason =
      alone(coupon, worth, now) ??
      (honoured.length && !isBeside ? 'DISCOUNT_CODE_NOT_HONOURED' : undefined)
    if (!reason) honoured.push(coupon)
    return { code, coupon, reason }
  })
}
