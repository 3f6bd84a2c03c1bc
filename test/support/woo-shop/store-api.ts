import type { Context } from 'hono'
import { Hono } from 'hono'

import { cartJson } from './cart-json.js'
import type { Body, Reply } from './routes.js'
import { no, ROUTES } from './routes.js'
import type { Visitor } from './sessions.js'
import { keepSession, sessionIn, tokenFor, visitorOf } from './sessions.js'
import type { WooShopState } from './woo-types.js'

/** The proof that a write needs, where there is none. */
const proofless = (state: WooShopState, c: Context, { hasToken }: Visitor): Reply | undefined => {
  const nonce = c.req.header('Nonce')
  if (hasToken || nonce === state.nonce) return undefined
  return nonce
    ? no({ status: 403, code: 'woocommerce_rest_invalid_nonce', message: 'Nonce is invalid.' })
    : no({
        status: 401,
        code: 'woocommerce_rest_missing_nonce',
        message: 'Missing the Nonce header. This endpoint requires a valid nonce.',
      })
}

const tellHeaders = (state: WooShopState, c: Context, { session }: Visitor): void => {
  c.header('Nonce', state.nonce)
  c.header('Nonce-Timestamp', String(Math.floor(Date.now() / 1000)))
  c.header('User-ID', '0')
  c.header('Cart-Token', tokenFor(session.id))
  c.header('Access-Control-Expose-Headers', 'Cart-Token')
}

/** Another origin may read an answer that a valid token asked for. */
const tellOrigin = (c: Context): void => {
  const origin = c.req.header('Origin')
  const isOwn = !origin || new URL(origin).host === c.req.header('Host')
  if (!isOwn && sessionIn(c.req.header('Cart-Token') ?? '')) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Vary', 'Origin')
  }
}

const CARE = /apply-coupon|cart\/coupons|extensions/

/** The Store API: what is measured on the real one, and as strict. */
export const storeApiRoutes = (state: WooShopState): Hono => {
  const app = new Hono()
  let writing = 0

  const replyTo = async (c: Context, visitor: Visitor): Promise<Reply> => {
    const { method } = c.req
    const path = c.req.path.replace(/^.*\/wc\/store\/v1/, '')
    const body = (await c.req.json().catch(() => ({}))) as Body
    const proof = { nonce: c.req.header('Nonce'), token: c.req.header('Cart-Token') }
    state.requests.push({ method, path, body, ...proof })
    const refused = method === 'GET' ? undefined : proofless(state, c, visitor)
    if (refused) return refused
    const code = decodeURIComponent(/^\/cart\/coupons\/(.+)/.exec(path)?.[1] ?? '')
    const route = ROUTES[code ? `${method} /cart/coupons/` : `${method} ${path}`]
    if (!route) return no({ status: 404, code: 'rest_no_route', message: 'No route was found.' })
    if (method !== 'GET' && CARE.test(path) && !visitor.session.items)
      state.violations.push(`${method} ${path} on an empty cart`)
    return route(state, visitor.session, code ? { code } : body)
  }

  app.options('*', (c) => {
    c.header('Access-Control-Allow-Origin', c.req.header('Origin') ?? '*')
    c.header('Access-Control-Allow-Headers', 'Cart-Token, Nonce, Content-Type, Accept')
    c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE, OPTIONS')
    return c.body(null, 200)
  })
  app.all('*', async (c) => {
    const isWrite = c.req.method !== 'GET'
    if (isWrite && ++writing > 1) state.violations.push('two writes at once')
    const visitor = visitorOf(state, c)
    const { body, status = 200 } = await replyTo(c, visitor)
    const told = body ?? cartJson(state, visitor.session)
    keepSession(state, c, visitor)
    tellHeaders(state, c, visitor)
    tellOrigin(c)
    if (isWrite) writing--
    return status === 204 ? c.body(null, status) : c.json(told, status)
  })
  return app
}
