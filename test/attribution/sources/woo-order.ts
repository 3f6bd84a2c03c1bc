import type { Json } from './shopify-order.js'

/** A line of an order, in the shape that WooCommerce's REST API documents. */
export const wooLine = (said: Json = {}): Json => ({
  id: 315,
  name: 'Tee',
  product_id: 93,
  variation_id: 0,
  quantity: 2,
  tax_class: '',
  subtotal: '100.00',
  subtotal_tax: '19.00',
  total: '80.00',
  total_tax: '15.20',
  taxes: [{ id: 75, total: '15.2', subtotal: '19' }],
  meta_data: [],
  sku: 'TEE',
  price: 40,
  ...said,
})

const person: Json = { first_name: 'Amy', last_name: 'B', address_1: '1 Street', postcode: '1010' }

/** A paid order, in the shape that WooCommerce's REST API documents, with other members. */
export const wooOrder = (said: Json = {}): Json => ({
  id: 727,
  parent_id: 0,
  number: '727',
  order_key: 'wc_order_58d2d042d1d',
  created_via: 'store-api',
  version: '10.5.0',
  status: 'processing',
  currency: 'EUR',
  date_created: '2026-11-21T13:00:00',
  date_created_gmt: '2026-11-21T12:00:00',
  discount_total: '20.00',
  discount_tax: '3.80',
  shipping_total: '5.00',
  shipping_tax: '0.95',
  cart_tax: '15.20',
  total: '101.15',
  total_tax: '16.15',
  prices_include_tax: true,
  customer_id: 0,
  billing: { ...person, country: 'AT', email: 'amy@shop.example', phone: '' },
  shipping: { ...person, country: '' },
  payment_method: 'bacs',
  date_paid_gmt: '2026-11-21T12:00:08',
  meta_data: [
    { id: 1, key: '_wc_order_attribution_data', value: { source: 'direct' } },
    { id: 2, key: 'cc-discount-code', value: 'AMY10' },
    { id: 3, key: 'cc-ref', value: 'amy' },
  ],
  line_items: [wooLine()],
  tax_lines: [],
  shipping_lines: [],
  fee_lines: [],
  coupon_lines: [{ id: 31, code: 'amy10', discount: '20', discount_tax: '3.8', meta_data: [] }],
  refunds: [],
  ...said,
})
