import type { Coupons } from './define-coupons.js'
import type { Conversion, Coupon, Sale } from './types.js'

/** The coupon behind an order, and the code of the order that led to it. */
export interface FoundCoupon {
  /** Absent where a coupon of an earlier order still counts. */
  readonly code?: string | undefined
  readonly coupon?: Coupon | undefined
}

/** A coupon, and who else might be meant by it. */
export interface CouponFinding {
  readonly found: FoundCoupon
  /** Other publishers who share the coupon. */
  readonly sharers: readonly string[]
}

/** Where a coupon is looked for. */
export interface FindCouponOptions {
  readonly coupons?: Coupons | undefined
  readonly history: readonly Conversion[]
  /** Of several publishers that share a coupon, the one the link names is meant. */
  readonly linked: string | undefined
}

/**
 * The coupon of the order's first code that has one. Without any, a coupon that pays for life and that this customer used
 * before, though it may have ended since.
 */
export const findCoupon = (sale: Sale, options: FindCouponOptions): CouponFinding => {
  const { coupons, history, linked } = options
  for (const code of sale.codes) {
    const found = coupons?.match(code, sale.at) ?? []
    const [best] = found
    const shared = found.filter(
      ({ match, code: text }) => match === best?.match && text === best.code,
    )
    const coupon = shared.find(({ publisher }) => publisher === linked) ?? best
    if (coupon) {
      const others = shared.flatMap(({ publisher = 'everybody' }) => publisher)
      const isOther = (name: string): boolean => name !== (coupon.publisher ?? 'everybody')
      return { found: { code, coupon }, sharers: [...new Set(others.filter(isOther))] }
    }
  }
  const isForLife = ({ coupon, customer }: Conversion): boolean =>
    customer === sale.customer && coupon?.payout?.span === 'lifetime'
  const coupon = sale.customer === undefined ? undefined : history.find(isForLife)?.coupon
  return { found: coupon ? { coupon } : {}, sharers: [] }
}
