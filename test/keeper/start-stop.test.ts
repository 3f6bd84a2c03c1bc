// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, visit } from './open-page.js'

openBrowserForEachTest()

describe('keeper.start', () => {
  it('does nothing before it is called', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { heard } = openPage({ platform: shop.platform }, { url: '/?discount=SAVE10' })
    await settle()
    expect(shop.requests).toEqual([])
    expect(localStorage).toHaveLength(0)
    expect(heard()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('resolves at ready, which comes once however often it is called', async () => {
    const { keeper, told } = openPage({}, { url: '/?discount=SAVE10' })
    await Promise.all([keeper.start(), keeper.start()])
    await keeper.start()
    await settle()
    expect(told().filter((name) => name === 'ready')).toHaveLength(1)
    expect(told().filter((name) => name === 'granted SAVE10')).toHaveLength(1)
  })

  it('listens no twice when it is called twice', async () => {
    const { heard, keeper } = await visit({}, '/?discount=SAVE10')
    const before = heard()
    await keeper.start()
    await settle()
    expect(heard()).toEqual(before)
  })

  it('reads the URL again when it is called again', async () => {
    const { codes, history, keeper } = await visit()
    history.pushState({}, '', '/?discount=SAVE10')
    await keeper.start()
    await settle()
    expect(codes()).toEqual(['SAVE10'])
  })

  it('resolves although the shop does not answer', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const release = shop.hold()
    const { codes, told } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    expect(told()).toContain('ready')
    expect(codes()).toEqual(['SAVE10'])
    release()
    await settle()
  })
})

describe('keeper.stop', () => {
  it('leaves no listener and no timer behind', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { heard, keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    shop.theme.addItem()
    expect(heard().length).toBeGreaterThan(5)
    keeper.stop()
    expect(heard()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
    shop.theme.addItem()
    await settle()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves nothing behind on a page that is still prerendered', async () => {
    const { codes, heard, keeper, show } = openPage(
      {},
      { url: '/?discount=SAVE10', prerendering: true },
    )
    void keeper.start()
    keeper.stop()
    expect(heard()).toEqual([])
    show()
    await settle()
    expect(codes()).toEqual([])
  })

  it('follows nothing any more, and leaves the grants in the layers', async () => {
    const shop = openShop()
    const { keeper, push } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    keeper.stop()
    const sent = shop.requests.length
    shop.theme.addItem()
    push('/?discount=EXTRA5')
    await settle()
    expect(shop.requests).toHaveLength(sent)
    expect(localStorage.getItem('cc_discount_code')).toContain('SAVE10')
    expect(localStorage.getItem('cc_discount_code')).not.toContain('EXTRA5')
  })

  it('can be followed by start, which listens and keeps again', async () => {
    const shop = openShop()
    const { heard, keeper, statuses } = await visit(
      { platform: shop.platform },
      '/?discount=SAVE10',
    )
    const before = heard().length
    keeper.stop()
    await keeper.start()
    await settle()
    expect(heard()).toHaveLength(before)
    shop.theme.addItem()
    await settle()
    expect(statuses()).toEqual(['SAVE10 applied'])
  })

  it('is harmless before start, and twice', async () => {
    const { keeper } = openPage()
    keeper.stop()
    keeper.stop()
    await keeper.start()
    keeper.stop()
    keeper.stop()
    expect(keeper.grants).toEqual([])
  })

  it('listens for no event that shuts a page out of the back/forward cache', async () => {
    const { heard } = await visit({}, '/?discount=SAVE10')
    expect(heard()).not.toContain('unload')
    expect(heard()).not.toContain('beforeunload')
  })
})
