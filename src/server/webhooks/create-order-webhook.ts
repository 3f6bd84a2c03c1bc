import type { Conversions } from '../../attribution/conversions/create-conversions.js'
import type { MergedSale } from '../../attribution/conversions/merge-reports.js'
import type { Conversion } from '../../attribution/types.js'
import type { Handler } from '../create-mint-handler.js'
import { readBytes } from '../read-bytes.js'
import type { VerifyWebhook } from './webhook-signature.js'

/** What became of one webhook, for the merchant's log. Holds nothing of the order but its number. */
export interface WebhookReport {
  readonly outcome: 'recorded' | 'ignored' | 'refused' | 'invalid' | 'unavailable'
  readonly orderId?: string | undefined
  /** Why, in a sentence. */
  readonly reason?: string | undefined
  /** What the store or a function of the merchant threw. */
  readonly error?: unknown
}

/** How orders come in. */
export interface OrderWebhookOptions {
  /** `shopifySignature`, `wooSignature`, or a function of the merchant's own. */
  readonly verify: VerifyWebhook
  /** `fromShopifyOrder`, `fromWooOrder` and the like; undefined for an order that is no sale. */
  readonly toSale: (payload: unknown) => MergedSale | undefined
  readonly conversions: Pick<Conversions, 'record'>
  /** Hears what became of each webhook; what it throws is swallowed. */
  readonly tell?: ((report: WebhookReport) => void) | undefined
}

/** Bytes; an order of hundreds of lines has less. */
const LARGEST = 1_048_576

const STATUS: Readonly<Record<WebhookReport['outcome'], number>> = {
  recorded: 200,
  ignored: 200,
  refused: 401,
  // what cannot be read today cannot be read at the next try either
  invalid: 400,
  unavailable: 503,
}

/** WooCommerce asks so, unsigned, before it saves a webhook, and wants 200 (WC_Webhook::deliver_ping). */
const isPing = (body: Uint8Array): boolean =>
  body.length < 64 && /^webhook_id=\d+$/.test(new TextDecoder().decode(body))

const parse = (body: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))

/**
 * Takes the orders that a shop's server tells. Shops try again for anything but 200, so a repeated order is answered like
 * the first and counts once. Nothing is read from a body before its signature was verified. Never rejects.
 */
export const createOrderWebhook = (options: OrderWebhookOptions): Handler => {
  const { conversions, toSale, verify } = options
  const readSale = (body: Uint8Array): MergedSale | undefined | Error => {
    try {
      return toSale(parse(body))
    } catch (cause) {
      return cause instanceof Error ? cause : new Error('The payload could not be read.')
    }
  }
  const take = async (request: Request): Promise<WebhookReport> => {
    if (request.method !== 'POST') return { outcome: 'invalid', reason: 'It was no POST.' }
    const body = await readBytes(request.body, LARGEST)
    if (!body) return { outcome: 'invalid', reason: `It had more than ${LARGEST} bytes.` }
    if (isPing(body))
      return { outcome: 'ignored', reason: 'It only asked whether somebody is here.' }
    if (!(await verify(request.headers, body)))
      return { outcome: 'refused', reason: 'Its signature, shop or topic was not right.' }
    const sale = readSale(body)
    if (sale instanceof Error) return { outcome: 'invalid', reason: sale.message, error: sale }
    if (!sale) return { outcome: 'ignored', reason: 'The order is no sale.' }
    const { orderId }: Conversion = await conversions.record({ ...sale, source: 'webhook' })
    return { outcome: 'recorded', orderId }
  }
  return async (request) => {
    const report = await take(request).catch((error: unknown): WebhookReport => {
      return { outcome: 'unavailable', reason: 'Something that it needs has failed.', error }
    })
    try {
      options.tell?.(report)
    } catch {
      // a log that fails is no reason to have the shop try again
    }
    return new Response(null, { status: STATUS[report.outcome] })
  }
}
