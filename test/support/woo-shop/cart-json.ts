import { dropCoupons, PRICE } from './coupons.js'
import type { Session, WooShopState } from './woo-types.js'

const discountOf = ({ coupons }: WooShopState, session: Session, code: string): number =>
  (session.items * PRICE * (coupons.get(code)?.percent ?? 0)) / 100

/** Percentages add up: each is taken off the original price. */
export const totalOf = (state: WooShopState, session: Session): number =>
  session.coupons.reduce(
    (total, code) => total - discountOf(state, session, code),
    session.items * PRICE,
  )

/** The cart as the Store API tells it. Telling it drops what is no longer valid, and empties the notices. */
export const cartJson = (state: WooShopState, session: Session): object => {
  dropCoupons(state.coupons, session)
  const { notices } = session
  session.notices = []
  const total = totalOf(state, session)
  const money = {
    currency_code: 'USD',
    currency_symbol: '$',
    currency_minor_unit: 2,
    currency_decimal_separator: '.',
    currency_thousand_separator: ',',
    currency_prefix: '$',
    currency_suffix: '',
  }
  const items = { id: 21, key: '3c59dc048e8850243be8079a5c74d079', quantity: session.items }
  return {
    items: session.items ? [items] : [],
    coupons: session.coupons.map((code) => ({
      code,
      discount_type: 'percent',
      totals: { ...money, total_discount: String(discountOf(state, session, code)) },
    })),
    totals: {
      ...money,
      total_items: String(session.items * PRICE),
      total_items_tax: '0',
      total_discount: String(session.items * PRICE - total),
      total_discount_tax: '0',
      total_price: String(total),
      total_tax: '0',
    },
    items_count: session.items,
    needs_payment: total > 0,
    errors: notices.map((message) => ({ code: 'woocommerce_rest_cart_coupon_error', message })),
    // PHP tells an empty map as a list
    extensions: state.hasPlugin ? { cc: Object.keys(session.cc).length ? session.cc : [] } : {},
  }
}
