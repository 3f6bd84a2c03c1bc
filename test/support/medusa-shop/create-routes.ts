import type { Context } from 'hono'
import { Hono } from 'hono'
import type { MedusaCart, MedusaRequest } from './medusa-types.js'
import type { Counted } from './show-cart.js'
import { recompute, showCart } from './show-cart.js'

export interface MedusaState extends Counted {
  readonly key: string
  readonly carts: Map<string, MedusaCart>
  readonly requests: MedusaRequest[]
}

const ID = '/store/carts/:id'

type Body = Readonly<Record<string, unknown>>

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const merged = (before: MedusaCart['metadata'], change: Body): MedusaCart['metadata'] =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''))

/** The Store API's cart routes, as strict as the engine is. */
export const createRoutes = (state: MedusaState): Hono => {
  const app = new Hono()
  let made = 0

  const refuse = (context: Context, message: string): Response =>
    context.json({ type: 'invalid_data', message }, 400)
  const answer = (context: Context, cart: MedusaCart): Response =>
    context.json({ cart: showCart(cart, state) })
  const cartOf = (context: Context): MedusaCart | undefined =>
    state.carts.get(context.req.param('id') ?? '')
  const bodyOf = async (context: Context): Promise<Body> =>
    ((await context.req.json().catch(() => ({}))) as Body) ?? {}

  app.use('/store/*', async (context, next) => {
    const { method, path, raw } = context.req
    const text = await raw.clone().text()
    state.requests.push({ method, path, body: text ? (JSON.parse(text) as unknown) : undefined })
    const key = context.req.header('x-publishable-api-key')
    if (key === state.key) return next()
    const message = key
      ? 'A valid publishable key is required to proceed with the request'
      : 'Publishable API key required in the request header: x-publishable-api-key.'
    return context.json({ type: 'not_allowed', message }, 400)
  })

  app.post('/store/carts', async (context) => {
    const { metadata } = await bodyOf(context)
    const cart: MedusaCart = { id: `cart_${++made}`, lines: [], codes: [], metadata: null }
    if (metadata) cart.metadata = merged(null, metadata as Body)
    state.carts.set(cart.id, cart)
    return answer(context, cart)
  })

  app.use(`${ID}/*`, async (context, next) => {
    const cart = cartOf(context)
    const isRead = context.req.method === 'GET'
    if (cart?.completedAt && !isRead)
      return refuse(context, `Cart ${cart.id} is already completed.`)
    if (cart) return next()
    const isUnknown = context.req.path.endsWith('/promotions')
    return isUnknown
      ? context.json({ code: 'unknown_error', type: 'unknown_error' }, 500)
      : context.json({ type: 'not_found', message: 'Cart was not found' }, 404)
  })

  const onCart =
    (act: (cart: MedusaCart, context: Context) => Promise<Response> | Response) =>
    (context: Context): Promise<Response> | Response => {
      const cart = cartOf(context)
      return cart ? act(cart, context) : context.notFound()
    }

  app.get(
    ID,
    onCart((cart, context) => answer(context, cart)),
  )

  app.post(
    ID,
    onCart(async (cart, context) => {
      const { metadata, promo_codes: codes } = await bodyOf(context)
      if (metadata) cart.metadata = merged(cart.metadata, metadata as Body)
      recompute(cart, isList(codes) ? codes : cart.codes, state)
      return answer(context, cart)
    }),
  )

  app.post(
    `${ID}/line-items`,
    onCart((cart, context) => {
      cart.lines = [...cart.lines, { id: `line_${++made}`, quantity: 1 }]
      recompute(cart, cart.codes, state)
      return answer(context, cart)
    }),
  )

  app.delete(
    `${ID}/line-items/:line`,
    onCart((cart, context) => {
      cart.lines = cart.lines.filter(({ id }) => id !== context.req.param('line'))
      recompute(cart, cart.codes, state)
      return context.json({ object: 'line-item', deleted: true, parent: showCart(cart, state) })
    }),
  )

  app.on(
    ['POST', 'DELETE'],
    `${ID}/promotions`,
    onCart(async (cart, context) => {
      const { promo_codes: codes, ...more } = await bodyOf(context)
      if (!isList(codes) || Object.keys(more).length)
        return refuse(context, "Invalid request: Field 'promo_codes' is required")
      const unknown = codes.find((code) => !state.promotions.some((one) => one.code === code))
      if (unknown && context.req.method === 'POST')
        return refuse(context, `The promotion code ${unknown} is invalid`)
      const kept = cart.codes.filter((code) => !codes.includes(code))
      // an empty list to add is taken for a list to have
      const added = codes.length ? [...cart.codes, ...codes] : []
      recompute(cart, context.req.method === 'POST' ? added : kept, state)
      return answer(context, cart)
    }),
  )

  app.post(
    `${ID}/complete`,
    onCart((cart, context) => {
      cart.completedAt = new Date().toISOString()
      return context.json({ type: 'order', order: { id: `order_${cart.id}` } })
    }),
  )
  return app
}
