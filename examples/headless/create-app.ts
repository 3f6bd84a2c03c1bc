import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { StorefrontApi } from '../../test/support/storefront-api/open-storefront-api.js'
import { checkoutPage } from './checkout-page.js'
import { shopPage } from './shop-page.js'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** What the browser may have, by the folder in the address: the page's own files, the built SDK, its one dependency. */
const FOLDERS: Readonly<Record<string, URL>> = {
  assets: new URL('assets/', import.meta.url),
  sdk: new URL('../../dist/esm/', import.meta.url),
  vendor: new URL('../../node_modules/js-cookie/dist/', import.meta.url),
}

const send = async (c: Context): Promise<Response> => {
  const [, name = '', ...path] = c.req.path.split('/')
  const folder = FOLDERS[name]
  const file = folder && (await readFile(new URL(path.join('/'), folder)).catch(() => undefined))
  if (!file) return c.notFound()
  const type = TYPES[extname(c.req.path)] ?? 'application/octet-stream'
  return c.body(new Uint8Array(file), 200, { 'content-type': type, 'cache-control': 'no-cache' })
}

/** A headless storefront on the Storefront API: its server shows pages, and passes the API on as Hydrogen's does. */
export const createApp = (api: StorefrontApi): Hono => {
  const app = new Hono()
  app.get('/', (c) => c.html(shopPage()))
  app.post('/api/:version/graphql.json', async (c) =>
    api.fetch(new URL(c.req.url), {
      method: 'POST',
      headers: c.req.raw.headers,
      body: await c.req.text(),
    }),
  )
  app.get('/cart/c/:token', (c) => {
    const asked = c.req.query('discount')?.split(',').filter(Boolean)
    const order = api.orderOf(c.req.param('token'), asked)
    return order ? c.html(checkoutPage(order)) : c.notFound()
  })
  for (const name of Object.keys(FOLDERS)) app.get(`/${name}/*`, send)
  return app
}
