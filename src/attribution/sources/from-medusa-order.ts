import { REF_ATTRIBUTE } from '../../names.js'
import type { MergedSale } from '../conversions/merge-reports.js'
import type { SaleLine } from '../types.js'
import { consentOf } from './consent-of.js'
import { readFields } from './read-fields.js'
import type { Fields } from './read-fields.js'

/** What to ask Medusa for of an order, for `fromMedusaOrder`: as `fields` of the Admin API, or of `query.graph`. */
export const medusaOrderFields: readonly string[] = [
  'id',
  'status',
  'created_at',
  'currency_code',
  'customer_id',
  'metadata',
  'total',
  'discount_subtotal',
  'promotions.code',
  'promotions.is_automatic',
  'shipping_address.country_code',
  'billing_address.country_code',
  'items.*',
]

const NO_SALE = ['draft', 'canceled']

const cataloguesOf = (line: Fields): readonly string[] =>
  ['product_collection', 'product_type'].flatMap((name) => line.maybeText(name) ?? [])

const countryOf = (address: Fields | undefined): string | undefined =>
  address?.maybeText('country_code')?.toUpperCase()

/**
 * The sale in an order that Medusa answers to `medusaOrderFields`, asked for on its event `order.placed`; undefined for drafts
 * and cancelled orders. Throws `SaleSourceError` where the payload is no such order. The affiliate is the cart's metadata
 * `cc-ref`. Medusa does not round what it reckons: lines are rounded here, one by one. Event:
 * https://docs.medusajs.com/resources/references/events
 */
export const fromMedusaOrder = (payload: unknown): MergedSale | undefined => {
  const order = readFields(payload)
  if (NO_SALE.includes(order.text('status'))) return undefined
  const currency = order.text('currency_code').toUpperCase()
  const lines = order.list('items').map((line): SaleLine => ({
    id: line.text('id'),
    quantity: line.count('quantity'),
    // both without tax
    amount: line.money('subtotal', currency) - line.money('discount_subtotal', currency),
    catalogues: cataloguesOf(line),
  }))
  const ref = order.maybe('metadata')?.maybeText(REF_ATTRIBUTE)
  return {
    orderId: order.text('id'),
    at: order.time('created_at'),
    currency,
    amount: lines.reduce((total, { amount }) => total + amount, 0),
    discount: order.money('discount_subtotal', currency),
    codes: order
      .list('promotions')
      .flatMap((one) => (one.flag('is_automatic') ? [] : (one.maybeText('code') ?? []))),
    ref,
    consent: consentOf(ref),
    lines,
    country:
      countryOf(order.maybe('shipping_address')) ?? countryOf(order.maybe('billing_address')),
    customer: order.maybeText('customer_id'),
  }
}
