import { attribute } from '../attribute.js'
import type { AttributeOptions } from '../attribute.js'
import { readPostback } from '../postbacks/postback-template.js'
import type { ReportFilter } from '../report.js'
import type { Conversion } from '../types.js'
import type { ConversionStore } from './conversion-store.js'
import { mergeReports, SOURCES } from './merge-reports.js'
import type { SaleReport, SaleSource } from './merge-reports.js'

/** A message to a network or to the merchant's own backend, by name. */
export type Postbacks = Readonly<Record<string, string>>

/** What conversions are kept and told by. */
export interface ConversionsOptions extends Omit<AttributeOptions, 'history'> {
  readonly store: ConversionStore
  /** Templates by name; each order is told once under each name. */
  readonly postbacks?: Postbacks | undefined
  /**
   * The source whose word is waited for before anybody is told; default `webhook`, the shop's own server. Where no source
   * of that rank can come, name the one that can.
   */
  readonly tellAfter?: SaleSource | undefined
  /** Tells only where a source says that the shopper consented. Default: unless one says that they did not. */
  readonly requireConsent?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** The books of one shop. */
export interface Conversions {
  /** Takes a report of an order, from whatever source, in whatever order, however often; answers what it came to. */
  readonly record: (report: SaleReport) => Promise<Conversion>
  /** The messages that the order would be told with, by name; sends nothing. */
  readonly preview: (conversion: Conversion) => Postbacks
  readonly list: (filter?: ReportFilter) => Promise<readonly Conversion[]>
}

/**
 * Keeps one conversion for each order and puts its postbacks up for delivery once, whatever arrives in whatever order.
 * Throws `TypeError` for a postback that cannot be filled. Nobody is told of a sale that nobody earned.
 */
export const createConversions = (options: ConversionsOptions): Conversions => {
  const { now = Date.now, postbacks = {}, requireConsent, store, tellAfter = 'webhook' } = options
  const fillers = Object.entries(postbacks).map(
    ([name, template]) => [name, readPostback(template)] as const,
  )
  const isFinal = ({ source }: SaleReport): boolean =>
    SOURCES.indexOf(source) <= SOURCES.indexOf(tellAfter)

  return {
    record: async (report) => {
      const reports = await store.report(report)
      const { consent, ...sale } = mergeReports(reports) ?? report
      const named = sale.ref ? [options.publisherOf?.(sale.ref) ?? sale.ref] : []
      const owners = sale.codes.flatMap((code) => options.coupons?.match(code, sale.at) ?? [])
      const others = await store.history(sale, [
        ...named,
        ...owners.flatMap(({ publisher }) => publisher ?? []),
      ])
      // an order that is told again is reckoned as it was: what came after it does not count
      const history = others.filter(({ at }) => at <= sale.at)
      const conversion: Conversion = { ...sale, ...attribute(sale, { ...options, history }) }
      await store.save(conversion, reports.length)
      const mayTell = requireConsent ? consent === true : consent !== false
      if (conversion.publisher && mayTell && reports.some(isFinal))
        for (const [postback, fill] of fillers)
          await store.enqueue({ orderId: sale.orderId, postback, url: fill(conversion) }, now())
      return conversion
    },
    preview: (conversion) =>
      Object.fromEntries(fillers.map(([name, fill]) => [name, fill(conversion)])),
    list: (filter) => store.list(filter),
  }
}
