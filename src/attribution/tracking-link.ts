import { createGate } from '../landing/gate.js'
import { link } from '../landing/link.js'
import { isMergeTag } from '../landing/merge-tags.js'
import { DISCOUNT_PARAM, REF_PARAMS, TOKEN_PARAM } from '../names.js'

/** What a tracking link is made of. */
export interface TrackingLinkOptions {
  /** The absolute address of a page of the shop. */
  readonly base: string
  /** The code that the link carries; an anti-leak link leaves it out. A merge tag of a mail template may stand for it. */
  readonly coupon?: string | undefined
  /** The affiliate, as the shop's scripts call them. A merge tag may stand for them. */
  readonly publisher?: string | undefined
  /** Further characters that the shop's codes may have; as in the keeper's options. */
  readonly allow?: string | undefined
}

// what a tag is written as until the URL is made
const [COUPON_TAG, PUBLISHER_TAG] = ['the-coupon-tag', 'the-publisher-tag']

/**
 * A link for an affiliate to share: it carries the coupon's code and names the publisher, under the keeper's own
 * parameters. What the page's URL said of either is replaced; everything else of it stays, merge tags included. Throws
 * `TypeError` where the keeper would drop a value, or where base is no absolute URL.
 */
export const trackingLink = (options: TrackingLinkOptions): string => {
  const { allow, base, coupon, publisher } = options
  const standIn = (value: string | undefined, tag: string, more?: string): string | undefined => {
    if (value === undefined || createGate(more)(value)) return value
    if (isMergeTag(value)) return tag
    throw new TypeError(`Expected 1 to 64 letters, digits or ._-, got '${value}' instead.`)
  }
  const code = standIn(coupon, COUPON_TAG, allow)
  const ref = standIn(publisher, PUBLISHER_TAG)
  const params = { discount: [DISCOUNT_PARAM], ref: REF_PARAMS, token: [TOKEN_PARAM] }
  return link(base, { codes: code ? [code] : [], ref }, { params, base: new URL(base).href })
    .replace(`=${COUPON_TAG}`, () => `=${coupon}`)
    .replace(`=${PUBLISHER_TAG}`, () => `=${publisher}`)
}
