import { Hono } from 'hono'
import {
  createConversions,
  deliverPostbacks,
  fromShopifyOrder,
  memoryStore,
  toCsv,
} from '../../../src/attribution/index.js'
import {
  createOrderWebhook,
  createReportEndpoint,
  shopifySignature,
} from '../../../src/server/index.js'
import { booksOf } from './books.js'
import type { Received } from './books.js'
import { demoCoupons, USUAL_PAYOUT } from './demo-coupons.js'

export interface AttributionAppOptions {
  /** Where the shop is, which here is the affiliate network too. */
  readonly url: string
  readonly shop: string
  readonly secret: string
  /** Whether the shop has such an order: what a page says of others is nothing. */
  readonly hasOrder: (orderId: string) => boolean
  readonly now: () => number
}

export interface AttributionApp {
  readonly fetch: (request: Request) => Promise<Response>
  /** Takes a signed webhook, as the shop's server sends it. */
  readonly webhook: (request: Request) => Promise<Response>
  /** Postbacks that the network got. */
  readonly received: readonly Received[]
}

/** The folder that the books answer under. */
export const ATTRIBUTION_PATH = '/apps/attribution'

const POSTBACK =
  '/postback?coupon_code={coupon_code}&order={order_id}&amount={amount}&payout={commission}&currency={currency}&affiliate={affiliate_id}'

/** The merchant's books, with a network beside them that counts what it is told. */
export const createAttributionApp = (options: AttributionAppOptions): AttributionApp => {
  const { hasOrder, now, secret, shop, url } = options
  const received: Received[] = []
  const store = memoryStore()
  const conversions = createConversions({
    store,
    coupons: demoCoupons,
    payoutFor: () => USUAL_PAYOUT,
    postbacks: { network: url + ATTRIBUTION_PATH + POSTBACK },
    // the webhook knows what was paid, the thank-you page that it may be told; a demo waits for nothing else
    tellAfter: 0,
    now,
  })
  const take = createOrderWebhook({
    verify: shopifySignature({ secrets: [secret], shops: [shop] }),
    toSale: (payload) => fromShopifyOrder(payload),
    conversions,
  })
  const report = createReportEndpoint({
    origins: [url],
    // anybody can post here: who sent the shopper stands on the order itself
    conversions: { record: (told) => conversions.record({ ...told, ref: undefined }) },
    isKnown: ({ orderId }) => hasOrder(orderId),
    now,
  })
  const deliver = async (): Promise<void> => void (await deliverPostbacks({ store, now }))

  const app = new Hono().basePath(ATTRIBUTION_PATH)
  app.all('/report', async (c) => {
    const answer = await report(c.req.raw)
    await deliver()
    return answer
  })
  app.get('/postback', (c) => {
    received.push({ at: now(), fields: c.req.query() })
    return c.body(null, 204)
  })
  app.get('/books', async (c) => {
    const books = booksOf(await conversions.list(), received)
    return c.json(books, 200, { 'cache-control': 'no-store' })
  })
  app.get('/conversions.csv', async (c) => {
    const csv = toCsv(await conversions.list(), { couponField: 'Pub. Unique 3' })
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  return {
    fetch: async (request) => app.fetch(request),
    webhook: async (request) => {
      const answer = await take(request)
      await deliver()
      return answer
    },
    received,
  }
}
