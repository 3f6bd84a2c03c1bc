import { currencyDigits } from '../../currency-digits.js'
import { REF_ATTRIBUTE } from '../../names.js'
import type { SaleReport } from '../conversions/merge-reports.js'
import { toMinorUnits } from '../money.js'
import type { Sale, SaleLine } from '../types.js'
import type { FromShopifyOrderOptions } from './from-shopify-order.js'
import { readFields, SaleSourceError } from './read-fields.js'
import type { Fields } from './read-fields.js'

/** How the event of a Shopify web pixel is read. */
export interface FromWebPixelOptions extends Pick<FromShopifyOrderOptions, 'cataloguesOf'> {
  /** What the shopper said to attribution, as the pixel knows it. */
  readonly consent?: boolean | undefined
  /** The shop's prices contain tax. The event does not say so; its tax is then taken off every item by the same share. */
  readonly taxesIncluded?: boolean | undefined
}

/** What all amounts of one event have in common. */
interface Money {
  /** Undefined where the member is missing. */
  readonly at: (fields: Fields | undefined, name: string) => number | undefined
  readonly untaxed: (amount: number) => number
}

// some shops tell `5210499102`, some `gid://shopify/OrderIdentity/5210499102`: webhooks tell the number
const bare = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

type CataloguesOf = FromWebPixelOptions['cataloguesOf']

const readMoney = (checkout: Fields, currency: string, taxesIncluded = false): Money => {
  const digits = currencyDigits(currency) ?? 2
  const at: Money['at'] = (fields, name) => {
    const money = fields?.maybe(name)
    if (!money) return undefined
    // the event has numbers, and sums among them may have drifted
    const minor = toMinorUnits(Number(money.text('amount')).toFixed(digits), currency)
    if (minor === undefined) throw new SaleSourceError(name, `an amount of ${currency}`)
    return minor
  }
  const total = at(checkout, 'totalPrice') ?? 0
  const tax = (taxesIncluded && at(checkout, 'totalTax')) || 0
  const [whole, part] = [BigInt(total), BigInt(total - tax)]
  return {
    at,
    untaxed: (amount) =>
      part > 0n ? Number((BigInt(amount) * part * 2n + whole) / (whole * 2n)) : amount,
  }
}

const readPaid = (line: Fields, quantity: number, { at, untaxed }: Money): number => {
  const discounts = line
    .list('discountAllocations')
    .reduce((sum, one) => sum + (at(one, 'amount') ?? 0), 0)
  const each = at(line.maybe('variant'), 'price') ?? Infinity
  const final = at(line, 'finalLinePrice') ?? Infinity
  // the final price has the line's own discounts off, the allocations are those of the whole order too
  const paid = Math.min(each * quantity - discounts, final)
  if (!Number.isFinite(paid)) throw new SaleSourceError('finalLinePrice', 'there')
  return untaxed(paid)
}

const readCodes = (checkout: Fields): readonly string[] => {
  const used = checkout
    .list('discountApplications')
    .filter((one) => one.maybeText('type') === 'DISCOUNT_CODE')
  return [...new Set(used.map((one) => one.text('title')))]
}

const readRef = (checkout: Fields): string | undefined =>
  checkout
    .list('attributes')
    .find((one) => one.maybeText('key') === REF_ATTRIBUTE)
    ?.maybeText('value')

const readLine = (line: Fields, money: Money, cataloguesOf: CataloguesOf): SaleLine => {
  const variant = line.maybe('variant')
  const product = variant?.maybe('product')
  const vendor = product?.maybeText('vendor')
  const productId = bare(product?.maybeText('id') ?? '') || undefined
  const said = { productId, sku: variant?.maybeText('sku'), vendor }
  const quantity = line.count('quantity')
  return {
    id: bare(line.maybeText('id') ?? ''),
    quantity,
    amount: readPaid(line, quantity, money),
    catalogues: cataloguesOf?.(said) ?? (vendor ? [vendor] : []),
  }
}

const readShopper = (checkout: Fields): Pick<Sale, 'country' | 'customer' | 'isNewCustomer'> => {
  const address = checkout.maybe('shippingAddress') ?? checkout.maybe('billingAddress')
  const customer = checkout.maybe('order')?.maybe('customer')
  return {
    country: address?.maybeText('countryCode'),
    customer: bare(customer?.maybeText('id') ?? '') || undefined,
    isNewCustomer: customer?.flag('isFirstOrder'),
  }
}

/**
 * The sale in the `checkout_completed` event of a Shopify web pixel, in the currency the shopper paid in, with the order's
 * number as webhooks tell it. Holds no name, address or e-mail. Throws `SaleSourceError` where the event is no such order.
 * Event: https://shopify.dev/docs/api/web-pixels-api/standard-events/checkout_completed
 */
export const fromWebPixel = (event: unknown, options: FromWebPixelOptions = {}): SaleReport => {
  const { cataloguesOf, consent, taxesIncluded } = options
  const told = readFields(event)
  const checkout = told.maybe('data')?.maybe('checkout')
  const order = checkout?.maybe('order')
  if (!checkout || !order) throw new SaleSourceError('data.checkout.order', 'there')
  const currency = checkout.text('currencyCode')
  const money = readMoney(checkout, currency, taxesIncluded)
  const lines = checkout.list('lineItems').map((line) => readLine(line, money, cataloguesOf))
  return {
    source: 'pixel',
    orderId: bare(order.text('id')),
    at: told.time('timestamp'),
    currency,
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    discount: money.at(checkout, 'discountsAmount') ?? 0,
    codes: readCodes(checkout),
    ref: readRef(checkout),
    lines,
    ...readShopper(checkout),
    consent,
  }
}
