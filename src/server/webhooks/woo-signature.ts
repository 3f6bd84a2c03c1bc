import { wrongOption } from '../wrong-option.js'
import { isSignedBy } from './webhook-signature.js'
import type { VerifyWebhook } from './webhook-signature.js'

/** Whose webhooks are believed. */
export interface WooSignatureOptions {
  /** The webhook's own secret; two while it is changed. */
  readonly secrets: readonly string[]
  /** Default: `order.created` and `order.updated`; an order is paid by an update. */
  readonly topics?: readonly string[] | undefined
}

/**
 * Believes what WooCommerce has signed for one of these topics: `X-WC-Webhook-Signature`, the base64 HMAC-SHA256 of the raw
 * body (WC_Webhook::generate_signature). Throws a `DiscountKeeperError` where an option is wrong.
 */
export const wooSignature = (options: WooSignatureOptions): VerifyWebhook => {
  const { secrets, topics = ['order.created', 'order.updated'] } = options
  if (!secrets.length || !secrets.every(Boolean))
    throw wrongOption('secrets', 'a list of webhook secrets', 'none')
  return async (headers, body) =>
    topics.includes(headers.get('X-WC-Webhook-Topic') ?? '') &&
    isSignedBy(secrets, headers.get('X-WC-Webhook-Signature'), body)
}
