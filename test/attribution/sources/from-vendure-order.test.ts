import { describe, expect, it } from 'vitest'
import { fromVendureOrder, SaleSourceError } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import type { Json } from './shopify-order.js'

const line = (said: Json = {}): Json => ({
  id: '1',
  quantity: 2,
  proratedLinePrice: 8_000,
  productVariant: { product: { collections: [{ slug: 'tees' }, { slug: 'sale' }] } },
  ...said,
})

/** An order as a live shop answered it, with other members. */
const order = (said: Json = {}): Json => ({
  code: 'CFRPPLA7',
  type: 'Regular',
  state: 'PaymentSettled',
  orderPlacedAt: '2026-11-21T12:00:00.000Z',
  currencyCode: 'USD',
  couponCodes: ['CREATOR20', 'MIN100'],
  customer: { id: '7', orders: { totalItems: 1 } },
  shippingAddress: { countryCode: 'GB' },
  billingAddress: { countryCode: 'FR' },
  promotions: [{ couponCode: 'CREATOR20' }, { couponCode: null }],
  discounts: [{ amount: -2_000 }, { amount: -500 }],
  lines: [line()],
  customFields: { ccRef: 'amy', ccDiscountCode: 'CREATOR20' },
  ...said,
})

describe('fromVendureOrder()', () => {
  it('reads the sale of a placed order: codes that took effect, discounts taken off', () => {
    expect(fromVendureOrder(order())).toEqual({
      orderId: 'CFRPPLA7',
      at: NOON,
      currency: 'USD',
      amount: 8_000,
      discount: 2_500,
      codes: ['CREATOR20'],
      ref: 'amy',
      lines: [{ id: '1', quantity: 2, amount: 8_000, catalogues: ['tees', 'sale'] }],
      country: 'GB',
      customer: '7',
      isNewCustomer: true,
    })
  })

  it('takes a time that is a Date, as the shop itself has it', () => {
    expect(fromVendureOrder(order({ orderPlacedAt: new Date(NOON) }))?.at).toBe(NOON)
  })

  it.each<readonly [string, Json]>([
    ['not placed', { orderPlacedAt: null, state: 'ArrangingPayment' }],
    ['cancelled', { state: 'Cancelled' }],
    ['the part of one seller', { type: 'Seller' }],
  ])('makes no sale of an order that is %s', (_, said) => {
    expect(fromVendureOrder(order(said))).toBeUndefined()
  })

  it('counts the same amount in every currency, by the precision of the shop', () => {
    const amountOf = (currencyCode: string, precision?: number) =>
      fromVendureOrder(order({ currencyCode, lines: [line({ proratedLinePrice: 12_345 })] }), {
        precision,
      })?.amount
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
      const { customer: id, isNewCustomer } = fromVendureOrder(order({ customer })) ?? {}
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
    expect(fromVendureOrder(order({ customFields }), { refField: 'partner' })?.ref).toBe('bob')
    expect(fromVendureOrder(order({ customFields }))?.ref).toBeUndefined()
  })

  it('goes by who pays where nothing is sent, and knows no country without either', () => {
    expect(fromVendureOrder(order({ shippingAddress: {} }))?.country).toBe('FR')
    const nowhere = order({ shippingAddress: null, billingAddress: null })
    expect(fromVendureOrder(nowhere)?.country).toBeUndefined()
  })

  it.each<readonly [Json, string]>([
    [{ code: null }, 'code'],
    [{ state: undefined }, 'state'],
    [{ orderPlacedAt: 'soon' }, 'orderPlacedAt'],
    [{ currencyCode: {} }, 'currencyCode'],
    [{ lines: [line({ proratedLinePrice: undefined })] }, 'lines.0.proratedLinePrice'],
    [{ lines: [line({ proratedLinePrice: NaN })] }, 'lines.0.proratedLinePrice'],
    [{ lines: [line({ quantity: '2.5' })] }, 'lines.0.quantity'],
    [{ discounts: [{ amount: 'much' }] }, 'discounts.0.amount'],
    [{ customer: { id: '7', orders: { totalItems: 0.5 } } }, 'customer.orders.totalItems'],
  ])('names the member of %o that is not right', (said, path) => {
    const read = () => fromVendureOrder(order(said))
    expect(read).toThrow(SaleSourceError)
    expect(read).toThrow(`Expected ${path} to be`)
  })
})
