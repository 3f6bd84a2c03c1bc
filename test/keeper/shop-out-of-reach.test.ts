// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

describe('a shop out of reach', () => {
  it('carries the code while the shop asked to be left alone', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.faults.push('cool-down')
    const { errors, keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(errors()).toEqual(['COOL_DOWN'])
    shop.theme.addItem()
    await settle()
    expect(shop.requests).toHaveLength(1)
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=SAVE10')
  })

  it('tries again when the shopper is back online', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.setOnline(false)
    const { errors, statuses, view } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(errors()).toEqual(['OFFLINE'])
    shop.setOnline(true)
    view.dispatchEvent(new Event('online'))
    await settle()
    expect(statuses()).toEqual(['SAVE10 applied'])
  })

  it('asks nothing and writes nothing where nothing may be written', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const platform = { ...shop.platform, inert: () => true }
    const { codes, told } = await visit({ platform }, '/?discount=SAVE10')
    expect(codes()).toEqual([])
    expect(shop.requests).toEqual([])
    expect(localStorage).toHaveLength(0)
    expect(told()).toEqual(['ready'])
  })

  it('asks and writes nothing where nothing may be written, even when asked to', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: { ...shop.platform, inert: () => true } })
    await keeper.apply('OWN7')
    await keeper.remove('SAVE10')
    await settle()
    expect(shop.requests).toEqual([])
  })
})
