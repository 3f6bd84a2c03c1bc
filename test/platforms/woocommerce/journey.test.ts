// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import type { WooPageOptions } from '../../support/woo-shop/open-woo-page.js'
import { openWooTest } from '../../support/woo-shop/open-woo-page.js'
import { clearCookies } from '../../keeper/open-page.js'
import { openShopper } from '../conformance/open-shopper.js'

const LINK = '/?discount=CREATOR20'
const traits = {
  capabilities: {
    multi: true,
    replacesOnApply: false,
    caseSensitive: false,
    emptyCartKeeps: false,
    typedErrors: false,
    attributes: true,
  },
  reasons: {
    unknown: 'UNKNOWN',
    expired: 'UNKNOWN',
    future: 'UNKNOWN',
    limit: 'UNKNOWN',
    minimum: 'UNKNOWN',
  },
} as const

const open = async (options: WooPageOptions = {}) => {
  const woo = await openWooTest(options)
  const nothing = () => Promise.resolve()
  const shopper = openShopper(
    { ...woo, platform: woo, endCode: nothing, loseCart: nothing, close: nothing },
    traits,
  )
  return { ...woo, ...shopper, codes: woo.codes }
}

beforeEach(() => {
  localStorage.clear()
  clearCookies()
})

describe.each([
  ['cookies', false],
  ['a token', true],
])('a keeper on WooCommerce with %s', (_, isHeadless) => {
  it('gives the next cart after an order the code that was promised', async () => {
    const { addItem, arrive, codes, look, order, outcome, shop } = await open({ isHeadless })
    await addItem()
    await arrive(LINK)
    await order()
    await arrive()
    expect(outcome('CREATOR20')).toBe('held')
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe('applied')
    expect([shop.orders.map(({ total }) => total), codes()]).toEqual([[4000], ['creator20']])
  })

  it('asks nothing on a page where all is as it was', async () => {
    const { addItem, arrive, asked, look } = await open({ isHeadless })
    await addItem()
    await arrive(LINK)
    asked()
    await arrive()
    await look()
    expect(asked()).toEqual([])
  })

  it('asks three times on a landing with a cart: the cart, the code, the attributes', async () => {
    const { addItem, arrive, asked } = await open({ isHeadless })
    await addItem()
    asked()
    await arrive(LINK)
    expect(asked()).toEqual([
      'GET /cart',
      'POST /cart/apply-coupon CREATOR20',
      'POST /cart/extensions',
    ])
  })

  it('waits with a code that would cost the shopper theirs, and does not try again', async () => {
    const { addItem, arrive, asked, codes, look, outcome, typeCode } = await open({ isHeadless })
    await addItem()
    await typeCode('EXTRA10')
    await arrive('/?discount=SOLO30')
    expect(outcome('SOLO30')).toBe('waiting DISCOUNT_CODE_NOT_HONOURED')
    asked()
    await arrive()
    await addItem()
    await look()
    expect(codes()).toEqual(['extra10'])
    expect(asked().filter((request) => request.includes('coupon'))).toEqual([])
  })

  it('lets the shopper’s word stand: what they type may put ours off', async () => {
    const { addItem, arrive, codes, outcome } = await open({ isHeadless })
    await addItem()
    const keeper = await arrive(LINK)
    expect(await keeper.apply('SOLO30')).toMatchObject({ status: 'applied' })
    expect(codes()).toEqual(['solo30'])
    expect(outcome('CREATOR20')).toBe('waiting UNKNOWN')
  })

  it('takes a code that the shop drops for waiting, not for removed', async () => {
    const { addItem, arrive, emptyCart, look, outcome, send } = await open({ isHeadless })
    await addItem()
    await addItem()
    await arrive('/?discount=MIN100')
    expect(outcome('MIN100')).toBe('applied')
    await send('POST', '/cart/update-item', { key: 'k', quantity: 1 })
    await look()
    expect(outcome('MIN100')).toBe('waiting UNKNOWN')
    await addItem()
    await look()
    expect(outcome('MIN100')).toBe('applied')
    await emptyCart()
  })
})
