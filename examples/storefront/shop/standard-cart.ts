import { Hono } from 'hono'
import { lineKey } from './cart-json.js'
import { findCart, priceOf } from './cart-store.js'
import { isFields, textOf } from './form-fields.js'
import type { Refusal } from './judge-codes.js'
import type { PricedCart } from './price-cart.js'
import type { ShopEnv, ShopState } from './state.js'
import type { ShopCart } from './types.js'
import { setCodes } from './write-cart.js'

/** Shopify's words for why a code takes nothing off. */
const WARNINGS: Readonly<Record<Refusal, string>> = {
  unknown: 'DISCOUNT_NOT_FOUND',
  'not active': 'DISCOUNT_CURRENTLY_INACTIVE',
  'used up': 'DISCOUNT_USAGE_LIMIT_REACHED',
  'below the minimum': 'DISCOUNT_PURCHASE_NOT_IN_RANGE',
  'nothing in the cart it is for': 'DISCOUNT_NO_ENTITLED_LINE_ITEMS',
  'does not combine': 'DISCOUNT_CODE_NOT_HONOURED',
  'one code too many': 'DISCOUNT_CODE_NOT_HONOURED',
}

const gid = ({ key, token }: ShopCart): string => `gid://shopify/Cart/${token}?key=${key}`

const cartOf = (cart: ShopCart, priced: PricedCart) => ({
  id: gid(cart),
  totalQuantity: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  cost: { totalAmount: { amount: (priced.total / 100).toFixed(2), currencyCode: 'USD' } },
  lines: cart.lines.map((line) => ({ id: lineKey(line), quantity: line.quantity })),
  discountCodes: priced.codes.map(({ code, refusal }) => ({ code, applicable: !refusal })),
})

const replaceAttributes = (cart: ShopCart, list: readonly unknown[]): void => {
  cart.attributes.clear()
  for (const attribute of list.filter(isFields))
    cart.attributes.set(textOf(attribute['key']), textOf(attribute['value']))
}

/**
 * Stands in for the Storefront API, which Shopify's own script for standard actions asks: what it is given replaces, codes
 * and attributes alike, and its warnings say why codes take no effect, but not which.
 */
export const standardCart = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.post('/api/standard/cart.json', (c) => {
    const cart = findCart(state, c)
    if (!cart) return c.json({ userErrors: [{ code: 'INVALID', message: 'There is no cart.' }] })
    const { attributes, discountCodes, note } = c.get('body').fields
    if (Array.isArray(discountCodes)) setCodes(state, cart, discountCodes.map(textOf))
    if (Array.isArray(attributes)) replaceAttributes(cart, attributes)
    if (typeof note === 'string') cart.note = note
    cart.touchedAt = state.settings.now()
    const priced = priceOf(state, cart)
    const warnings = priced.codes.flatMap(({ refusal }) =>
      refusal
        ? [{ code: WARNINGS[refusal], message: 'A code takes no effect.', target: gid(cart) }]
        : [],
    )
    return c.json({ cart: cartOf(cart, priced), userErrors: [], warnings: warnings.reverse() })
  })
  return app
}
