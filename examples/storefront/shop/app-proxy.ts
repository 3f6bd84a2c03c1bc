import { Hono } from 'hono'
import type { ShopContext, ShopEnv, ShopState } from './state.js'

const forwarded = (c: ShopContext): Request => {
  const { recorded } = c.get('body')
  const hasBody = !['GET', 'HEAD'].includes(c.req.method)
  const text = typeof recorded === 'string' ? recorded : JSON.stringify(recorded)
  return new Request(c.req.url, {
    method: c.req.method,
    headers: c.req.raw.headers,
    ...(hasBody && { body: text }),
  })
}

/** `/apps/…`: what the shop's app answers under the shop's own address. */
export const appProxy = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.all('/apps/*', (c) => {
    const { remoteAddress } = c.env.incoming.socket
    return state.settings.app?.(forwarded(c), remoteAddress) ?? c.notFound()
  })
  return app
}
