import { automaticDiscount } from './automatic-discount.js'
import { cartCookie } from './cookies.js'
import { priceCart, type PricedCart } from './price-cart.js'
import { randomToken } from './random-token.js'
import type { ShopContext, ShopState } from './state.js'
import type { ShopCart } from './types.js'

const TOKEN_BYTES = 16

/** The live cart with this `TOKEN?key=KEY`; an expired one is forgotten, a wrong key finds nothing. */
export const cartByName = (state: ShopState, name: string): ShopCart | undefined => {
  const [token = '', key] = name.split('?key=')
  const cart = state.carts.get(token)
  if (!cart || cart.key !== key) return undefined
  if (cart.touchedAt + state.settings.cartTtlMs > state.settings.now()) return cart
  state.carts.delete(token)
  return undefined
}

/** The shopper's cart, if there is one. */
export const findCart = (state: ShopState, c: ShopContext): ShopCart | undefined => {
  const name = cartCookie(c)
  return name === undefined ? undefined : cartByName(state, name)
}

/** A new cart nobody has been told of yet. */
export const openCart = (state: ShopState): ShopCart => {
  const cart: ShopCart = {
    token: randomToken(TOKEN_BYTES),
    key: randomToken(TOKEN_BYTES),
    touchedAt: state.settings.now(),
    lines: [],
    note: '',
    attributes: new Map(),
    codes: [],
    decided: false,
  }
  return cart
}

/** The token a cart is shown with; a shopper without a cart sees another one each time. */
export const shownToken = (cart: ShopCart | undefined): string =>
  `${cart?.token ?? randomToken(TOKEN_BYTES)}?key=${cart?.key ?? randomToken(TOKEN_BYTES)}`

/** The cart's prices with its own codes, or with others to try. */
export const priceOf = (
  state: ShopState,
  cart: ShopCart | undefined,
  codes: readonly string[] = cart?.codes ?? [],
): PricedCart =>
  priceCart(cart?.lines ?? [], {
    codes,
    book: state.codes,
    now: state.settings.now(),
    automatic: automaticDiscount(state.settings, cart),
  })
