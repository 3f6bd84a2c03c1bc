// @vitest-environment jsdom
import { describe, expect, it, onTestFinished } from 'vitest'

import type { VendureOptions } from '../../src/platforms/vendure.js'
import { openShopper } from '../platforms/conformance/open-shopper.js'
import { openVendureShopper } from './open-vendure-shopper.js'
import { traits } from './vendure-traits.js'

const LINK = '/?discount=CREATOR20&ref=amy'

/** Somebody with a keeper, in the live shop. */
const open = async (
  sessions: 'bearer' | 'cookie' = 'bearer',
  options: Partial<VendureOptions> = {},
) => {
  localStorage.clear()
  const shop = await openVendureShopper(sessions, options)
  const shopper = openShopper(shop, traits)
  onTestFinished(async () => {
    await shopper.leave()
    await shop.close()
  })
  return { ...shop, ...shopper }
}

describe('on a live Vendure', () => {
  it('a promise reaches the order, and the affiliate with it', async () => {
    const { addItem, arrive, look, placeOrder } = await open()
    await arrive(LINK)
    await addItem()
    await look()
    expect(await placeOrder('a@shop.example')).toMatchObject({
      state: 'PaymentSettled',
      couponCodes: ['CREATOR20'],
      subTotalWithTax: 4000,
      customFields: { ccDiscountCode: 'CREATOR20', ccRef: 'amy' },
    })
  })

  it.each(['bearer', 'cookie'] as const)(
    'the order after that begins without the code that was used (%s)',
    async (sessions) => {
      const { addItem, arrive, honoured, look, placeOrder } = await open(sessions)
      const keeper = await arrive(LINK)
      await addItem()
      await look()
      await placeOrder('b@shop.example')
      await keeper.consume({ orderId: 'B1' })
      await addItem()
      await look()
      expect(await honoured()).toEqual([])
      expect(keeper.grants).toEqual([])
    },
  )

  it.each(['bearer', 'cookie'] as const)(
    'a promise that nobody called used is kept for the next order (%s)',
    async (sessions) => {
      const { addItem, arrive, look, outcome, placeOrder, request } = await open(sessions)
      await arrive(LINK)
      await addItem()
      await look()
      await placeOrder('c@shop.example')
      await request('{ activeOrder { code } }')
      await look()
      expect(outcome('CREATOR20')).toBe('held')
      await addItem()
      await look()
      expect(outcome('CREATOR20')).toBe('applied')
    },
  )

  it('no order is made for a shopper with a session and nothing in it', async () => {
    const { arrive, outcome, request } = await open()
    await request('{ activeOrder { code } }')
    await arrive(LINK)
    expect(outcome('CREATOR20')).toBe('held')
    expect(await request('{ activeOrder { code } }')).toEqual({ activeOrder: null })
  })

  it('a shop without the custom fields still gives the discount', async () => {
    const { addItem, arrive, cart, errors, outcome } = await open('bearer', {
      attributes: { discount: 'noSuchField', ref: 'norThis' },
    })
    await addItem()
    await arrive(LINK)
    expect(outcome('CREATOR20')).toBe('applied')
    expect(await cart()).toMatchObject({ total: 4000, attributes: {} })
    expect(errors).toEqual([])
  })

  it('a code that is dropped as the customer is named was not removed by the shopper', async () => {
    const { addItem, arrive, change, look, outcome } = await open()
    await addItem()
    await arrive('/?discount=ONEPER')
    expect(outcome('ONEPER')).toBe('applied')
    // the seed's order used it up for this customer
    await change(
      'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "buyer@shop.example" })',
    )
    await look()
    expect(outcome('ONEPER')).toBe('waiting UNKNOWN')
    await addItem()
    await look()
    expect(outcome('ONEPER')).toBe('rejected DISCOUNT_USAGE_LIMIT_REACHED')
  })

  it('a shopper who comes back while paying gets what the link promises', async () => {
    const { addItem, arrive, change, honoured } = await open()
    await addItem()
    await change('setOrderShippingAddress(input: { streetLine1: "1 Street", countryCode: "GB" })')
    await change('setOrderShippingMethod(shippingMethodId: ["1"])')
    await change(
      'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "d@shop.example" })',
    )
    await change('transitionOrderToState(state: "ArrangingPayment")')
    await arrive(LINK)
    expect(await honoured()).toEqual(['creator20'])
  })
})
