import { commissionOf } from './commission.js'
import { gatherEvidence } from './gather-evidence.js'
import type { GatherOptions } from './gather-evidence.js'
import { decide } from './models.js'
import type { AttributionModel, ModelName } from './models.js'
import type { EarlierSales } from './earlier-sales.js'
import type { Convert } from './settle-payout.js'
import type { Payout } from './payout.js'
import type { Attribution, Sale } from './types.js'
import { weighEvidence } from './weigh-evidence.js'

/** Whose payout is asked for. */
export interface PayoutQuestion {
  readonly publisher: string
  /** The offer of the coupon that was used, where it is the publisher's own or nobody's. */
  readonly offer?: string | undefined
}

/** What a sale is attributed by. */
export interface AttributeOptions extends GatherOptions {
  /** Default `coupon-first`: who gave the code that the shopper used has earned the sale. */
  readonly model?: ModelName | AttributionModel | undefined
  /** The payout that publisher and offer have anyway: for links, and for coupons without one of their own. */
  readonly payoutFor?: ((question: PayoutQuestion) => Payout | undefined) | undefined
  /** What publishers sold before, where a database has summed it up. Default: the sums of `history`. */
  readonly earlier?: readonly EarlierSales[] | undefined
  /** For payouts in another currency than the sale's. */
  readonly convert?: Convert | undefined
}

const NOBODY: Attribution = {
  commission: 0,
  status: 'declined',
  confidence: 'medium',
  reason: 'nobody sent this shopper',
}

/**
 * Who earned a sale, and what. A coupon names its publisher though nobody followed a link; a general coupon only sets the
 * payout. Asks nobody: everything it goes by is handed over. Throws only what a function of the caller's throws.
 */
export const attribute = (sale: Sale, options: AttributeOptions = {}): Attribution => {
  const { convert, history = [], model = 'coupon-first', payoutFor } = options
  const { evidences, found, sharers } = gatherEvidence(sale, options)
  const { by, publisher } = decide(evidences, model)
  if (!by || !publisher) return { ...found, ...NOBODY }

  // another publisher's coupon says nothing of what this one earns
  const isTheirs = [undefined, publisher].includes(found.coupon?.publisher)
  const { offer, payout: own } = isTheirs ? { ...found.coupon } : {}
  const payout = own ?? payoutFor?.({ publisher, offer })
  const isTheirOwn = (one: Pick<EarlierSales, 'publisher' | 'offer'>): boolean =>
    one.publisher === publisher && one.offer === offer
  const due = commissionOf(sale, payout, {
    convert,
    history: history.filter(isTheirOwn),
    earlier: options.earlier?.filter(isTheirOwn),
  })
  const { confidence, reason } = weighEvidence(sale, { evidences, found, sharers, by })
  const words = `${reason}; ${due.reason}`
  return { ...found, offer, publisher, by, payout, ...due, confidence, reason: words }
}
