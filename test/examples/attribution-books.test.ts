import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { booksOf } from '../../examples/storefront/attribution/books.js'
import { demoCoupons } from '../../examples/storefront/attribution/demo-coupons.js'
import { orderPayload } from '../../examples/storefront/attribution/order-payload.js'
import { demoCodes } from '../../examples/storefront/shop/demo-codes.js'
import type { Order, OrderLine } from '../../examples/storefront/shop/types.js'
import { fromShopifyOrder } from '../../src/attribution/index.js'
import { conversionOf, NOON } from '../attribution/sale.js'

const PRICES: readonly (readonly [number, number])[] = [
  [40101, 2400],
  [40201, 8900],
  [40301, 1500],
]

interface Bought {
  readonly lines: readonly OrderLine[]
  readonly subtotal: number
}

const bought: fc.Arbitrary<Bought> = fc
  .array(
    fc.record({ item: fc.constantFrom(...PRICES), quantity: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 5 },
  )
  .map((picked) => ({
    lines: picked.map(({ item: [variantId, price], quantity }) => ({
      variantId,
      title: '',
      quantity,
      total: price * quantity,
    })),
    subtotal: picked.reduce((sum, { item: [, price], quantity }) => sum + price * quantity, 0),
  }))

const orderOf = ({ lines, subtotal }: Bought, discount: number): Order => ({
  number: 1001,
  codes: ['SAVE10'],
  subtotal,
  discount,
  shipping: 500,
  total: subtotal - discount + 500,
  noteAttributes: [{ name: 'cc-ref', value: 'amy' }],
  note: '',
  lines,
  cartToken: '',
  checkoutToken: '',
})

describe('the books of the demo shop', () => {
  it('are told what was paid, to the cent', () => {
    fc.assert(
      fc.property(bought, fc.integer({ min: 0, max: 100 }), (some, percent) => {
        const discount = Math.round((some.subtotal * percent) / 100)
        const sale = fromShopifyOrder(orderPayload(orderOf(some, discount), NOON))
        expect(sale).toMatchObject({
          orderId: '1001',
          at: NOON,
          amount: some.subtotal - discount,
          discount,
          codes: ['SAVE10'],
          ref: 'amy',
        })
        expect(sale?.lines?.every(({ amount }) => amount >= 0)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('know coupons that the shop honours', () => {
    const known = [...demoCodes(NOON).values()].map(({ code }) => code)
    expect(known).toEqual(expect.arrayContaining(demoCoupons.list.map(({ code }) => code)))
  })

  it('say what is not known in words', () => {
    const { received, sales, sums } = booksOf(
      [conversionOf({ commission: 0, reason: 'nobody sent this shopper' })],
      [{ at: NOON, fields: { order: '1001' } }],
    )
    expect(sales).toEqual([
      ['#1001', 'none', 'nobody', '0.00 EUR', 'nobody sent this shopper', '100.00 EUR'],
    ])
    expect(sums.coupon).toEqual([['none', '1', '100.00 EUR', '0.00 EUR']])
    expect(received).toEqual(['12:00:00 · order=1001'])
  })
})
