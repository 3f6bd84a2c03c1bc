import type { Conversions } from '../../attribution/conversions/create-conversions.js'
import type { SaleReport } from '../../attribution/conversions/merge-reports.js'
import { allowedOrigin, checkRequest } from '../check-request.js'
import { createLimits } from '../create-limits.js'
import type { Handler } from '../create-mint-handler.js'
import type { LimitOptions } from '../limits.js'
import { checkOrigins } from '../origins.js'
import { readJson } from '../read-json.js'
import { respond } from '../respond.js'
import type { Answer, Verdict } from '../verdicts.js'
import { invalid, refused, unavailable } from '../verdicts.js'
import { readReport } from './read-report.js'

/** What became of one report, for the merchant's log. Holds nothing of the order but its number. */
export interface ReportReport {
  readonly outcome: 'recorded' | 'refused' | 'invalid' | 'later' | 'unavailable' | 'preflight'
  readonly orderId?: string | undefined
  /** Why, in a sentence; a browser is never told. Of a report that was recorded: what nobody checked. */
  readonly reason?: string | undefined
  /** What the store or a function of the merchant threw. */
  readonly error?: unknown
}

/** How the reports of browsers come in. */
export interface ReportEndpointOptions {
  /** Pages that may report, such as `https://shop.example`; `null` is the origin of Shopify's sandboxed pixels. */
  readonly origins: readonly string[]
  readonly conversions: Pick<Conversions, 'record'>
  /**
   * Whether the shop has such an order, of this shopper's. The number of an order is not enough where it can be guessed: have
   * the page post to `/report?key=…` with what it alone knows, such as WooCommerce's order key, and compare that. Without it
   * anybody who knows a number can answer for the shopper, yes or no, say when a link was followed, lay claim to the sale
   * (`rivals`), and where no webhook has the last word name an affiliate.
   */
  readonly isKnown?:
    | ((report: SaleReport, request: Request) => boolean | Promise<boolean>)
    | undefined
  /** `clientIp` and `address`. Without `clientIp` one address may post as often as it likes. */
  readonly limits?: Pick<LimitOptions, 'clientIp' | 'address'> | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
  /** Hears what became of each report; what it throws is swallowed. */
  readonly tell?: ((report: ReportReport) => void) | undefined
}

/** Bytes: what a browser lets a request have that outlives its page. */
const LARGEST = 65_536
// text too: a browser asks before it sends JSON to another origin, and the page may be gone by the answer
const TYPES = /^(?:application\/json|text\/plain) *(;|$)/i

const SANDBOX = 'null'

/** Answers what is no list as it is. */
const withoutSandbox = (origins: readonly string[]): readonly string[] =>
  Array.isArray(origins) ? origins.filter((origin) => origin !== SANDBOX) : origins

type Taken = Answer & { readonly report: ReportReport }

const isOutcome = (outcome: string): outcome is ReportReport['outcome'] =>
  ['refused', 'invalid', 'later', 'unavailable', 'preflight'].includes(outcome)

/** The verdict as this log hears it; a page that is only prefetched reports nothing. */
const toTaken = (verdict: Verdict, orderId?: string): Taken => {
  const { error, outcome, reason } = verdict.report
  return {
    ...verdict,
    report: { outcome: isOutcome(outcome) ? outcome : 'refused', reason, orderId, error },
  }
}

/**
 * Takes what thank-you pages and web pixels report of an order, as a `SaleReport` in JSON. It is believed less than a webhook:
 * it fills in what the shop's server does not say, and never goes before it. Answers 204 and no word of the order. Throws a
 * `DiscountKeeperError` where an option is wrong; never rejects.
 */
export const createReportEndpoint = (options: ReportEndpointOptions): Handler => {
  const { conversions, isKnown, now = Date.now, origins } = options
  const isSandboxOnly = Array.isArray(origins) && origins.join() === SANDBOX
  if (!isSandboxOnly) checkOrigins('origins', withoutSandbox(origins))
  const limits = createLimits(options.limits)
  const unchecked = [
    ...(isKnown ? [] : ['Nobody checked whose order it is: there is no isKnown.']),
    ...(options.limits?.clientIp ? [] : ['No address is limited: there is no limits.clientIp.']),
  ].join(' ')
  const recorded = unchecked ? { reason: unchecked } : {}

  const take = async (request: Request): Promise<Taken> => {
    const stopped = checkRequest(request, origins, TYPES) ?? (await limits.checkAddress(request))
    if (stopped) return toTaken(stopped)
    const read = await readJson(request, LARGEST)
    if ('verdict' in read) return toTaken(read.verdict)
    const report = readReport(read.fields, now())
    if (!report) return toTaken(invalid(400, 'Its body had not the agreed shape.'))
    const { orderId } = report
    if (isKnown && !(await isKnown(report, request)))
      return toTaken(refused('The shop knows of no such order.'), orderId)
    await conversions.record(report)
    return { status: 204, report: { outcome: 'recorded', orderId, ...recorded } }
  }
  return async (request) => {
    const verdict = await take(request).catch((error: unknown) =>
      toTaken(unavailable('Something that it needs has failed.', error)),
    )
    try {
      options.tell?.(verdict.report)
    } catch {
      // a log that fails is no reason to have the page try again
    }
    return respond(verdict, allowedOrigin(request, origins))
  }
}
