import { describe, expect, it } from 'vitest'
import { fromMedusaOrder, SaleSourceError } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import type { Json } from './shopify-order.js'
import { medusaItem, medusaOrder } from './medusa-order.js'

describe('fromMedusaOrder()', () => {
  it('reads the sale of an order: codes that somebody entered, discounts taken off', () => {
    expect(fromMedusaOrder(medusaOrder())).toEqual({
      orderId: 'order_01M7',
      at: NOON,
      currency: 'USD',
      amount: 4_000,
      discount: 1_000,
      codes: ['CREATOR20'],
      ref: 'amy',
      consent: true,
      lines: [{ id: 'ordli_1', quantity: 1, amount: 4_000, catalogues: ['Summer'] }],
      country: 'US',
      customer: 'cus_01M7',
    })
  })

  it.each(['draft', 'canceled'])('makes no sale of an order that is %s', (status) => {
    expect(fromMedusaOrder(medusaOrder({ status }))).toBeUndefined()
  })

  it('rounds what the shop does not, and never by the way floats add up', () => {
    const amountOf = (...items: readonly (readonly [number, number])[]) =>
      fromMedusaOrder(
        medusaOrder({
          items: items.map(([subtotal, discount_subtotal]) =>
            medusaItem({ subtotal, discount_subtotal }),
          ),
        }),
      )?.amount
    expect([
      amountOf([29.97, 5.994]),
      amountOf([0.1, 0], [0.2, 0]),
      amountOf([8.403361344537815, 0]),
      amountOf([10, 1e-9]),
      amountOf([1.005, 0]),
    ]).toEqual([2_398, 30, 840, 1_000, 101])
  })

  it('counts in the minor units of the currency', () => {
    const items = [medusaItem({ subtotal: 1250, discount_subtotal: 0 })]
    expect(fromMedusaOrder(medusaOrder({ currency_code: 'jpy', items }))?.amount).toBe(1_250)
    expect(fromMedusaOrder(medusaOrder({ currency_code: 'kwd', items }))?.amount).toBe(1_250_000)
  })

  it('takes a time that is a Date, as the shop itself has it', () => {
    expect(fromMedusaOrder(medusaOrder({ created_at: new Date(NOON) }))?.at).toBe(NOON)
  })

  it('knows no affiliate, customer or country where the order names none', () => {
    const bare = { metadata: null, customer_id: null, shipping_address: null }
    expect(fromMedusaOrder(medusaOrder(bare))).toMatchObject({
      ref: undefined,
      customer: undefined,
      country: undefined,
    })
    const billed = { shipping_address: null, billing_address: { country_code: 'fr' } }
    expect(fromMedusaOrder(medusaOrder(billed))?.country).toBe('FR')
  })

  it.each<readonly [Json, string]>([
    [{ id: '' }, 'id'],
    [{ status: null }, 'status'],
    [{ created_at: 'soon' }, 'created_at'],
    [{ currency_code: undefined }, 'currency_code'],
    [{ items: 7 }, 'items'],
    [{ items: [medusaItem({ subtotal: null })] }, 'items.0.subtotal'],
    [{ items: [medusaItem({ discount_subtotal: { value: '1' } })] }, 'items.0.discount_subtotal'],
    [{ discount_subtotal: 'ten' }, 'discount_subtotal'],
    [{ promotions: [{ is_automatic: 'no' }] }, 'promotions.0.is_automatic'],
  ])('names the member of %o that is not right', (said, path) => {
    const read = () => fromMedusaOrder(medusaOrder(said))
    expect(read).toThrow(SaleSourceError)
    expect(read).toThrow(`Expected ${path} to be`)
  })
})
