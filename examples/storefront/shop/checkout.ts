import { Hono } from 'hono'
import { checkoutPage } from '../theme/checkout-page.js'
import { thankYouPage } from '../theme/thank-you-page.js'
import { cartByName, findCart } from './cart-store.js'
import { checkoutCodes, paramCodes } from './checkout-codes.js'
import { takeCart, visitCode } from './cookies.js'
import { billOf, placeOrder } from './place-order.js'
import { randomToken } from './random-token.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'
import type { Checkout, ShopCart } from './types.js'

const beginCheckout = (
  state: ShopState,
  cart: ShopCart,
  about: { readonly home: string; readonly codes: readonly string[] },
): Checkout => {
  const checkout = { token: randomToken(12), cartToken: cart.token, ...about }
  state.checkouts.set(checkout.token, checkout)
  return checkout
}

const shownCheckout = (
  state: ShopState,
  c: ShopContext,
  { checkout, cart }: { readonly checkout: Checkout; readonly cart: ShopCart },
): Response | Promise<Response> => {
  const bill = billOf(state, cart, checkout.codes)
  return c.html(checkoutPage({ checkout, cart, bill, nonce: c.get('nonce') }))
}

const enter = (state: ShopState, c: ShopContext): Response | Promise<Response> => {
  const cart = findCart(state, c)
  const root = c.get('root')
  if (!cart || cart.lines.length === 0) return c.redirect(`${root}cart`, 302)

  const field = c.get('body').fields['discount']
  const posted = state.settings.formDiscount && typeof field === 'string' ? field : undefined
  const param = c.req.query('discount') ?? posted
  const codes = checkoutCodes(state, { cart, param, visit: visitCode(c) })
  const checkout = beginCheckout(state, cart, { home: new URL(root, c.req.url).href, codes })
  const { host } = state.settings.checkout
  if (!host) return shownCheckout(state, c, { checkout, cart })
  return c.redirect(`${host}/checkouts/cn/${checkout.token}${new URL(c.req.url).search}`, 302)
}

const enterByToken = (state: ShopState, c: ShopContext): Response => {
  const url = new URL(c.req.url)
  const name = `${c.req.param('token')}?key=${url.searchParams.get('key') ?? ''}`
  const cart = cartByName(state, name)
  const root = c.get('root')
  if (!cart || cart.lines.length === 0) return c.redirect(`${root}cart`, 302)

  // This door carries the first code only, whatever the cart holds.
  const asked = paramCodes(state, url.searchParams.get('discount') ?? undefined)
  const codes = asked ?? cart.codes.slice(0, 1)
  const checkout = beginCheckout(state, cart, { home: new URL(root, c.req.url).href, codes })
  const query = new URLSearchParams(codes.length > 0 ? { discount: codes.join(',') } : {})
  return c.redirect(
    `${state.settings.checkout.host ?? ''}/checkouts/cn/${checkout.token}?${query}`,
    302,
  )
}

const resume = (state: ShopState, c: ShopContext): Response | Promise<Response> => {
  const checkout = state.checkouts.get(c.req.param('token') ?? '')
  const cart = checkout && state.carts.get(checkout.cartToken)
  if (!checkout || !cart) return c.notFound()
  checkout.codes = paramCodes(state, c.req.query('discount')) ?? checkout.codes
  return shownCheckout(state, c, { checkout, cart })
}

const complete = (state: ShopState, c: ShopContext): Response | Promise<Response> => {
  const checkout = state.checkouts.get(c.req.param('token') ?? '')
  const cart = checkout && state.carts.get(checkout.cartToken)
  if (!checkout || (!cart && !checkout.order)) return c.notFound()
  if (cart) {
    const order = placeOrder(state, cart, checkout)
    state.settings.ordered?.(order)
  }
  takeCart(c)
  return c.redirect(`/checkouts/${checkout.token}/thank-you`, 303)
}

const thank = (state: ShopState, c: ShopContext): Response | Promise<Response> => {
  const checkout = state.checkouts.get(c.req.param('token') ?? '')
  return checkout?.order
    ? c.html(
        thankYouPage(checkout.order, {
          home: checkout.home,
          nonce: c.get('nonce'),
          reportTo: state.settings.reportTo,
        }),
      )
    : c.notFound()
}

/** `/checkout`, `/cart/c/TOKEN` and the pages behind them, up to the placed order. */
export const checkout = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.on(['GET', 'POST'], '/checkout', (c) => enter(state, c))
  app.get('/cart/c/:token', (c) => enterByToken(state, c))
  app.get('/checkouts/cn/:token', (c) => resume(state, c))
  app.post('/checkouts/:token/complete', (c) => complete(state, c))
  app.get('/checkouts/:token/thank-you', (c) => thank(state, c))
  return app
}
