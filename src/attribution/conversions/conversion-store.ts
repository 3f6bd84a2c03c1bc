import type { ReportFilter } from '../report.js'
import type { Conversion, Sale } from '../types.js'
import type { SaleReport } from './merge-reports.js'

/** One message to one receiver about one order. */
export interface Delivery {
  readonly orderId: string
  /** Of the postback that it belongs to. */
  readonly postback: string
  readonly url: string
  /** How often it was tried. */
  readonly attempts: number
  /** What the last try said; empty before the first. */
  readonly trouble: string
}

/** How a try went: delivered, to be tried again at a time (milliseconds since 1970), or given up. */
export type Outcome =
  | { readonly state: 'delivered' }
  | { readonly state: 'again'; readonly at: number; readonly trouble: string }
  | { readonly state: 'dead'; readonly trouble: string }

/**
 * Where conversions are kept. Every method is atomic by itself, whatever other processes do meanwhile; none throws for
 * something that it has or lacks already. Rejections are the caller's to see.
 */
export interface ConversionStore {
  /** Keeps a report unless that source reported the order before; answers all reports of the order. */
  readonly report: (report: SaleReport) => Promise<readonly SaleReport[]>
  /** Keeps what an order came to, unless it was reckoned from more reports before. */
  readonly save: (conversion: Conversion, reports: number) => Promise<void>
  /** Earlier conversions of this sale's customer, and of these publishers; without the order itself. */
  readonly history: (sale: Sale, publishers: readonly string[]) => Promise<readonly Conversion[]>
  readonly list: (filter?: ReportFilter) => Promise<readonly Conversion[]>
  /** Puts a delivery up for its first try at that time, once for each order and postback. */
  readonly enqueue: (
    delivery: Pick<Delivery, 'orderId' | 'postback' | 'url'>,
    at: number,
  ) => Promise<void>
  /**
   * Deliveries that are due, the oldest `most` of them, each to one caller only until `until`; then they are due again, should
   * the caller have died.
   */
  readonly take: (now: number, until: number, most?: number) => Promise<readonly Delivery[]>
  /** Keeps how a try went, unless the delivery came to its end meanwhile. */
  readonly finish: (delivery: Delivery, outcome: Outcome) => Promise<void>
  /** Those that were given up, for people to look at. */
  readonly dead: () => Promise<readonly Delivery[]>
  /** Puts one that was given up back for a first try. */
  readonly revive: (delivery: Pick<Delivery, 'orderId' | 'postback'>, at: number) => Promise<void>
}
