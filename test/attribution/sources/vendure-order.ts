import type { Json } from './shopify-order.js'

/** A line of an order, with other members. */
export const vendureLine = (said: Json = {}): Json => ({
  id: '1',
  quantity: 2,
  proratedLinePrice: 8_000,
  productVariant: { product: { collections: [{ slug: 'tees' }, { slug: 'sale' }] } },
  ...said,
})

/** An order as a live shop answered it, with other members. */
export const vendureOrder = (said: Json = {}): Json => ({
  code: 'CFRPPLA7',
  type: 'Regular',
  state: 'PaymentSettled',
  orderPlacedAt: '2026-11-21T12:00:00.000Z',
  currencyCode: 'USD',
  couponCodes: ['CREATOR20', 'MIN100'],
  customer: { id: '7', orders: { totalItems: 1 } },
  shippingAddress: { countryCode: 'GB' },
  billingAddress: { countryCode: 'FR' },
  promotions: [{ couponCode: 'CREATOR20' }, { couponCode: null }],
  discounts: [{ amount: -2_000 }, { amount: -500 }],
  lines: [vendureLine()],
  customFields: { ccRef: 'amy', ccDiscountCode: 'CREATOR20' },
  ...said,
})
