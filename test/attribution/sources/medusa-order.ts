import type { Json } from './shopify-order.js'

/** A line of an order, with other members. */
export const medusaItem = (said: Json = {}): Json => ({
  id: 'ordli_1',
  quantity: 1,
  product_collection: 'Summer',
  product_type: null,
  subtotal: 50,
  discount_subtotal: 10,
  ...said,
})

/** An order as a live shop answered it, with other members. */
export const medusaOrder = (said: Json = {}): Json => ({
  id: 'order_01M7',
  status: 'pending',
  created_at: '2026-11-21T12:00:00.000Z',
  currency_code: 'usd',
  customer_id: 'cus_01M7',
  metadata: { 'cc-discount-code': 'CREATOR20', 'cc-ref': 'amy' },
  total: 40,
  discount_subtotal: 10,
  promotions: [
    { code: 'CREATOR20', is_automatic: false },
    { code: 'EVERYBODY', is_automatic: true },
  ],
  shipping_address: { country_code: 'us' },
  billing_address: null,
  items: [medusaItem()],
  ...said,
})
