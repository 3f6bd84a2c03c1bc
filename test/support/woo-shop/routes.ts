import { cartJson, totalOf } from './cart-json.js'
import { applyCoupon } from './coupons.js'
import type { Session, WooShopState } from './woo-types.js'

export type Body = Readonly<Record<string, unknown>>
export type Status = 200 | 201 | 204 | 400 | 401 | 403 | 404 | 409

/** What a route answers; the cart is told where it has no body. */
export interface Reply {
  readonly status?: Status
  readonly body?: object
}

export interface No {
  readonly status: Status
  readonly code: string
  readonly message: string
  readonly data?: object
}

/** The Store API's way of saying no. */
export const no = ({ code, data, message, status }: No): Reply => ({
  status,
  body: { code, message, data: { status, ...data } },
})

const COUPON = 'woocommerce_rest_cart_coupon_error'

export type Route = (state: WooShopState, session: Session, body: Body) => Reply

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const apply: Route = (state, session, body) => {
  const message = applyCoupon(state.coupons, session, text(body['code']))
  return message ? no({ status: 400, code: COUPON, message }) : {}
}

const remove: Route = (state, session, body) => {
  const code = text(body['code']).toLowerCase()
  if (!session.coupons.includes(code)) {
    const message = 'Coupon cannot be removed because it is not already applied to the cart.'
    const cart = cartJson(state, session)
    return no({
      status: 409,
      code: 'woocommerce_rest_cart_coupon_invalid_code',
      message,
      data: { cart },
    })
  }
  session.coupons = session.coupons.filter((other) => other !== code)
  return {}
}

const extend: Route = (state, session, body) => {
  if (!state.hasPlugin || body['namespace'] !== 'cc') {
    const message = `There is no such namespace registered: ${text(body['namespace'])}.`
    return no({ status: 400, code: 'woocommerce_rest_cart_extensions_error', message })
  }
  const data = Object.entries((body['data'] ?? {}) as Body)
  const known = data.filter(([key]) => ['cc-discount-code', 'cc-ref'].includes(key))
  session.cc = Object.fromEntries(known.map(([key, value]) => [key, text(value)]))
  return {}
}

const checkout: Route = (state, session, body) => {
  const { email = '' } = (body['billing_address'] ?? {}) as { readonly email?: string }
  session.email = email
  const spent = session.coupons.filter((code) => state.coupons.get(code)?.usesEach === 0)
  if (spent.length) {
    session.coupons = session.coupons.filter((code) => !spent.includes(code))
    const why = (code: string) => `Usage limit for coupon &quot;${code}&quot; has been reached.`
    return no({
      status: 409,
      code: 'woocommerce_rest_cart_coupon_errors',
      message: 'Some coupons were removed.',
      data: {
        removed_coupons: Object.fromEntries(spent.map((code) => [code, why(code)])),
        cart: cartJson(state, session),
      },
    })
  }
  state.orders.push({ coupons: session.coupons, total: totalOf(state, session), meta: session.cc })
  Object.assign(session, { items: 0, coupons: [], cc: {}, notices: [] })
  const key = `wc_order_${state.orders.length}`
  return {
    body: {
      order_id: 20 + state.orders.length,
      status: 'processing',
      order_key: key,
      payment_result: {
        payment_status: 'success',
        redirect_url: `/checkout/order-received/${20 + state.orders.length}/?key=${key}`,
      },
    },
  }
}

/** What the shop answers, by method and path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /cart': () => ({}),
  'GET /cart/coupons': (_, session) => ({
    body: session.coupons.map((code) => ({ code, discount_type: 'percent' })),
  }),
  'POST /cart/add-item': (_, session, body) => {
    session.items += Number(body['quantity'] ?? 1)
    return { status: 201 }
  },
  'POST /cart/update-item': (_, session, body) => {
    session.items = Number(body['quantity'])
    return {}
  },
  'POST /cart/remove-item': (_, session) => {
    session.items = 0
    return {}
  },
  'DELETE /cart/items': (_, session) => {
    Object.assign(session, { items: 0, coupons: [] })
    return { body: [] }
  },
  'POST /cart/apply-coupon': apply,
  'POST /cart/remove-coupon': remove,
  'POST /cart/coupons': (state, session, body) => {
    const refused = apply(state, session, body)
    const code = text(body['code']).toLowerCase()
    return refused.status ? refused : { status: 201, body: { code, discount_type: 'percent' } }
  },
  'DELETE /cart/coupons/': (state, session, body) => {
    const refused = remove(state, session, body)
    return refused.status ? refused : { status: 204 }
  },
  'POST /cart/extensions': extend,
  'POST /checkout': checkout,
}
