// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('a page view', () => {
  it('costs nothing without a grant', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { told } = await visit({ platform: shop.platform })
    shop.theme.addItem()
    await settle()
    expect(shop.requests).toEqual([])
    expect(told()).toEqual(['ready'])
  })

  it('costs one request at landing, none after, and two when there is a cart to write', async () => {
    const shop = openShop()
    const options = { platform: shop.platform }
    const first = await visit(options, '/?discount=SAVE10')
    expect(shop.kinds()).toEqual(['visit'])
    first.leave()
    const second = await visit(options)
    second.leave()
    expect(shop.kinds()).toEqual(['visit'])
    shop.theme.addItem()
    const third = await visit(options)
    expect(shop.kinds()).toEqual(['visit', 'read', 'write'])
    third.leave()
    await visit(options)
    expect(shop.kinds()).toHaveLength(3)
  })

  it('follows the first add to the cart', async () => {
    const shop = openShop()
    const { keeper, statuses, told } = await visit(
      { platform: shop.platform },
      '/?discount=SAVE10&ref=anna',
    )
    expect(statuses()).toEqual(['SAVE10 held'])
    shop.theme.addItem()
    await settle()
    expect(shop.current()).toMatchObject({
      codes: ['SAVE10'],
      attributes: { 'cc-discount-code': 'SAVE10', 'cc-ref': 'anna' },
    })
    expect(told()).toContain('applied SAVE10')
    expect(keeper.inspect().cart?.discount).toBe(100)
  })

  it('lands on a cart with a code of the shopper, which stays first', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('Own7')
    await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(shop.current()?.codes).toEqual(['Own7', 'SAVE10'])
  })

  it('takes the code of the last link, and only that of the links, off for the new', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('OWN7')
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    first.leave()
    sleep(1000)
    const { codes, told } = await visit({ platform: shop.platform }, '/?discount=EXTRA5')
    expect(shop.current()?.codes).toEqual(['OWN7', 'EXTRA5'])
    expect(codes()).toEqual(['EXTRA5'])
    expect(told()).toContain('rejected SAVE10')
  })

  it('takes a finally rejected code off the cart and puts the alternative there', async () => {
    const shop = openShop({
      coupons: { GONE: { final: 'DISCOUNT_USAGE_LIMIT_REACHED' }, INSTEAD: {} },
    })
    shop.theme.addItem()
    const { codes, told } = await visit(
      { platform: shop.platform, expiry: { alternative: 'INSTEAD' } },
      '/?discount=GONE',
    )
    await settle()
    expect(told()).toContain('rejected GONE')
    expect(codes()).toEqual(['INSTEAD'])
    expect(shop.current()?.codes).toEqual(['INSTEAD'])
  })

  it('takes a finally rejected code off the cart where there is no alternative', async () => {
    const shop = openShop()
    shop.theme.addItem()
    await visit({ platform: shop.platform }, '/?discount=NOSUCH')
    await settle()
    expect(shop.current()?.codes).toEqual([])
  })

  it('waits for a condition, then applies, and tells both once', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 2000 } } })
    shop.theme.addItem()
    const { log, told } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    shop.theme.addItem()
    await settle()
    expect(told()).toEqual(['granted SAVE10', 'ready', 'waiting SAVE10', 'applied SAVE10'])
    expect(log[2]?.detail).toMatchObject({ grant: { reason: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' } })
  })
})
