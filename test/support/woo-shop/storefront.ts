import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'

import { keepSession, sessionIn, visitorOf } from './sessions.js'
import type { WooShopState } from './woo-types.js'

const FILES: Readonly<Record<string, string>> = {
  'shop-client.js': 'test/support/woo-shop/shop-client.js',
  'discount-keeper.woocommerce.js': 'dist/discount-keeper.woocommerce.js',
  'discount-keeper.woocommerce.keeping.js': 'dist/discount-keeper.woocommerce.keeping.js',
}

/** One page for all: its script draws what belongs to the address. */
const page = (nonce: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A WooCommerce shop</title>
    <link rel="icon" href="data:," />
    <link rel="https://api.w.org/" href="/wp-json/" />
    <script>
      var wcBlocksMiddlewareConfig = { storeApiNonce: '${nonce}', wcStoreApiNonceTimestamp: '0' }
    </script>
    <script src="/assets/discount-keeper.woocommerce.js" defer></script>
    <script src="/assets/shop-client.js" defer></script>
  </head>
  <body>
    <nav><a href="/">Shop</a> <a href="/cart/">Cart</a> <a href="/checkout/">Checkout</a></nav>
    <main></main>
  </body>
</html>`

/** The pages of the shop. Of what an address says of codes they know nothing; a session they take over. */
export const storefrontRoutes = (state: WooShopState): Hono => {
  const app = new Hono()
  app.get('/assets/:file', (c) => {
    const path = FILES[c.req.param('file')]
    if (!path) return c.notFound()
    return c.body(readFileSync(path, 'utf8'), 200, { 'Content-Type': 'text/javascript' })
  })
  app.get('/*', (c) => {
    const handed = sessionIn(c.req.query('session') ?? '')
    if (handed) setCookie(c, 'wp_woocommerce_session_c0ffee', handed, { path: '/', httpOnly: true })
    else keepSession(state, c, visitorOf(state, c))
    return c.html(page(state.nonce))
  })
  return app
}
