import { createHmac } from 'node:crypto'
import type { ConversionsOptions, SaleReport } from '../../../src/attribution/index.js'
import {
  createConversions,
  defineCoupons,
  fromShopifyOrder,
  memoryStore,
} from '../../../src/attribution/index.js'
import type {
  OrderWebhookOptions,
  ShopifySignatureOptions,
  WebhookReport,
} from '../../../src/server/index.js'
import { createOrderWebhook, shopifySignature } from '../../../src/server/index.js'

export const SECRET = 'hush'
export const SHOP = 'amys-tees.myshopify.com'

/** Made by Node's own crypto, apart from what is under test. */
export const sign = (body: string | Uint8Array, secret = SECRET): string =>
  createHmac('sha256', secret).update(body).digest('base64')

/** A webhook as Shopify sends it. */
export const send = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Request =>
  new Request('https://server.example/orders', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': sign(body),
      ...headers,
    },
  })

/** The webhook of a shop of Shopify, with what it recorded and told. */
export const openWebhook = (
  said: Partial<OrderWebhookOptions> &
    Partial<ShopifySignatureOptions> &
    Pick<Partial<ConversionsOptions>, 'store'> = {},
) => {
  const { secrets = [SECRET], shops = [SHOP], store = memoryStore(), topics, ...options } = said
  const conversions = createConversions({
    store,
    coupons: defineCoupons([{ code: 'AMY10', offer: 'summer', publisher: 'amy' }]),
    payoutFor: () => ({ percentage: 10 }),
    postbacks: { network: 'https://n.example/?o={order_id}' },
    requireConsent: false,
    tellAfter: 0,
    now: () => 0,
  })
  const reports: WebhookReport[] = []
  const recorded: SaleReport[] = []
  const parsed: unknown[] = []
  const handler = createOrderWebhook({
    verify: shopifySignature({ secrets, shops, topics }),
    toSale: (payload) => {
      parsed.push(payload)
      return fromShopifyOrder(payload)
    },
    conversions: {
      record: (report) => {
        recorded.push(report)
        return conversions.record(report)
      },
    },
    tell: (report) => void reports.push(report),
    ...options,
  })
  return { conversions, handler, parsed, recorded, reports, store }
}
