// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { CartChange, Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

/** One tab is slow to hear what its writes have done. */
const withSlowAnswers = (platform: Platform) => {
  let arrive = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { write } = platform
  const slow: Platform = {
    ...platform,
    write: write && ((change) => write(change).then((cart) => gate.then(() => cart))),
  }
  return { arrive: () => arrive(), platform: slow }
}

/** The writes of one tab are slow: what they were made from is stale when they arrive. */
const withSlowWrites = (platform: Platform) => {
  let arrive = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { write } = platform
  return {
    arrive: () => arrive(),
    platform: {
      ...platform,
      write: write && ((change: CartChange) => gate.then(() => write(change))),
    },
  }
}

describe('two tabs that follow different links to one cart', () => {
  it('leave only the code of the newer link, which met a code that nobody had told of yet', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const slow = withSlowAnswers(shop.openPage().platform)
    const here = openPage({ platform: slow.platform }, { url: '/?discount=SAVE10' })
    await here.keeper.start()
    await settle()
    sleep(1000)
    const there = await visit({ platform: shop.openPage().platform }, '/?discount=EXTRA5')
    expect(shop.current()?.codes).toEqual(['SAVE10', 'EXTRA5'])
    slow.arrive()
    await settle()
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(here.statuses()).toEqual(['EXTRA5 applied'])
    expect(there.statuses()).toEqual(['EXTRA5 applied'])
  })

  it('leave only the code of the newer link, whose write came first', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const slow = withSlowWrites(shop.openPage().platform)
    const here = openPage({ platform: slow.platform }, { url: '/?discount=SAVE10' })
    await here.keeper.start()
    await settle()
    sleep(1000)
    const there = await visit({ platform: shop.openPage().platform }, '/?discount=EXTRA5')
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    slow.arrive()
    await settle()
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(here.statuses()).toEqual(['EXTRA5 applied'])
    expect(there.statuses()).toEqual(['EXTRA5 applied'])
  })

  it('leave only the code of the newer link, followed when the other was in place', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const here = await visit({ platform: shop.openPage().platform }, '/?discount=SAVE10')
    sleep(1000)
    const there = await visit({ platform: shop.openPage().platform }, '/?discount=EXTRA5')
    here.look()
    await settle()
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(here.codes()).toEqual(['EXTRA5'])
    expect(there.codes()).toEqual(['EXTRA5'])
  })
})
