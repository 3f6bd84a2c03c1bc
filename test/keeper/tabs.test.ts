// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('two tabs', () => {
  it('hold the same grants after both heard of each other', async () => {
    const here = await visit()
    const there = await visit({}, '/?discount=SAVE10&ref=anna')
    here.storageChanged('cc_discount_code')
    await settle()
    expect(here.keeper.grants).toEqual(there.keeper.grants)
    expect(here.keeper.ref).toEqual(there.keeper.ref)
  })

  it('hear nothing of what other scripts store', async () => {
    const here = await visit()
    await visit({}, '/?discount=SAVE10')
    here.storageChanged('theme')
    await settle()
    expect(here.codes()).toEqual([])
  })

  it('agree on the last link, whichever tab it was followed in', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ platform: one.platform }, '/?discount=SAVE10')
    sleep(1000)
    const there = await visit({ platform: other.platform }, '/?discount=EXTRA5')
    here.storageChanged('cc_discount_code')
    here.look()
    await settle()
    expect(here.codes()).toEqual(['EXTRA5'])
    expect(there.codes()).toEqual(['EXTRA5'])
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
  })

  it('agree on a removal', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ platform: one.platform }, '/?discount=SAVE10')
    const there = await visit({ platform: other.platform })
    await there.keeper.remove('SAVE10')
    here.look()
    await settle()
    expect(here.codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })

  it('agree on an order', async () => {
    const here = await visit({}, '/?discount=SAVE10')
    const there = await visit()
    await there.keeper.consume({ orderId: '#1' })
    here.look()
    await settle()
    expect(here.codes()).toEqual([])
  })

  it('write the cart once when both come back at once', async () => {
    const shop = openShop()
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ platform: one.platform }, '/?discount=SAVE10')
    const there = await visit({ platform: other.platform })
    shop.theme.addItem()
    here.look()
    await settle()
    there.look()
    await settle()
    expect(shop.writes()).toHaveLength(1)
    expect(there.statuses()).toEqual(['SAVE10 applied'])
  })

  it('tell each event of a grant once in each tab', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ platform: one.platform }, '/?discount=SAVE10')
    const there = await visit({ platform: other.platform })
    for (const tab of [here, there, here, there]) {
      tab.look()
      await settle()
    }
    for (const { told } of [here, there])
      expect(told().filter((name) => name === 'applied SAVE10').length).toBeLessThanOrEqual(1)
    expect(here.told()).toContain('applied SAVE10')
  })
})
