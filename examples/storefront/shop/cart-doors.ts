import { Hono } from 'hono'
import { findCart, openCart } from './cart-store.js'
import { giveCart, visitCode } from './cookies.js'
import { splitCodes } from './fold-code.js'
import { nestFields, type Fields } from './form-fields.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'
import type { ShopCart } from './types.js'
import { writeCart } from './write-cart.js'

const ITEMS = '[0-9]+:[0-9]+(?:,[0-9]+:[0-9]+)*'

const submitCart = (state: ShopState, c: ShopContext): Response => {
  const cart = findCart(state, c)
  const home = `${c.get('root')}cart`
  const { discount, ...fields } = c.get('body').fields
  if (!cart) return c.redirect(home, 302)

  const outcome = writeCart(state, cart, { verb: 'update', fields, visit: visitCode(c) })
  if ('refused' in outcome) return c.redirect(home, 302)
  giveCart(c, cart, state.settings)
  const asked = state.settings.formDiscount && typeof discount === 'string'
  cart.doorCodes = asked ? splitCodes(discount) : undefined
  return c.redirect('checkout' in fields ? `${c.get('root')}checkout` : home, 302)
}

const itemFields = (items: string): Fields => ({
  items: items.split(',').map((item) => {
    const [id, quantity] = item.split(':')
    return { id, quantity }
  }),
})

const permalinkDetails = (state: ShopState, cart: ShopCart, query: URLSearchParams): void => {
  const fields = nestFields(query)
  const { attributes, note } = fields
  writeCart(state, cart, { verb: 'update', fields: { attributes, note }, visit: undefined })
  const discount = query.get('discount')
  if (discount === null || !state.settings.permalinkDiscount) return
  cart.codes = splitCodes(discount)
  cart.decided = true
}

const followPermalink = (state: ShopState, c: ShopContext): Response => {
  const cart = openCart(state)
  const fields = itemFields(c.req.param('items') ?? '')
  const outcome = writeCart(state, cart, { verb: 'add', fields, visit: visitCode(c) })
  const query = new URL(c.req.url).searchParams
  if ('refused' in outcome) return c.redirect(`${c.get('root')}cart`, 302)
  permalinkDetails(state, cart, query)
  state.carts.set(cart.token, cart)
  giveCart(c, cart, state.settings)
  const stays = query.get('storefront') === 'true'
  return c.redirect(`${c.get('root')}${stays ? 'cart' : 'checkout'}`, 302)
}

/** The cart form and the legacy permalink `/cart/VARIANT:QUANTITY,...`, which replaces the shopper's cart. */
export const cartDoors = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.post('/cart', (c) => submitCart(state, c))
  app.get(`/cart/:items{${ITEMS}}`, (c) => followPermalink(state, c))
  return app
}
