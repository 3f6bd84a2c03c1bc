import { wrongOption } from '../wrong-option.js'
import { isSignedBy } from './webhook-signature.js'
import type { VerifyWebhook } from './webhook-signature.js'

/** Whose webhooks are believed. */
export interface ShopifySignatureOptions {
  /** The app's client secret; two while it is changed. */
  readonly secrets: readonly string[]
  /** The shops, such as `my-shop.myshopify.com`. */
  readonly shops: readonly string[]
  /** Default: `orders/create` and `orders/paid`. */
  readonly topics?: readonly string[] | undefined
}

/**
 * Believes what Shopify has signed for one of these shops and topics: `X-Shopify-Hmac-Sha256`, the base64 HMAC-SHA256 of the
 * raw body. Shop and topic are headers beside the signature, so they only tell apart what one app gets.
 * https://shopify.dev/docs/apps/build/webhooks/subscribe/https. Throws a `DiscountKeeperError` where an option is wrong.
 */
export const shopifySignature = (options: ShopifySignatureOptions): VerifyWebhook => {
  const { secrets, shops, topics = ['orders/create', 'orders/paid'] } = options
  if (!secrets.length || !secrets.every(Boolean))
    throw wrongOption('secrets', 'a list of app secrets', 'none')
  if (!shops.length) throw wrongOption('shops', 'a list of shops', 'none')
  return async (headers, body) =>
    shops.includes(headers.get('X-Shopify-Shop-Domain') ?? '') &&
    topics.includes(headers.get('X-Shopify-Topic') ?? '') &&
    isSignedBy(secrets, headers.get('X-Shopify-Hmac-Sha256'), body)
}
