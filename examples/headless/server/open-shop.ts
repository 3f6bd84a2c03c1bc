import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { routeOf } from '../src/router/route.js'
import { createAsk } from '../src/shop/ask.js'
import { loadShop } from '../src/shop/load-shop.js'
import type { Mode } from './build-shop.js'
import { buildShop } from './build-shop.js'
import { shopPage } from './shop-page.js'

export interface OpenShopOptions {
  /** The Shop API of Vendure. */
  readonly api: string
  /** @default 'development' */
  readonly mode?: Mode | undefined
  /** @default any that is free */
  readonly port?: number | undefined
}

export interface OpenedShop {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Passes a request to Vendure and the answer back: for the browser the shop is one origin, and its session one cookie. */
const pass = async (api: string, request: Request): Promise<Response> => {
  const headers = new Headers(request.headers)
  headers.delete('host')
  const answer = await fetch(api, { method: 'POST', headers, body: await request.text() })
  const back = new Headers(answer.headers)
  // read and unpacked already
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) back.delete(name)
  return new Response(await answer.text(), { status: answer.status, headers: back })
}

/** Opens the storefront: pages rendered here with what is in the shopper's cart, and the Shop API beside them. */
export const openShop = async (options: OpenShopOptions): Promise<OpenedShop> => {
  const { api, mode = 'development', port = 0 } = options
  const built = await buildShop(mode)
  const app = new Hono()
  app.post('/shop-api', (c) => pass(api, c.req.raw))
  app.get('/assets/*', serveStatic({ root: built.directory }))
  app.get('/:file{.+\\.svg}', serveStatic({ root: built.directory }))
  app.get('*', async (c) => {
    const ask = createAsk(api, { cookie: c.req.header('cookie') ?? '' })
    const data = await loadShop(ask, c.req.path)
    const isThere = routeOf(c.req.path).page !== 'not-found'
    return c.html(shopPage(built, c.req.path, data), isThere ? 200 : 404, {
      // it shows one shopper's cart
      'cache-control': 'private, no-store',
    })
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: got } = server.address() as AddressInfo // oxlint-disable-line no-unsafe-type-assertion
  return {
    url: `http://127.0.0.1:${got}`,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(() => {
          built.remove()
          resolve()
        })
      }),
  }
}
