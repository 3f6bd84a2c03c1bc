import type { MergedSale } from '../conversions/merge-reports.js'
import type { SaleLine } from '../types.js'
import { consentOf } from './consent-of.js'
import { readFields } from './read-fields.js'
import type { Fields } from './read-fields.js'

/** How an order of Vendure is read. */
export interface FromVendureOrderOptions {
  /** The order's custom field that holds the affiliate, as the platform's `attributes.ref` names it; default `ccRef`. */
  readonly refField?: string | undefined
  /** The `precision` of the shop's MoneyStrategy: its numbers have so many decimals in every currency. Default 2. */
  readonly precision?: number | undefined
}

/** What to ask the Admin API for of an order, for `fromVendureOrder`; without the custom fields, which are the shop's own. */
export const vendureOrderFields = `
  code type state orderPlacedAt currencyCode couponCodes
  customer { id orders { totalItems } }
  shippingAddress { countryCode }
  billingAddress { countryCode }
  promotions { couponCode }
  discounts { amount }
  lines { id quantity proratedLinePrice productVariant { product { collections { slug } } } }
`

// the parts of an order that several sellers share are counted with the whole
const isSale = (order: Fields): boolean =>
  order.maybeTime('orderPlacedAt') !== undefined &&
  order.maybeText('type') !== 'Seller' &&
  order.text('state') !== 'Cancelled'

const cataloguesOf = (line: Fields): readonly string[] =>
  line
    .maybe('productVariant')
    ?.maybe('product')
    ?.list('collections')
    .map((one) => one.text('slug')) ?? []

const countryOf = (address: Fields | undefined): string | undefined =>
  address?.maybeText('countryCode')

const isFirst = (customer: Fields | undefined): boolean | undefined => {
  const orders = customer?.maybe('orders')?.count('totalItems')
  return orders === undefined ? undefined : orders <= 1
}

/**
 * The sale in an order that the Admin API answers to `vendureOrderFields`, asked for on an OrderPlacedEvent; undefined for
 * one that is not placed, or was cancelled. Throws `SaleSourceError` where the payload is no such order. The order's number is
 * its `code`, as the shopper sees it; codes are those of the promotions that took effect. A customer is new with the first
 * order. Events: https://docs.vendure.io/reference/typescript-api/events/event-types
 */
export const fromVendureOrder = (
  payload: unknown,
  options: FromVendureOrderOptions = {},
): MergedSale | undefined => {
  const { precision = 2, refField = 'ccRef' } = options
  const order = readFields(payload)
  if (!isSale(order)) return undefined
  const currency = order.text('currencyCode')
  const lines = order.list('lines').map((line): SaleLine => ({
    id: line.text('id'),
    quantity: line.count('quantity'),
    // discounts of the whole order taken off too, without tax
    amount: line.money('proratedLinePrice', currency, precision),
    catalogues: cataloguesOf(line),
  }))
  const customer = order.maybe('customer')
  const ref = order.maybe('customFields')?.maybeText(refField)
  return {
    orderId: order.text('code'),
    at: order.time('orderPlacedAt'),
    currency,
    amount: lines.reduce((total, { amount }) => total + amount, 0),
    discount: order
      .list('discounts')
      .reduce((total, one) => total - one.money('amount', currency, precision), 0),
    codes: order.list('promotions').flatMap((one) => one.maybeText('couponCode') ?? []),
    ref,
    consent: consentOf(ref),
    lines,
    country: countryOf(order.maybe('shippingAddress')) ?? countryOf(order.maybe('billingAddress')),
    customer: customer?.text('id'),
    isNewCustomer: isFirst(customer),
  }
}
