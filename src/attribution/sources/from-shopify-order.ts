import { REF_ATTRIBUTE } from '../../names.js'
import type { MergedSale } from '../conversions/merge-reports.js'
import type { SaleLine } from '../types.js'
import { consentOf } from './consent-of.js'
import { readFields } from './read-fields.js'
import type { Fields } from './read-fields.js'

/** How an order of Shopify is read. */
export interface FromShopifyOrderOptions {
  /** Orders of test payments too; default: they are no sales. */
  readonly test?: boolean | undefined
  /** Where the shop files a product: the payload does not tell collections. Default: the item's vendor. */
  readonly cataloguesOf?:
    | ((line: {
        readonly productId?: string | undefined
        readonly sku?: string | undefined
        readonly vendor?: string | undefined
      }) => readonly string[])
    | undefined
}

/**
 * The sale in an `orders/create` or `orders/paid` webhook, in the shop's own currency; undefined for test orders. Throws
 * `SaleSourceError` where the payload is no such order. The affiliate is read from the cart attribute alone, which is there
 * only with consent, never from the landing page. Payload: https://shopify.dev/docs/api/admin-rest/latest/resources/order
 */
export const fromShopifyOrder = (
  payload: unknown,
  options: FromShopifyOrderOptions = {},
): MergedSale | undefined => {
  const order = readFields(payload)
  if (order.flag('test') && !options.test) return undefined
  const currency = order.text('currency')
  const sum = (list: readonly Fields[], name: string): number =>
    list.reduce((total, one) => total + one.money(name, currency), 0)
  const taxIn = order.flag('taxes_included')
  const lines = order.list('line_items').map((line): SaleLine => {
    const quantity = line.count('quantity')
    const tax = taxIn ? sum(line.list('tax_lines'), 'price') : 0
    const discounts = sum(line.list('discount_allocations'), 'amount')
    const vendor = line.maybeText('vendor')
    const said = { productId: line.maybeText('product_id'), sku: line.maybeText('sku'), vendor }
    return {
      id: line.text('id'),
      quantity,
      amount: line.money('price', currency) * quantity - discounts - tax,
      catalogues: options.cataloguesOf?.(said) ?? (vendor ? [vendor] : []),
    }
  })
  const attributes = order.list('note_attributes')
  const ref = attributes.find((one) => one.maybeText('name') === REF_ATTRIBUTE)?.maybeText('value')
  const address = order.maybe('shipping_address') ?? order.maybe('billing_address')
  return {
    orderId: order.text('id'),
    at: order.time('created_at'),
    currency,
    amount: lines.reduce((total, { amount }) => total + amount, 0),
    discount: order.money('total_discounts', currency),
    codes: order.list('discount_codes').map((one) => one.text('code')),
    ref,
    consent: consentOf(ref),
    lines,
    country: address?.maybeText('country_code'),
    customer: order.maybe('customer')?.maybeText('id'),
  }
}
