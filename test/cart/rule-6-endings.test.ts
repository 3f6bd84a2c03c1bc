import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openApplied } from './open-applied.js'

describe('rule 6: how a grant ends', () => {
  it.each([
    'DISCOUNT_NOT_FOUND',
    'DISCOUNT_USAGE_LIMIT_REACHED',
    'DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED',
  ] as const)('rule 6 ends a grant that the shop finally refuses with %s', async (final) => {
    const { shop, sync } = await openApplied({ coupons: { SAVE10: { final } } })
    expect(sync.status()).toBe('rejected')
    expect(sync.reason()).toBe(final)
    await sync.check('items')
    expect(shop.current()?.codes).toEqual([])
  })

  it('rule 6 ends a grant by time, and takes its code off the cart', async () => {
    const { browser, shop, sync } = await openApplied()
    browser.clock.now = NOON + 31 * DAY
    await sync.check()
    expect(shop.current()?.codes).toEqual([])
    expect(shop.current()?.attributes).toEqual({})
    expect(sync.discounts.live()).toEqual([])
  })

  it('rule 6 keeps an unused grant to its last millisecond', async () => {
    const { browser, sync } = await openApplied()
    const end = sync.discounts.live()[0]?.expiresAt ?? 0
    browser.clock.now = end - 1
    await sync.check('items')
    expect(sync.status()).toBe('applied')
    browser.clock.now = end
    await sync.check('items')
    expect(sync.discounts.live()).toEqual([])
  })

  it('rule 6 puts a code that an order used on no further cart', async () => {
    const { shop, sync } = await openApplied()
    sync.end('SAVE10', 'consumed')
    shop.expireCart()
    shop.theme.addItem()
    await sync.check('items')
    expect(shop.current()?.codes).toEqual([])
    expect(sync.status()).toBe('consumed')
  })
})
