import { attribute } from '../attribute.js'
import type { AttributeOptions } from '../attribute.js'
import type { ReportFilter } from '../report.js'
import type { Conversion } from '../types.js'
import { checkConversions } from './check-conversions.js'
import type { ConversionStore } from './conversion-store.js'
import { mergeReports, SOURCES } from './merge-reports.js'
import type { SaleReport, SaleSource } from './merge-reports.js'

/** A message to a network or to the merchant's own backend, by name. */
export type Postbacks = Readonly<Record<string, string>>

/** What conversions are kept and told by. */
export interface ConversionsOptions extends Omit<AttributeOptions, 'history' | 'earlier'> {
  readonly store: ConversionStore
  /** Templates by name; each order is told once under each name. */
  readonly postbacks?: Postbacks | undefined
  /**
   * The source whose word is waited for before anybody is told; default `webhook`, the shop's own server. Where no source
   * of that rank can come, name the one that can.
   */
  readonly lastWord?: SaleSource | undefined
  /**
   * Milliseconds from when an order may be told until it is told; default ten minutes. What other sources say meanwhile
   * changes the message, what they say later does not.
   */
  readonly tellAfter?: number | undefined
  /**
   * Default true: nobody is told of an order before a source says that the shopper consented to attribution, which the order
   * itself says where it names the affiliate of a link. With false all are told but those that a source says were refused:
   * for merchants who need no consent to tell of a coupon, for example.
   */
  readonly requireConsent?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** What is known of an order beside what it came to. */
interface Settling {
  readonly consent: boolean | undefined
  readonly reports: readonly SaleReport[]
}

/** The books of one shop. */
export interface Conversions {
  /** Takes a report of an order, from whatever source, in whatever order, however often; answers what it came to. */
  readonly record: (report: SaleReport) => Promise<Conversion>
  /** The messages that the order would be told with, by name; sends nothing. */
  readonly preview: (conversion: Conversion) => Postbacks
  readonly list: (filter?: ReportFilter) => Promise<readonly Conversion[]>
}

const TEN_MINUTES = 600_000

/**
 * Keeps one conversion for each order and puts its postbacks up for delivery once, whatever arrives in whatever order.
 * Throws `TypeError` where an option is wrong, such as a model or a postback's field that is none. Nobody is told of a sale
 * that nobody earned, nor of one that the shopper refuses to have told: a refusal takes what waits out of the queue, and stands.
 */
export const createConversions = (options: ConversionsOptions): Conversions => {
  const fillers = checkConversions(options)
  const { lastWord = 'webhook', now = Date.now, requireConsent = true, store } = options
  const { tellAfter = TEN_MINUTES } = options
  const isFinal = ({ source }: SaleReport): boolean =>
    SOURCES.indexOf(source) <= SOURCES.indexOf(lastWord)

  /** Puts up what may be told, and takes back what may not be told any more. */
  const settle = async (conversion: Conversion, { consent, reports }: Settling): Promise<void> => {
    const mayTell = requireConsent ? consent === true : consent !== false
    for (const [postback, fill] of fillers) {
      const delivery = { orderId: conversion.orderId, postback, url: fill(conversion) }
      if (consent === false) await store.withdraw(delivery, Infinity)
      else if (!reports.some(isFinal)) continue
      else if (!conversion.publisher) await store.withdraw(delivery, reports.length)
      else if (mayTell) await store.enqueue(delivery, now() + tellAfter, reports.length)
    }
  }

  return {
    record: async (report) => {
      const reports = await store.report(report)
      const { consent, ...sale } = mergeReports(reports) ?? report
      const named = sale.ref ? [options.publisherOf?.(sale.ref) ?? sale.ref] : []
      const owners = sale.codes.flatMap((code) => options.coupons?.match(code, sale.at) ?? [])
      const publishers = [...named, ...owners.flatMap(({ publisher }) => publisher ?? [])]
      const past = await store.history(sale, publishers)
      const conversion: Conversion = { ...sale, ...attribute(sale, { ...options, ...past }) }
      await store.save(conversion, reports.length)
      await settle(conversion, { consent, reports })
      return conversion
    },
    preview: (conversion) =>
      Object.fromEntries(fillers.map(([name, fill]) => [name, fill(conversion)])),
    list: (filter) => store.list(filter),
  }
}
