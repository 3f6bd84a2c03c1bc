import { REF_ATTRIBUTE } from '../../names.js'
import type { MergedSale } from '../conversions/merge-reports.js'
import type { SaleLine } from '../types.js'
import { consentOf } from './consent-of.js'
import { readFields } from './read-fields.js'

/** How an order of WooCommerce is read. */
export interface FromWooOrderOptions {
  /** States in which an order is a sale; default `processing` and `completed`, the two that WooCommerce calls paid. */
  readonly statuses?: readonly string[] | undefined
  /** Where the shop files a product: the payload does not tell categories. Default: nowhere. */
  readonly cataloguesOf?:
    | ((line: {
        readonly productId?: string | undefined
        readonly sku?: string | undefined
      }) => readonly string[])
    | undefined
}

const PAID = ['processing', 'completed']

/**
 * The sale in an `order.created` or `order.updated` webhook, or in an answer of the REST API's `/wc/v3/orders`; undefined
 * while it is not paid. Throws `SaleSourceError` where the payload is no such order. The affiliate is the meta data `cc-ref`,
 * which the plugin in `examples/woocommerce` copies from the cart. Amounts with more decimals than the currency has are
 * rounded, line by line. Payload: https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties
 */
export const fromWooOrder = (
  payload: unknown,
  options: FromWooOrderOptions = {},
): MergedSale | undefined => {
  const { cataloguesOf, statuses = PAID } = options
  const order = readFields(payload)
  if (!statuses.includes(order.text('status'))) return undefined
  const currency = order.text('currency')
  const lines = order.list('line_items').map((line): SaleLine => {
    const said = { productId: line.maybeText('product_id'), sku: line.maybeText('sku') }
    return {
      id: line.text('id'),
      quantity: line.count('quantity'),
      // discounts taken off, without tax, whatever the shop's prices include
      amount: line.money('total', currency),
      catalogues: cataloguesOf?.(said) ?? [],
    }
  })
  const ref = order
    .list('meta_data')
    .find((one) => one.maybeText('key') === REF_ATTRIBUTE)
    ?.maybeText('value')
  const customer = order.maybeText('customer_id')
  return {
    orderId: order.text('id'),
    at: order.time('date_created_gmt', 'Z'),
    currency,
    amount: lines.reduce((total, { amount }) => total + amount, 0),
    discount: order.money('discount_total', currency),
    codes: order.list('coupon_lines').map((one) => one.text('code')),
    ref,
    consent: consentOf(ref),
    lines,
    country:
      order.maybe('shipping')?.maybeText('country') ?? order.maybe('billing')?.maybeText('country'),
    // 0 is how it says guest
    customer: customer === '0' ? undefined : customer,
  }
}
