// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle } from './open-page.js'

openBrowserForEachTest()

describe('a keeper that is stopped early', () => {
  it('sends nothing after a listener of ready has stopped it', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { heard, keeper, told } = openPage(
      { platform: shop.platform },
      { url: '/?discount=SAVE10' },
    )
    keeper.on('ready', () => keeper.stop())
    await keeper.start()
    await settle()
    shop.theme.addItem()
    await settle()
    expect(told()).toContain('ready')
    expect(shop.requests).toEqual([])
    expect(heard()).toEqual([])
  })

  it.each([
    ['shown', false],
    ['prerendered', true],
  ])('resolves what start gave, on a page that is %s', async (_, prerendering) => {
    const { keeper, told } = openPage({}, { prerendering })
    const started = keeper.start()
    keeper.stop()
    await expect(started).resolves.toBeUndefined()
    await settle()
    expect(told()).toEqual([])
  })
})

describe('a prerendered page', () => {
  it('does nothing until it is shown, however often it is started', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { codes, keeper, show, told } = openPage(
      { platform: shop.platform },
      { url: '/?discount=SAVE10&ref=anna', prerendering: true },
    )
    void keeper.start()
    void keeper.start()
    await settle()
    expect(told()).toEqual([])
    expect(shop.requests).toEqual([])
    expect(localStorage).toHaveLength(0)
    expect(document.cookie).toBe('')
    show()
    await settle()
    expect(codes()).toEqual(['SAVE10'])
    expect(told().filter((name) => name === 'ready')).toHaveLength(1)
    expect(shop.kinds()).toEqual(['read', 'write'])
  })
})
