import { createHmac, randomBytes } from 'node:crypto'
import { ATTRIBUTION_PATH, createAttributionApp } from './attribution/create-attribution-app.js'
import type { AttributionApp } from './attribution/create-attribution-app.js'
import { orderPayload } from './attribution/order-payload.js'
import type { Shop } from './shop/start-shop.js'
import type { Order } from './shop/types.js'

const SHOP = 'pine-and-post.example'

/** The merchant's books of a running shop. */
export interface AttributionDesk extends Pick<AttributionApp, 'received'> {
  /** Tells the books of an order, as the shop does by itself whenever one is placed; it may do so twice. */
  readonly tell: (order: Order) => Promise<Response>
}

/** Puts books of who earned which sale under the shop's own address; its orders are told there by signed webhooks. */
export const openAttribution = (shop: Shop): AttributionDesk => {
  const secret = randomBytes(32).toString('hex')
  const { settings } = shop
  const app = createAttributionApp({
    url: shop.url,
    shop: SHOP,
    secret,
    hasOrder: (orderId) => shop.orders.some(({ number }) => String(number) === orderId),
    now: () => settings.now(),
  })
  const tell = (order: Order): Promise<Response> => {
    const body = JSON.stringify(orderPayload(order, settings.now()))
    const headers = {
      'Content-Type': 'application/json',
      'X-Shopify-Topic': 'orders/create',
      'X-Shopify-Shop-Domain': SHOP,
      'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(body).digest('base64'),
    }
    return app.webhook(new Request(shop.url, { method: 'POST', headers, body }))
  }
  const others = settings.app
  settings.app = async (request, client) => {
    const isOurs = new URL(request.url).pathname.startsWith(`${ATTRIBUTION_PATH}/`)
    if (isOurs) return app.fetch(request)
    return (await others?.(request, client)) ?? new Response(null, { status: 404 })
  }
  settings.reportTo = `${ATTRIBUTION_PATH}/report`
  settings.ordered = (order) => void tell(order)
  return { received: app.received, tell }
}
