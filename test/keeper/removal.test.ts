// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

describe('a removal in the theme', () => {
  it('hears of a removal in the theme, and keeps it to itself', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { codes, told } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    shop.theme.takeOff('save10')
    await settle()
    expect(told()).toContain('removed SAVE10')
    expect(codes()).toEqual([])
    shop.theme.addItem()
    await settle()
    expect(shop.current()?.codes).toEqual([])
  })

  it('hears of a removal in the theme whose page was left at once', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const options = { platform: shop.platform }
    const first = await visit(options, '/?discount=SAVE10')
    shop.theme.takeOff('SAVE10')
    first.leave()
    const { codes } = await visit(options)
    expect(codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })

  it('hears of a removal also when the same link was followed twice', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const options = { platform: shop.platform }
    const first = await visit(options, '/?discount=SAVE10')
    first.leave()
    const second = await visit(options, '/?discount=SAVE10')
    expect(second.statuses()).toEqual(['SAVE10 applied'])
    shop.theme.takeOff('SAVE10')
    await settle()
    expect(second.codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })

  it('puts a code back whose link is followed right after it was taken off', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const options = { platform: shop.platform }
    const first = await visit(options, '/?discount=SAVE10')
    shop.theme.takeOff('SAVE10')
    first.leave()
    const { statuses } = await visit(options, '/?discount=SAVE10')
    await settle()
    expect(statuses()).toEqual(['SAVE10 applied'])
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })

  it('reads again when the page comes back from the back/forward cache', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { codes, restore } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    shop.openPage().theme.takeOff('SAVE10')
    restore()
    await settle()
    expect(codes()).toEqual([])
  })
})
