import { priceOf } from './cart-store.js'
import { variantOf } from './catalog.js'
import type { JudgedCode } from './judge-codes.js'
import type { PricedCart } from './price-cart.js'
import type { ShopState } from './state.js'
import type { Checkout, Order, ShopCart } from './types.js'

const SHIPPING = 500
const FIRST_ORDER = 1001

/** What the shopper is asked to pay at this checkout. */
export interface Bill {
  readonly priced: PricedCart
  readonly shipping: number
  readonly total: number
}

export const billOf = (state: ShopState, cart: ShopCart, codes: readonly string[]): Bill => {
  const priced = priceOf(state, cart, codes)
  const shipping = priced.freeShipping ? 0 : SHIPPING
  return { priced, shipping, total: priced.total + shipping }
}

const took = (codes: readonly JudgedCode[]): JudgedCode[] => codes.filter((code) => !code.refusal)

const orderOf = (state: ShopState, cart: ShopCart, checkout: Checkout): Order => {
  const { priced, shipping, total } = billOf(state, cart, checkout.codes)
  return {
    number: FIRST_ORDER + state.orders.length,
    codes: took(priced.codes).map(({ code }) => code),
    subtotal: priced.originalTotal,
    discount: priced.discount,
    shipping,
    total,
    noteAttributes: [...cart.attributes].map(([name, value]) => ({ name, value })),
    note: cart.note,
    lines: priced.lines.map(({ line, total: lineTotal }) => ({
      variantId: line.variantId,
      title: variantOf(line.variantId)?.product.title ?? '',
      quantity: line.quantity,
      total: lineTotal,
    })),
    cartToken: cart.token,
    checkoutToken: checkout.token,
  }
}

/** The codes that take effect at a checkout, or did when it was over; none where its cart is gone. */
export const codesOf = (
  state: ShopState,
  { cartToken, codes, order }: Checkout,
): readonly string[] => {
  if (order) return order.codes
  const cart = state.carts.get(cartToken)
  return cart ? took(priceOf(state, cart, codes).codes).map(({ code }) => code) : []
}

/** Turns a checkout into an order: codes are used, the cart is gone. */
export const placeOrder = (state: ShopState, cart: ShopCart, checkout: Checkout): Order => {
  const order = orderOf(state, cart, checkout)
  for (const { discount } of took(priceOf(state, cart, checkout.codes).codes)) {
    if (discount) discount.used += 1
  }
  state.orders.push(order)
  state.carts.delete(cart.token)
  checkout.order = order
  return order
}
