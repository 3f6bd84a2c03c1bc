import { refusalOf } from '../conversions/refusal-of.js'
import { fromPage } from './from-page.js'
import type { FromPageOptions, PageOrder } from './from-page.js'
import { fitsBudget, tellOnce } from './tell-once.js'
import type { TellOptions, Told } from './tell-once.js'

/** What an order is reported by. */
export interface ReportOrderOptions extends TellOptions, FromPageOptions {
  /** Takes a `SaleReport` as the JSON text of a POST. */
  readonly endpoint: string
}

/**
 * Reports the order of a thank-you page to the merchant's own server, once, however often the page is loaded, and so that
 * the request outlives the page. Where there is no webhook this is how the server knows; it believes it at its own risk.
 * Where the shopper refuses attribution, it reports that they do, and neither codes nor affiliate; while they have not answered,
 * nothing. What the keeper knows is read at once, so `keeper.consume()` may follow in the next line. Never throws or rejects.
 */
export const reportOrder = async (order: PageOrder, options: ReportOrderOptions): Promise<Told> => {
  try {
    const report = { ...fromPage(order, options), consent: true }
    const whole = JSON.stringify(report)
    // what was paid is in the sum; the items, the shop's server knows
    const body = fitsBudget(whole) ? whole : JSON.stringify({ ...report, lines: undefined })
    return await tellOnce(
      {
        key: JSON.stringify([report.orderId, options.endpoint]),
        url: options.endpoint,
        body,
        refusal: JSON.stringify(refusalOf(report)),
        // text: another origin would have to be asked before it is sent JSON, and the page may be gone by then
        init: { method: 'POST', headers: { 'Content-Type': 'text/plain;charset=UTF-8' } },
      },
      options,
    )
  } catch (cause) {
    return { state: 'failed', reason: cause instanceof Error ? cause.message : 'unknown' }
  }
}
