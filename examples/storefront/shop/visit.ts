import { Hono } from 'hono'
import { findCart } from './cart-store.js'
import { rememberVisit } from './cookies.js'
import { joinVisit } from './join-visit.js'
import { sameOriginPath } from './same-origin-path.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'

// Read from the raw path: a plus is a space here, as in a query, unless it is percent-encoded.
const codeOf = (path: string): string | undefined => {
  try {
    const raw = path.slice(path.indexOf('/discount/') + '/discount/'.length)
    return decodeURIComponent(raw.replace(/\+/g, ' ')).trim() || undefined
  } catch {
    return undefined
  }
}

const followLink = (state: ShopState, c: ShopContext): Response => {
  const code = codeOf(new URL(c.req.url).pathname)
  if (code === undefined) return c.notFound() as Response // oxlint-disable-line no-unsafe-type-assertion
  rememberVisit(c, code)
  const cart = findCart(state, c)
  const joins = state.settings.visitJoins && state.settings.visit === 'remembers'
  const ready = cart && (cart.lines.length > 0 || state.settings.emptyCart === 'keeps')
  if (ready && joins) joinVisit(state, cart, code)
  const target = c.req.query('redirect')
  return c.redirect(sameOriginPath(target, { base: c.req.url, fallback: c.get('root') }), 302)
}

/** `/discount/CODE?redirect=/path`: the visit remembers one code; no cart is made. */
export const visit = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.get('/discount/:code', (c) => followLink(state, c))
  return app
}
