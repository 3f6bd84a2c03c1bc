import { describe, expect, it } from 'vitest'
import { fromShopifyOrder, SaleSourceError } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import { allocation, bag, shopifyFaults, shopifyLine, shopifyOrder } from './shopify-order.js'
import type { Json } from './shopify-order.js'

const tax = (price: string): Json => ({
  price,
  price_set: bag(price),
  rate: 0.2,
  title: 'VAT',
  channel_liable: false,
})

/** An order of two pieces at 89.99 and one at 19.99, the code taking 10 % off. */
const order = shopifyOrder({
  total_discounts: '20.00',
  discount_codes: [{ code: 'Amy10', amount: '20.00', type: 'percentage' }],
  discount_applications: [
    {
      type: 'discount_code',
      code: 'Amy10',
      value: '10.0',
      value_type: 'percentage',
      allocation_method: 'across',
      target_selection: 'all',
      target_type: 'line_item',
    },
  ],
  note_attributes: [
    { name: 'cc-discount-code', value: 'Amy10' },
    { name: 'cc-ref', value: 'amy' },
  ],
  line_items: [
    shopifyLine({
      id: 1,
      quantity: 2,
      vendor: 'Acme',
      discount_allocations: [allocation('18.00')],
    }),
    shopifyLine({ id: 2, price: '19.99', discount_allocations: [allocation('2.00')] }),
  ],
})

const faultOf = (payload: unknown): unknown => {
  try {
    return fromShopifyOrder(payload)
  } catch (error) {
    return error
  }
}

describe('fromShopifyOrder()', () => {
  it('reads the sale of an order that the schema knows', () => {
    expect(shopifyFaults(order)).toEqual([])
    expect(fromShopifyOrder(order)).toEqual({
      orderId: '5500000000001',
      at: NOON,
      currency: 'USD',
      amount: 16_198 + 1_799,
      discount: 2_000,
      codes: ['Amy10'],
      ref: 'amy',
      consent: true,
      lines: [
        { id: '1', quantity: 2, amount: 16_198, catalogues: ['Acme'] },
        { id: '2', quantity: 1, amount: 1_799, catalogues: [] },
      ],
      country: 'US',
      customer: '115310627314723950',
    })
  })

  it("reads the example in Shopify's documentation as it stands", () => {
    const example = shopifyOrder()
    expect(shopifyFaults(example)).toEqual([])
    expect(fromShopifyOrder(example)).toMatchObject({
      amount: 41_495,
      codes: [],
      ref: undefined,
    })
  })

  it('takes the tax off prices that include it, and off none that do not', () => {
    const lines = {
      line_items: [shopifyLine({ price: '12.00', tax_lines: [tax('1.50'), tax('0.50')] })],
    }
    const paid = [true, false].map((taxes_included) => {
      const taxed = shopifyOrder({ ...lines, taxes_included })
      expect(shopifyFaults(taxed)).toEqual([])
      return fromShopifyOrder(taxed)?.amount
    })
    expect(paid).toEqual([1_000, 1_200])
  })

  it('counts in the minor units of the currency, however many it has', () => {
    const line_items = [shopifyLine({ price: '1250', quantity: 3 })]
    const sale = (currency: string, said: Json = {}) =>
      fromShopifyOrder(shopifyOrder({ currency, line_items, total_discounts: '0', ...said }))
    expect(sale('JPY')?.amount).toBe(3_750)
    expect(sale('KWD')?.amount).toBe(3_750_000)
    const cents = [shopifyLine({ price: '0.1', quantity: 3 })]
    expect(sale('USD', { line_items: cents })?.amount).toBe(30)
  })

  it('makes no sale of a test order, unless it is asked to', () => {
    const test = shopifyOrder({ test: true })
    expect(fromShopifyOrder(test)).toBeUndefined()
    expect(fromShopifyOrder(test, { test: true })?.amount).toBe(41_495)
  })

  it('goes by what the cart says of the affiliate, not by the page that was landed on', () => {
    const landed = shopifyOrder({ landing_site: '/?ref=bob&cc_ref=bob' })
    expect(shopifyFaults(landed)).toEqual([])
    expect(fromShopifyOrder(landed)?.ref).toBeUndefined()
  })

  it('asks where the shop files a product', () => {
    const line_items = [shopifyLine({ id: 1, product_id: 7, sku: 'TEE', vendor: 'Acme' })]
    const sale = fromShopifyOrder(shopifyOrder({ line_items }), {
      cataloguesOf: (line) => [`${line.productId} ${line.sku} ${line.vendor}`],
    })
    expect(sale?.lines?.[0]?.catalogues).toEqual(['7 TEE Acme'])
  })

  it('knows no customer and no country where the order names none', () => {
    const bare = shopifyOrder({ customer: null, shipping_address: null })
    expect(fromShopifyOrder(bare)).toMatchObject({ customer: undefined, country: 'US' })
    const nowhere = shopifyOrder({ shipping_address: null, billing_address: null })
    expect(fromShopifyOrder(nowhere)?.country).toBeUndefined()
  })

  it.each<readonly [string, Json, string]>([
    ['id', { id: undefined }, 'id'],
    ['time', { created_at: 'yesterday' }, 'created_at'],
    ['currency', { currency: '' }, 'currency'],
    ['flag', { test: 'no' }, 'test'],
    ['lines', { line_items: {} }, 'line_items'],
    ['a line', { line_items: [7] }, 'line_items.0'],
    ['price', { line_items: [shopifyLine({ price: '1,50' })] }, 'line_items.0.price'],
    ['currency of price', { currency: 'US' }, 'line_items.0.price'],
    ['quantity', { line_items: [shopifyLine({ quantity: 1.5 })] }, 'line_items.0.quantity'],
    ['code', { discount_codes: [{}] }, 'discount_codes.0.code'],
    ['attribute', { note_attributes: [{ name: {} }] }, 'note_attributes.0.name'],
    ['discount', { total_discounts: null }, 'total_discounts'],
  ])('names the member that is not right: %s', (_, said, path) => {
    expect(faultOf(shopifyOrder(said))).toBeInstanceOf(SaleSourceError)
    expect(faultOf(shopifyOrder(said))).toMatchObject({ path })
  })

  it.each([undefined, null, 'order', 7])('is no order: %o', (payload) => {
    expect(faultOf(payload)).toMatchObject({ path: 'the order' })
  })

  it('tells no value of the order in its complaint', () => {
    const error = faultOf(shopifyOrder({ created_at: 'jon@example.com' }))
    expect(String(error)).toBe('SaleSourceError: Expected created_at to be a time.')
  })
})
