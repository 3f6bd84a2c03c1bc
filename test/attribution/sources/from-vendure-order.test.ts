import { describe, expect, it } from 'vitest'
import { fromVendureOrder, SaleSourceError } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import type { Json } from './shopify-order.js'
import { vendureLine, vendureOrder } from './vendure-order.js'

describe('fromVendureOrder()', () => {
  it('reads the sale of a placed order: codes that took effect, discounts taken off', () => {
    expect(fromVendureOrder(vendureOrder())).toEqual({
      orderId: 'CFRPPLA7',
      at: NOON,
      currency: 'USD',
      amount: 8_000,
      discount: 2_500,
      codes: ['CREATOR20'],
      ref: 'amy',
      consent: true,
      lines: [{ id: '1', quantity: 2, amount: 8_000, catalogues: ['tees', 'sale'] }],
      country: 'GB',
      customer: '7',
      isNewCustomer: true,
    })
  })

  it('takes a time that is a Date, as the shop itself has it', () => {
    expect(fromVendureOrder(vendureOrder({ orderPlacedAt: new Date(NOON) }))?.at).toBe(NOON)
  })

  it.each<readonly [string, Json]>([
    ['not placed', { orderPlacedAt: null, state: 'ArrangingPayment' }],
    ['cancelled', { state: 'Cancelled' }],
    ['the part of one seller', { type: 'Seller' }],
  ])('makes no sale of an order that is %s', (_, said) => {
    expect(fromVendureOrder(vendureOrder(said))).toBeUndefined()
  })

  it('counts the same amount in every currency, by the precision of the shop', () => {
    const amountOf = (currencyCode: string, precision?: number) =>
      fromVendureOrder(
        vendureOrder({ currencyCode, lines: [vendureLine({ proratedLinePrice: 12_345 })] }),
        {
          precision,
        },
      )?.amount
    expect([
      amountOf('USD'),
      amountOf('JPY'),
      amountOf('KWD'),
      amountOf('USD', 3),
      amountOf('JPY', 0),
    ]).toEqual([12_345, 123, 123_450, 1_235, 12_345])
  })

  it('says of a customer what the shop said', () => {
    const customerOf = (customer: unknown) => {
      const { customer: id, isNewCustomer } = fromVendureOrder(vendureOrder({ customer })) ?? {}
      return [id, isNewCustomer]
    }
    expect([
      customerOf({ id: '7', orders: { totalItems: 2 } }),
      customerOf({ id: 7 }),
      customerOf(null),
    ]).toEqual([
      ['7', false],
      ['7', undefined],
      [undefined, undefined],
    ])
  })

  it('reads the affiliate from the field that the shop named so', () => {
    const customFields = { partner: 'bob' }
    expect(fromVendureOrder(vendureOrder({ customFields }), { refField: 'partner' })?.ref).toBe(
      'bob',
    )
    expect(fromVendureOrder(vendureOrder({ customFields }))?.ref).toBeUndefined()
  })

  it('goes by who pays where nothing is sent, and knows no country without either', () => {
    expect(fromVendureOrder(vendureOrder({ shippingAddress: {} }))?.country).toBe('FR')
    const nowhere = vendureOrder({ shippingAddress: null, billingAddress: null })
    expect(fromVendureOrder(nowhere)?.country).toBeUndefined()
  })

  it.each<readonly [Json, string]>([
    [{ code: null }, 'code'],
    [{ state: undefined }, 'state'],
    [{ orderPlacedAt: 'soon' }, 'orderPlacedAt'],
    [{ currencyCode: {} }, 'currencyCode'],
    [{ lines: [vendureLine({ proratedLinePrice: undefined })] }, 'lines.0.proratedLinePrice'],
    [{ lines: [vendureLine({ proratedLinePrice: NaN })] }, 'lines.0.proratedLinePrice'],
    [{ lines: [vendureLine({ quantity: '2.5' })] }, 'lines.0.quantity'],
    [{ discounts: [{ amount: 'much' }] }, 'discounts.0.amount'],
    [{ customer: { id: '7', orders: { totalItems: 0.5 } } }, 'customer.orders.totalItems'],
  ])('names the member of %o that is not right', (said, path) => {
    const read = () => fromVendureOrder(vendureOrder(said))
    expect(read).toThrow(SaleSourceError)
    expect(read).toThrow(`Expected ${path} to be`)
  })
})
