import { Hono } from 'hono'
import { cartJson, lineJson } from './cart-json.js'
import { findCart, openCart, priceOf, shownToken } from './cart-store.js'
import { giveCart, visitCode } from './cookies.js'
import type { Fields } from './form-fields.js'
import { pageContext } from './page-context.js'
import type { CartRefusal } from './refusal.js'
import { sameOriginPath } from './same-origin-path.js'
import { renderSections, sectionNames, sectionsRefusal } from './section-rendering.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'
import type { CartLine, ShopCart } from './types.js'
import { writeCart, type CartVerb } from './write-cart.js'

const VERBS: readonly CartVerb[] = ['add', 'update', 'change', 'clear']

const refuse = (c: ShopContext, { httpStatus, body }: CartRefusal): Response =>
  c.json(body, httpStatus)

const wantsJson = (c: ShopContext): boolean =>
  c.req.path.endsWith('.js') ||
  (c.get('body').kind === 'json' && !!c.req.header('accept')?.includes('application/json'))

const wholeCart = (state: ShopState, c: ShopContext, cart: ShopCart | undefined) =>
  cartJson({
    cart,
    token: shownToken(cart),
    priced: priceOf(state, cart),
    root: c.get('root'),
    settings: state.settings,
  })

/** What a write leaves behind: the cart, the lines it touched and the fields it came with. */
interface Written {
  readonly verb: CartVerb
  readonly cart: ShopCart
  readonly touched: readonly CartLine[]
  readonly fields: Fields
}

const addedLines = (state: ShopState, c: ShopContext, { cart, touched, fields }: Written) => {
  const ids = new Set(touched.map((line) => line.variantId))
  const lines = priceOf(state, cart).lines.filter(({ line }) => ids.has(line.variantId))
  const json = lines.map((line) => lineJson(line, c.get('root')))
  return fields['items'] === undefined ? json[0] : { items: json }
}

const answerJson = async (
  state: ShopState,
  c: ShopContext,
  written: Written,
): Promise<Response> => {
  const { verb, cart, fields } = written
  const answer = verb === 'add' ? addedLines(state, c, written) : wholeCart(state, c, cart)
  const names = sectionNames(fields['sections'])
  if (!names) return c.json(answer)
  const refused = sectionsRefusal(names, fields['sections_url'])
  if (refused) return refuse(c, refused)
  return c.json({ ...answer, sections: await renderSections(names, pageContext(state, c, cart)) })
}

const answerForm = (c: ShopContext, fields: Fields): Response => {
  const target = fields['return_to']
  const path = sameOriginPath(typeof target === 'string' ? target : undefined, {
    base: c.req.url,
    fallback: `${c.get('root')}cart`,
  })
  return c.redirect(path, 302)
}

const handleWrite = async (state: ShopState, c: ShopContext, verb: CartVerb): Promise<Response> => {
  const held = findCart(state, c)
  const isLink = c.req.method === 'GET'
  if (isLink && !held) return c.redirect(`${c.get('root')}cart`, 302)

  const cart = held ?? openCart(state)
  const fields: Fields = isLink ? c.req.query() : c.get('body').fields
  const outcome = writeCart(state, cart, { verb, fields, visit: visitCode(c) })
  if ('refused' in outcome) return refuse(c, outcome.refused)
  state.carts.set(cart.token, cart)
  giveCart(c, cart, state.settings)
  const written = { verb, cart, touched: outcome.touched, fields }
  return wantsJson(c) ? answerJson(state, c, written) : answerForm(c, fields)
}

/** `/cart.js` and `/cart/{add,update,change,clear}`, with and without `.js`. */
export const cartApi = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.get('/cart.js', (c) => c.json(wholeCart(state, c, findCart(state, c))))
  for (const verb of VERBS) {
    app.post(`/cart/${verb}.js`, (c) => handleWrite(state, c, verb))
    app.post(`/cart/${verb}`, (c) => handleWrite(state, c, verb))
  }
  for (const verb of ['change', 'clear'] as const) {
    app.get(`/cart/${verb}`, (c) => handleWrite(state, c, verb))
  }
  return app
}
