// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, visit } from './open-page.js'

openBrowserForEachTest()

const removedBeforeTheCart = async () => {
  const shop = openShop()
  const page = await visit({ platform: shop.platform }, '/?discount=SAVE10')
  expect(shop.cookies.visit).toEqual(['SAVE10'])
  await page.keeper.remove('SAVE10')
  /** The shopper's first item makes a cart, with what the shop remembers of the visit on it. */
  const makeCart = () => {
    shop.makeCart({ items: 1, codes: [...shop.cookies.visit] })
    shop.theme.tell('items')
  }
  return { makeCart, page, shop }
}

describe('what the shop remembers of the visit', () => {
  it('is taken off the new cart where the shopper had removed it before', async () => {
    const { makeCart, page, shop } = await removedBeforeTheCart()
    makeCart()
    await settle()
    expect(shop.current()?.codes).toEqual([])
    expect(page.codes()).toEqual([])
  })

  it('is taken off also when the cart is seen on the next page only', async () => {
    const { makeCart, page, shop } = await removedBeforeTheCart()
    page.leave()
    makeCart()
    await visit({ platform: shop.platform })
    expect(shop.current()?.codes).toEqual([])
  })

  it('is taken off once: what the shopper types afterwards stays', async () => {
    const { makeCart, shop } = await removedBeforeTheCart()
    makeCart()
    await settle()
    expect(shop.writes()).toHaveLength(1)
    shop.theme.typeCode('SAVE10')
    await settle()
    shop.theme.addItem()
    await settle()
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(shop.writes()).toHaveLength(1)
  })

  it('is known for ours also where its answer never came', async () => {
    const shop = openShop({ coupons: { SAVE10: { exclusive: true }, EXTRA5: {} } })
    shop.faults.push('refused-after-success', 'offline')
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    first.leave()
    const second = await visit({ platform: shop.platform }, '/?discount=EXTRA5')
    second.leave()
    shop.makeCart({ items: 1, codes: [...shop.cookies.visit] })
    const page = await visit({ platform: shop.platform })
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(page.statuses()).toEqual(['EXTRA5 applied'])
  })

  it('is known for ours also where a cart is made while the shop is told of another', async () => {
    const shop = openShop({ coupons: { SAVE10: { exclusive: true }, EXTRA5: {} } })
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    first.leave()
    const release = shop.hold()
    const page = await visit({ platform: shop.platform }, '/?discount=EXTRA5')
    shop.makeCart({ items: 1, codes: [...shop.cookies.visit] })
    shop.theme.tell('items')
    release()
    await settle()
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(page.statuses()).toEqual(['EXTRA5 applied'])
  })

  it.each([
    ['also beside a cart where the page cannot see scripted navigations', false, 1],
    ['not beside a cart where it can', true, 0],
  ])('is told %s', async (_, hasNavigation, visits) => {
    const shop = openShop()
    shop.theme.addItem()
    const page = { url: '/?discount=SAVE10', hasNavigation }
    await visit({ platform: shop.platform }, page)
    expect(shop.kinds()).toEqual([
      'read',
      'write',
      ...Array.from({ length: visits }, () => 'visit'),
    ])
    expect(shop.cookies.visit).toEqual(visits ? ['SAVE10'] : [])
    await visit({ platform: shop.platform }, { hasNavigation })
    expect(shop.kinds()).toHaveLength(2 + visits)
  })

  it('is never told beside a code of the shopper', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('OWN7')
    await visit({ platform: shop.platform }, { url: '/?discount=SAVE10', hasNavigation: false })
    expect(shop.kinds()).toEqual(['read', 'write'])
  })

  it('is not told what the shopper has just taken off', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const landing = { url: '/?discount=SAVE10', hasNavigation: false }
    const page = openPage({ platform: shop.platform }, landing)
    page.keeper.on('applied', () => shop.theme.takeOff('SAVE10'))
    await page.keeper.start()
    await settle()
    await settle()
    expect(page.told()).toContain('removed SAVE10')
    expect(shop.cookies.visit).toEqual([])
    expect(shop.checkout('/checkout').discount).toBe(0)
  })

  it('is told again on the next page view after an answer that was an error', async () => {
    const shop = openShop()
    shop.faults.push('refused')
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(first.errors()).toEqual(['REFUSED'])
    expect(shop.cookies.visit).toEqual([])
    first.leave()
    const second = await visit({ platform: shop.platform })
    expect(shop.kinds()).toEqual(['visit', 'visit'])
    expect(shop.cookies.visit).toEqual(['SAVE10'])
    second.leave()
    await visit({ platform: shop.platform })
    expect(shop.kinds()).toHaveLength(2)
  })
})
