import { describe, expect, it } from 'vitest'
import { fromWebPixel, SaleSourceError } from '../../../src/attribution/index.js'
import { checkoutCompleted, codeApplication, dollars, lineItem } from '../../support/pixel-event.js'
import { NOON } from '../sale.js'

const automatic = { ...codeApplication('Summer sale'), type: 'AUTOMATIC' }

describe('fromWebPixel()', () => {
  it('reads the sale of an order', () => {
    expect(fromWebPixel(checkoutCompleted(), { consent: true })).toEqual({
      source: 'pixel',
      orderId: '5210499102',
      at: NOON,
      currency: 'USD',
      amount: 4_320,
      discount: 480,
      codes: ['AMY10'],
      ref: 'amy',
      lines: [{ id: '8801', quantity: 2, amount: 4_320, catalogues: ['Pine & Post'] }],
      country: 'US',
      customer: '77',
      isNewCustomer: true,
      consent: true,
    })
  })

  it('says the numbers of order and customer as webhooks do', () => {
    const order = {
      id: 'gid://shopify/OrderIdentity/5210499102',
      customer: { id: 'gid://shopify/Customer/77', isFirstOrder: null },
    }
    expect(fromWebPixel(checkoutCompleted({ order }))).toMatchObject({
      orderId: '5210499102',
      customer: '77',
      isNewCustomer: undefined,
    })
  })

  it('takes what was typed for a code, once, and nothing else', () => {
    const applications = ['AMY10', 'AMY10', 'FREESHIP'].map(codeApplication)
    const event = checkoutCompleted({ discountApplications: [automatic, ...applications] })
    expect(fromWebPixel(event).codes).toEqual(['AMY10', 'FREESHIP'])
  })

  it('keeps who the shopper is to itself', () => {
    expect(JSON.stringify(fromWebPixel(checkoutCompleted()))).not.toMatch(
      /shopper@|Pine Street|Portland|Sam|Hopper/,
    )
  })

  it('knows no affiliate, customer or country where the order tells none', () => {
    const event = checkoutCompleted({
      attributes: [{ key: 'gift', value: 'yes' }],
      shippingAddress: null,
      order: { id: '1', customer: null },
    })
    const { country, customer, isNewCustomer, ref } = fromWebPixel(event)
    expect([country, customer, isNewCustomer, ref]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('counts what was paid, by the lower of both figures of an item', () => {
    const lineItems = [
      // a plan of its own made it cheaper than the variant
      lineItem({ id: '1', finalLinePrice: dollars(40) }),
      // the variant is gone
      lineItem({ id: '2', finalLinePrice: dollars(10.1), variant: null, quantity: 1 }),
    ]
    const { amount, lines } = fromWebPixel(checkoutCompleted({ lineItems }))
    expect(lines?.map((line) => line.amount)).toEqual([4_000, 1_010])
    expect(amount).toBe(5_010)
  })

  it('reads numbers that have drifted, in every currency', () => {
    const yen = { amount: 1500, currencyCode: 'JPY' }
    expect(fromWebPixel(checkoutCompleted({ discountsAmount: dollars(0.1 + 0.2) })).discount).toBe(
      30,
    )
    const event = checkoutCompleted({
      currencyCode: 'JPY',
      discountsAmount: yen,
      lineItems: [lineItem({ finalLinePrice: yen, variant: null })],
      totalPrice: yen,
      totalTax: { amount: 0, currencyCode: 'JPY' },
    })
    expect(fromWebPixel(event)).toMatchObject({ amount: 1_500, discount: 1_500, currency: 'JPY' })
  })

  it('takes tax off where prices contain it', () => {
    const event = checkoutCompleted({ totalPrice: dollars(48.2), totalTax: dollars(7.7) })
    expect(fromWebPixel(event).amount).toBe(4_320)
    // 43.20 of 48.20, of which 40.50 are no tax
    expect(fromWebPixel(event, { taxesIncluded: true }).amount).toBe(3_630)
    const free = checkoutCompleted({ totalPrice: dollars(0), lineItems: [] })
    expect(fromWebPixel(free, { taxesIncluded: true }).amount).toBe(0)
  })

  it('asks where the shop files a product', () => {
    const asked: unknown[] = []
    const cataloguesOf = (line: object) => {
      asked.push(line)
      return ['mugs']
    }
    const { lines } = fromWebPixel(checkoutCompleted(), { cataloguesOf })
    expect(lines?.[0]?.catalogues).toEqual(['mugs'])
    expect(asked).toEqual([{ productId: '1', sku: 'MUG-MOSS', vendor: 'Pine & Post' }])
  })

  it.each([
    [undefined, 'the order'],
    [{}, 'data.checkout.order'],
    [checkoutCompleted({ order: null }), 'data.checkout.order'],
    [checkoutCompleted({ order: { id: null, customer: null } }), 'data.checkout.order.id'],
    [checkoutCompleted({ currencyCode: null }), 'data.checkout.currencyCode'],
    [checkoutCompleted({ discountsAmount: dollars(NaN) }), 'discountsAmount'],
    [{ ...checkoutCompleted(), timestamp: 'today' }, 'timestamp'],
  ])('refuses %o', (event, path) => {
    expect(() => fromWebPixel(event)).toThrow(SaleSourceError)
    expect(() => fromWebPixel(event)).toThrow(path)
  })
})
