import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Coupon } from '../../../test/support/storefront-api/coupon.js'
import type { Order } from '../../../test/support/storefront-api/open-storefront-api.js'
import { openStorefrontApi } from '../../../test/support/storefront-api/open-storefront-api.js'
import { serve } from '../serve.js'
import { serveStorefront } from '../serve-storefront.js'

const directory = new URL('storefront', import.meta.url).pathname

/** The page that a checkout URL leads to, as far as a discount goes. */
const checkoutPage = ({ codes, total }: Order): ReturnType<typeof html> =>
  html`<!doctype html>
    <title>Checkout</title>
    <h1>Checkout</h1>
    <ul>
      ${codes.map(({ applicable, code }) => html`<li>${code}${applicable ? '' : ' (no effect)'}</li>`)}
    </ul>
    <p>To pay: <output name="total">${Number(total).toFixed(2)}</output></p>
    <form method="post"><button>Place order</button></form>`

/**
 * A headless shop on the Storefront API: its own server passes the API on, as Hydrogen's does, and its checkout is at another
 * origin. `orders` and `checkouts` (paths and queries) grow as shoppers go through it.
 */
export const startShop = async (coupons: readonly Coupon[]) => {
  const orders: Order[] = []
  const checkouts: string[] = []
  const back = { url: '' }

  const checkout = new Hono()
  checkout.on(['GET', 'POST'], '/cart/c/:token', (context) => {
    const { method, path, url } = context.req
    const { discount, key } = context.req.query()
    const token = context.req.param('token')
    const order =
      api.carts.get(token)?.key === key && api.orderOf(token, discount?.split(',').filter(Boolean))
    if (!order) return context.notFound()
    if (method === 'GET') {
      checkouts.push(path + new URL(url).search)
      return context.html(checkoutPage(order))
    }
    api.carts.delete(token)
    orders.push(order)
    return context.redirect(`${back.url}/thank-you/${orders.length}`)
  })
  const door = await serve(checkout.fetch)
  const api = openStorefrontApi({ origin: door.url, coupons })

  const routes = new Hono()
  routes.post('/api/:version/graphql.json', async (context) =>
    api.fetch(new URL(context.req.url), {
      method: 'POST',
      headers: context.req.raw.headers,
      body: await context.req.text(),
    }),
  )
  const storefront = await serveStorefront({ directory, config: { checkout: door.url }, routes })
  back.url = storefront.url
  return {
    api,
    checkouts,
    orders,
    url: storefront.url,
    close: async () => {
      await Promise.all([storefront.close(), door.close()])
    },
  }
}

export type StorefrontShop = Awaited<ReturnType<typeof startShop>>
