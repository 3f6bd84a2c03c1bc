import type { Coupons } from './define-coupons.js'
import { findCoupon } from './find-coupon.js'
import type { CouponFinding } from './find-coupon.js'
import type { Evidences } from './models.js'
import type { Conversion, Sale } from './types.js'

/** What evidence is gathered by. */
export interface GatherOptions {
  readonly coupons?: Coupons | undefined
  /** Earlier conversions, of this customer and of the publishers in question. */
  readonly history?: readonly Conversion[] | undefined
  /** The publisher behind a ref; undefined for one that is nobody's. Default: the ref names the publisher. */
  readonly publisherOf?: ((ref: string) => string | undefined) | undefined
}

/** What speaks for whom, and the coupon that was used, a general one included. */
export interface Gathered extends CouponFinding {
  readonly evidences: Evidences
}

/** The link and the coupon of a sale. A coupon counts from when the shopper came by it, else from the order. */
export const gatherEvidence = (sale: Sale, options: GatherOptions): Gathered => {
  const { coupons, history = [], publisherOf = (ref) => ref } = options
  const linked = sale.ref ? publisherOf(sale.ref) : undefined
  const { found, sharers } = findCoupon(sale, { coupons, history, linked })
  const owner = found.coupon?.publisher
  return {
    found,
    sharers,
    evidences: {
      link: linked ? { publisher: linked, at: sale.refAt ?? 0 } : undefined,
      coupon: owner ? { publisher: owner, at: sale.codeAt ?? sale.at } : undefined,
    },
  }
}
