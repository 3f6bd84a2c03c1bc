import type { EarlierSales } from '../earlier-sales.js'
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

/** A message that nobody tried to deliver yet. */
export type NewDelivery = Pick<Delivery, 'orderId' | 'postback' | 'url'>

/** How a try went: delivered, to be tried again at a time (milliseconds since 1970), or given up. */
export type Outcome =
  | { readonly state: 'delivered' }
  | { readonly state: 'again'; readonly at: number; readonly trouble: string }
  | { readonly state: 'dead'; readonly trouble: string }

/** What counts of the past when a sale is attributed. */
export interface History {
  /** Of the sale's customer. */
  readonly history: readonly Conversion[]
  /** Of the publishers in question, summed up. */
  readonly earlier: readonly EarlierSales[]
}

/**
 * Where conversions are kept. Every method is atomic by itself, whatever other processes do meanwhile; none throws for
 * something that it has or lacks already. Rejections are the caller's to see.
 */
export interface ConversionStore {
  /**
   * Keeps a report unless that source reported the order before; of one that did, a refusal (`consent` false) is kept, and
   * stands. Answers all reports of the order.
   */
  readonly report: (report: SaleReport) => Promise<readonly SaleReport[]>
  /** Keeps what an order came to, unless it was reckoned from more reports before. */
  readonly save: (conversion: Conversion, reports: number) => Promise<void>
  /**
   * What came up to the time of this sale, without the order itself: the conversions of its customer, and what these publishers
   * sold and those whom the customer came by before. An order that is reckoned again is so reckoned as it was.
   */
  readonly history: (sale: Sale, publishers: readonly string[]) => Promise<History>
  readonly list: (filter?: ReportFilter) => Promise<readonly Conversion[]>
  /**
   * Puts a delivery up for its first try at that time, once for each order and postback. Until somebody takes it, one that was
   * reckoned from as many reports or more takes its place, at its time.
   */
  readonly enqueue: (delivery: NewDelivery, at: number, reports: number) => Promise<void>
  /**
   * Takes a delivery out that nobody took yet, and keeps out what is put up later and was reckoned from fewer reports. With
   * `Infinity` it takes out all that was not delivered, for good.
   */
  readonly withdraw: (delivery: NewDelivery, reports: number) => Promise<void>
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
