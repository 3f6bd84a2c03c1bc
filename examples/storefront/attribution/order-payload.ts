import { variantOf } from '../shop/catalog.js'
import type { Order } from '../shop/types.js'

const decimal = (minor: number): string => (minor / 100).toFixed(2)

/** Spreads what was taken off the whole order over its lines; the last one has what rounding leaves. */
const spread = (order: Order): readonly number[] => {
  const paid = order.lines.reduce((sum, { total }) => sum + total, 0)
  const off = order.discount - (order.subtotal - paid)
  let [before, taken] = [0, 0]
  return order.lines.map(({ total }) => {
    before += total
    const upTo = paid ? Math.round((off * before) / paid) : 0
    const share = upTo - taken
    taken = upTo
    return share
  })
}

/** The order as Shopify's `orders/create` webhook tells it, as far as it is read. */
export const orderPayload = (order: Order, at: number): unknown => {
  const shares = spread(order)
  return {
    id: order.number,
    created_at: new Date(at).toISOString(),
    currency: 'USD',
    test: false,
    taxes_included: false,
    total_discounts: decimal(order.discount),
    discount_codes: order.codes.map((code) => ({ code })),
    note_attributes: order.noteAttributes,
    line_items: order.lines.map(({ quantity, title, total, variantId }, place) => {
      const price = variantOf(variantId)?.variant.price ?? 0
      const own = price * quantity - total
      return {
        id: order.number * 100 + place,
        title,
        vendor: 'Pine & Post',
        quantity,
        price: decimal(price),
        tax_lines: [],
        discount_allocations: [{ amount: decimal(own + (shares[place] ?? 0)) }],
      }
    }),
  }
}
