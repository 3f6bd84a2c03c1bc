import type { Sale } from '../types.js'

/** Who reported a sale, the one that knows best first: the shop's server, Shopify's pixel, the thank-you page. */
export const SOURCES = ['webhook', 'pixel', 'page'] as const

export type SaleSource = (typeof SOURCES)[number]

/** One order as one source tells it. */
export interface SaleReport extends Sale {
  readonly source: SaleSource
  /** What the shopper said to attribution; absent where the source does not know. */
  readonly consent?: boolean | undefined
}

/** All that is known of a sale. */
export interface MergedSale extends Sale {
  /** What the shopper said to attribution; absent where nobody knows, false as soon as one source says so. */
  readonly consent?: boolean | undefined
}

const rank = ({ source }: SaleReport): number => SOURCES.indexOf(source)

const isSaid = ([, value]: readonly [string, unknown]): boolean =>
  value !== undefined && !(Array.isArray(value) && !value.length)

/** What anybody could have posted adds nothing to the word of the shop's server but when its ref and its codes were come by. */
const timesOf = (report: SaleReport, { codes, ref }: SaleReport): Partial<SaleReport> => ({
  refAt: report.ref === ref ? report.refAt : undefined,
  codeAt: report.codes.some((code) => codes.includes(code)) ? report.codeAt : undefined,
})

/** What one report says beside the best one; of another currency, its lines say nothing. */
const saidBeside = (best: SaleReport) => (report: SaleReport) => {
  const isPosted = report !== best && best.source === 'webhook'
  const said = Object.entries(isPosted ? timesOf(report, best) : report).filter(isSaid)
  return said.filter(([name]) => name !== 'lines' || report.currency === best.currency)
}

/**
 * One sale of the reports of one order, at most one a source; undefined for none. What a browser does not say, another one
 * fills in; the shop's server has the last word on codes, ref and money. Refs that disagree with the one that counts are
 * rivals. The order of the reports does not matter.
 */
export const mergeReports = (reports: readonly SaleReport[]): MergedSale | undefined => {
  const [best, ...others] = [...reports].sort((one, other) => rank(one) - rank(other))
  if (!best) return undefined
  const sorted = [best, ...others]
  // the last of two entries counts, so the best comes last
  const said = sorted.reverse().flatMap(saidBeside(best))
  const { source: _, ...sale }: SaleReport = { ...best, ...Object.fromEntries(said) }
  const refs = sorted.flatMap(({ ref, rivals = [] }) => [...(ref ? [ref] : []), ...rivals])
  const rivals = [...new Set(refs)].filter((ref) => ref !== sale.ref).sort()
  const answers = sorted.map(({ consent }) => consent)
  return {
    ...sale,
    rivals: rivals.length ? rivals : undefined,
    consent: answers.includes(false) ? false : answers.find(Boolean),
  }
}
