import type { CouponFinding } from './find-coupon.js'
import type { DecidedBy, Evidences } from './models.js'
import type { Attribution, Sale } from './types.js'

/** What is weighed: the evidence, the coupon it comes from, and which kind decided. */
export interface Weighing extends CouponFinding {
  readonly evidences: Evidences
  readonly by: DecidedBy
}

/** How far an attribution can be relied on, and why, in words. */
export const weighEvidence = (
  { rivals = [] }: Sale,
  { evidences, found, by, sharers }: Weighing,
): Pick<Attribution, 'confidence' | 'reason'> => {
  const { link, coupon } = evidences
  const late = rivals.length ? `; too late came ${rivals.join(', ')}` : ''
  if (!link || !coupon) {
    const isSure = coupon && found.coupon?.match === 'exact'
    const alone = isSure ? 'high' : 'medium'
    if (!sharers.length || !coupon)
      return { confidence: late ? 'low' : alone, reason: `the ${by} alone speaks${late}` }
    const others = sharers.join(', ')
    return {
      confidence: 'low',
      reason: `the coupon is shared, and nothing says that it was not ${others}${late}`,
    }
  }
  // of a shared coupon the link's word is taken: it agrees with itself
  if (sharers.length && link.publisher === coupon.publisher)
    return {
      confidence: late ? 'low' : 'medium',
      reason: `of those who share the coupon the link means ${link.publisher}${late}`,
    }
  return link.publisher === coupon.publisher
    ? { confidence: late ? 'low' : 'high', reason: `link and coupon agree${late}` }
    : {
        confidence: 'low',
        reason: `the link says ${link.publisher}, the coupon ${coupon.publisher}: the ${by} decides${late}`,
      }
}
