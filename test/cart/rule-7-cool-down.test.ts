import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openApplied } from './open-applied.js'
import { openBrowser, openSync } from './open-sync.js'

describe('rule 7: a cool-down of minutes', () => {
  const MINUTE = 60_000

  it('rule 7 leaves the shop alone for minutes when it asks for that, signals or not', async () => {
    const shop = openShop()
    const browser = openBrowser()
    const sync = openSync(shop.platform, browser)
    shop.theme.addItem()
    sync.grant()
    shop.faults.push('cool-down')
    await sync.check()
    expect(sync.errors.map(({ code }) => code)).toEqual(['COOL_DOWN'])
    expect(sync.status()).toBe('held')
    browser.clock.now += 5 * MINUTE
    await sync.check()
    await sync.check('items')
    await sync.check('codes')
    await openSync(shop.platform, browser).check()
    expect(shop.requests).toHaveLength(1)
  })

  it('rule 7 goes on when ten minutes are over, and not before', async () => {
    const { browser, shop, sync } = await openApplied()
    shop.theme.addItem()
    shop.faults.push('cool-down')
    await sync.check('items')
    const sent = shop.requests.length
    const over = browser.clock.now + 10 * MINUTE
    sync.grant('EXTRA5')
    browser.clock.now = over - 1
    await sync.check()
    expect(shop.requests).toHaveLength(sent)
    browser.clock.now = over
    await sync.check()
    expect(shop.requests.length).toBeGreaterThan(sent)
    expect(shop.current()?.codes).toContain('EXTRA5')
  })

  it('rule 7 opens a cool-down when the write is what meets it', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    const read = shop.faults
    read.push(undefined, 'cool-down')
    await sync.check()
    await sync.check()
    expect(shop.kinds()).toEqual(['read', 'write'])
  })

  it('rule 7 does not open one for a shop that is merely offline', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    shop.setOnline(false)
    await sync.check()
    expect(sync.errors.map(({ code }) => code)).toEqual(['OFFLINE'])
    shop.setOnline(true)
    await sync.check()
    expect(sync.status()).toBe('applied')
  })

  it('rule 7 lets what comes back after a clock was set back not wait for ever', async () => {
    const { browser, shop, sync } = await openApplied()
    shop.faults.push('cool-down')
    await sync.check('items')
    browser.clock.now -= 365 * DAY
    const sent = shop.requests.length
    await sync.check('items')
    expect(shop.requests.length).toBeGreaterThan(sent)
  })
})
