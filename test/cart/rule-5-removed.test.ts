import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { openApplied } from './open-applied.js'
import { openSync } from './open-sync.js'

describe('rule 5: what is gone, and who did it', () => {
  it('rule 5 takes an applied code that is gone for removed by the shopper, and leaves it', async () => {
    const { shop, sync } = await openApplied()
    shop.theme.takeOff('SAVE10')
    await sync.check('codes')
    await sync.check('items')
    await sync.check()
    expect(sync.status()).toBe('removed')
    expect(shop.current()?.codes).toEqual([])
    expect(shop.current()?.attributes['cc-discount-code']).toBeUndefined()
  })

  it('rule 5 remembers a removal on later page views and other carts', async () => {
    const { browser, shop, sync } = await openApplied()
    shop.theme.takeOff('SAVE10')
    await sync.check('codes')
    browser.clock.now += DAY
    shop.theme.replaceCart()
    const next = openSync(shop.platform, browser)
    await next.check('items')
    await next.check()
    expect(next.status()).toBe('removed')
    expect(shop.current()?.codes).toEqual([])
  })

  it('rule 5 puts a removed code back when a new link is followed', async () => {
    const { shop, sync } = await openApplied()
    shop.theme.takeOff('SAVE10')
    await sync.check('codes')
    sync.grant('save10')
    await sync.check()
    expect(sync.status()).toBe('applied')
    expect(shop.current()?.codes).toEqual(['save10'])
  })

  it('rule 5 puts a waiting code back that was dropped, when it can apply', async () => {
    const coupons = { SAVE10: { minimum: 2000 } }
    const { shop, sync } = await openApplied({ coupons, dropsSilently: true })
    expect(sync.status()).toBe('waiting')
    shop.theme.addItem()
    await sync.check('items')
    expect(sync.status()).toBe('applied')
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })

  it('rule 5 does not take a waiting code that somebody dropped for a removal', async () => {
    const { shop, sync } = await openApplied({ coupons: { SAVE10: { minimum: 2000 } } })
    shop.theme.setCodes([])
    await sync.check('codes')
    expect(sync.status()).toBe('waiting')
    shop.theme.addItem()
    await sync.check('items')
    expect(sync.status()).toBe('applied')
  })

  it('rule 5 does not take codes that the shop drops with the items for a removal', async () => {
    const { shop, sync } = await openApplied({ itemsDropCodes: true })
    shop.theme.addItem()
    expect(shop.current()?.codes).toEqual([])
    await sync.check('items')
    expect(sync.status()).toBe('applied')
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })

  it('rule 5 takes a code set by the shopper in place of ours for their decision', async () => {
    const { shop, sync } = await openApplied()
    shop.theme.setCodes(['OWN7'])
    await sync.check('codes')
    expect(sync.status()).toBe('removed')
    expect(shop.current()?.codes).toEqual(['OWN7'])
  })

  it('rule 5 remembers a removal that shows only on the next page', async () => {
    const { browser, shop } = await openApplied()
    browser.seen.write({ ...browser.seen.read(), want: '' })
    shop.theme.takeOff('SAVE10')
    const next = openSync(shop.platform, browser)
    await next.check()
    expect(next.status()).toBe('removed')
    expect(shop.current()?.codes).toEqual([])
  })
})
