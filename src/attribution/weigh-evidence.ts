import type { CouponFinding } from './find-coupon.js'
import type { DecidedBy, Evidence, Evidences } from './models.js'
import type { Attribution, Sale } from './types.js'

/** What is weighed: the evidence, the coupon it comes from, and which kind decided. */
export interface Weighing extends CouponFinding {
  readonly evidences: Evidences
  readonly by: DecidedBy
}

type Weighed = Pick<Attribution, 'confidence' | 'reason'>

const weighOne = ({ by, evidences, found, sharers }: Weighing): Weighed => {
  if (evidences.coupon && sharers.length) {
    const others = sharers.join(', ')
    const reason = `the coupon is shared, and nothing says that it was not ${others}`
    return { confidence: 'low', reason }
  }
  const isSure = evidences.coupon && found.coupon?.match === 'exact'
  return { confidence: isSure ? 'high' : 'medium', reason: `the ${by} alone speaks` }
}

const weighBoth = (link: Evidence, coupon: Evidence, { by, sharers }: Weighing): Weighed => {
  if (link.publisher !== coupon.publisher) {
    const words = `the link says ${link.publisher}, the coupon ${coupon.publisher}`
    return { confidence: 'low', reason: `${words}: the ${by} decides` }
  }
  // of a shared coupon the link's word was taken: it agrees with itself
  return sharers.length
    ? {
        confidence: 'medium',
        reason: `of those who share the coupon the link means ${link.publisher}`,
      }
    : { confidence: 'high', reason: 'link and coupon agree' }
}

/** How far an attribution can be relied on, and why, in words. */
export const weighEvidence = ({ rivals = [] }: Sale, weighing: Weighing): Weighed => {
  const { link, coupon } = weighing.evidences
  const weighed = link && coupon ? weighBoth(link, coupon, weighing) : weighOne(weighing)
  if (!rivals.length) return weighed
  return { confidence: 'low', reason: `${weighed.reason}; too late came ${rivals.join(', ')}` }
}
