// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const BOTH = { stacking: 'combine' } as const

describe('keeper.consume', () => {
  it('ends what the order used, and tells it', async () => {
    const { codes, keeper, told } = await visit(BOTH, '/?discount=A1,B2')
    await keeper.consume({ orderId: '#1', codes: ['b2'] })
    expect(codes()).toEqual(['A1'])
    expect(told()).toContain('consumed B2')
  })

  it('ends what the cart honoured, where the page does not know', async () => {
    const shop = openShop({ coupons: { GOOD: {}, WAIT: { minimum: 9000 } } })
    shop.theme.addItem()
    const { codes, keeper } = await visit(
      { ...BOTH, platform: shop.platform },
      '/?discount=GOOD,WAIT',
    )
    await keeper.consume({ orderId: '#1' })
    expect(codes()).toEqual(['WAIT'])
  })

  it('ends all, where nobody knows what was honoured', async () => {
    const { codes, keeper } = await visit(BOTH, '/?discount=A1,B2')
    await keeper.consume({ orderId: '#1' })
    expect(codes()).toEqual([])
  })

  it('ends nothing that is yet to start, where nobody knows what was honoured', async () => {
    const terms = { B2: { startsAt: NOON + DAY } }
    const { codes, keeper } = await visit({ ...BOTH, terms }, '/?discount=A1,B2')
    await keeper.consume({ orderId: '#1' })
    expect(codes()).toEqual(['B2'])
  })

  it('ends what another tab was granted', async () => {
    const here = await visit(BOTH)
    const there = await visit(BOTH, '/?discount=A1')
    await here.keeper.consume({ orderId: '#1' })
    there.look()
    await settle()
    expect(there.codes()).toEqual([])
  })

  it('ends what the cart honoured also where the way out led to a checkout of the shop that was not looked at since', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(first.statuses()).toEqual(['SAVE10 applied'])
    first.leave()
    const release = shop.hold()
    const way = { url: '/checkout?discount=SAVE10', referrer: 'http://localhost:3000/cart' }
    const page = openPage({ platform: shop.platform }, { ...way, isOnward: true })
    void page.keeper.start()
    await settle()
    const done = page.keeper.consume({ orderId: '#1' })
    await settle()
    release()
    await done
    expect(page.told()).toContain('consumed SAVE10')
  })

  it('ends nothing for an order without a discount', async () => {
    const { codes, keeper } = await visit({}, '/?discount=SAVE10')
    await keeper.consume({ orderId: '#1', codes: [] })
    expect(codes()).toEqual(['SAVE10'])
  })

  it('counts once for each order, on any page that shows it', async () => {
    const first = await visit({}, '/?discount=SAVE10')
    await first.keeper.consume({ orderId: '#1' })
    await first.keeper.consume({ orderId: '#1' })
    expect(first.told().filter((name) => name === 'consumed SAVE10')).toHaveLength(1)
    first.leave()
    sleep(1000)
    const second = await visit({}, '/?discount=EXTRA5')
    await second.keeper.consume({ orderId: '#1' })
    expect(second.codes()).toEqual(['EXTRA5'])
    await second.keeper.consume({ orderId: '#2' })
    expect(second.codes()).toEqual([])
  })

  it('holds on the next page and the next cart', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    await first.keeper.consume({ orderId: '#1' })
    first.leave()
    shop.expireCart()
    shop.theme.addItem()
    const second = await visit({ platform: shop.platform })
    expect(second.codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })

  it('is not done by leaving for checkout', async () => {
    const { codes, keeper } = await visit({}, '/?discount=SAVE10')
    keeper.checkoutUrl('/checkout')
    expect(codes()).toEqual(['SAVE10'])
    expect((await visit()).codes()).toEqual(['SAVE10'])
  })
})
