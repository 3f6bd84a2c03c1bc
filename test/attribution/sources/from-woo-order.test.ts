import { describe, expect, it } from 'vitest'
import { fromWooOrder, SaleSourceError } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import type { Json } from './shopify-order.js'
import { wooLine, wooOrder } from './woo-order.js'

describe('fromWooOrder()', () => {
  it('reads the sale of a paid order', () => {
    expect(fromWooOrder(wooOrder())).toEqual({
      orderId: '727',
      at: NOON,
      currency: 'EUR',
      amount: 8_000,
      discount: 2_000,
      codes: ['amy10'],
      ref: 'amy',
      consent: true,
      lines: [{ id: '315', quantity: 2, amount: 8_000, catalogues: [] }],
      country: 'AT',
      customer: undefined,
    })
  })

  it('knows customers from guests, and where the goods go from who pays', () => {
    const shipping = { country: 'DE' }
    expect(fromWooOrder(wooOrder({ customer_id: 6, shipping }))).toMatchObject({
      customer: '6',
      country: 'DE',
    })
  })

  it.each([
    ['pending', undefined, false],
    ['on-hold', undefined, false],
    ['failed', undefined, false],
    ['refunded', undefined, false],
    ['checkout-draft', undefined, false],
    ['completed', undefined, true],
    ['on-hold', ['on-hold', 'processing'], true],
    ['completed', ['processing'], false],
  ] as const)(
    'of an order that is %s, with statuses %o, makes a sale: %s',
    (status, statuses, is) => {
      expect(!!fromWooOrder(wooOrder({ status }), { statuses })).toBe(is)
    },
  )

  it('counts in the minor units of the currency, rounding what has more decimals', () => {
    const amountOf = (currency: string, total: string) =>
      fromWooOrder(wooOrder({ currency, line_items: [wooLine({ total })] }))?.amount
    expect([
      amountOf('JPY', '1250.00'),
      amountOf('KWD', '1.234'),
      amountOf('EUR', '10.0049'),
      amountOf('EUR', '10.005'),
      amountOf('EUR', '0.1'),
    ]).toEqual([1_250, 1_234, 1_000, 1_001, 10])
  })

  it('asks where the shop files a product', () => {
    const cataloguesOf = (line: object) => [JSON.stringify(line)]
    expect(fromWooOrder(wooOrder(), { cataloguesOf })?.lines?.[0]?.catalogues).toEqual([
      '{"productId":"93","sku":"TEE"}',
    ])
  })

  it('knows no affiliate where the cart named none', () => {
    expect(fromWooOrder(wooOrder({ meta_data: [] }))?.ref).toBeUndefined()
  })

  it.each<readonly [Json, string]>([
    [{ id: null }, 'id'],
    [{ status: undefined }, 'status'],
    [{ date_created_gmt: '2026-13-01T00:00:00' }, 'date_created_gmt'],
    [{ line_items: [wooLine({ total: '8,00' })] }, 'line_items.0.total'],
    [{ line_items: [wooLine(), wooLine({ quantity: -1 })] }, 'line_items.1.quantity'],
    [{ discount_total: undefined }, 'discount_total'],
    [{ coupon_lines: [{ id: 1 }] }, 'coupon_lines.0.code'],
    [{ meta_data: [{ key: 'cc-ref', value: { a: 1 } }] }, 'meta_data.0.value'],
  ])('names the member of %o that is not right', (said, path) => {
    const read = () => fromWooOrder(wooOrder(said))
    expect(read).toThrow(SaleSourceError)
    expect(read).toThrow(`Expected ${path} to be`)
  })
})
