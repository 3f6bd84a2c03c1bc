import { describe, expect, it } from 'vitest'

import { createExclusive } from '../../src/cart/exclusive.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowser, openSync } from './open-sync.js'

describe('rule 3: one write at a time, the least of them', () => {
  it('rule 3 sends nothing without a grant', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const sync = openSync(shop.platform)
    await sync.check()
    await sync.check()
    expect(shop.writes()).toEqual([])
    expect(shop.requests.length).toBeLessThanOrEqual(1)
  })

  it('rule 3 is level-triggered: twice is once', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    const [codes, sent] = [shop.current()?.codes, shop.requests.length]
    await sync.check()
    expect(shop.requests).toHaveLength(sent)
    await sync.check('items')
    await sync.check('codes')
    expect(shop.writes()).toHaveLength(1)
    expect(shop.current()?.codes).toEqual(codes)
    expect(sync.status()).toBe('applied')
  })

  it('rule 3 sends nothing on a page view where all is in place', async () => {
    const shop = openShop()
    const browser = openBrowser()
    const first = openSync(shop.platform, browser)
    shop.theme.addItem()
    first.grant()
    first.refer('ANNA')
    await first.check()
    const sent = shop.requests.length
    const next = openSync(shop.platform, browser)
    await next.check()
    expect(shop.requests).toHaveLength(sent)
    expect(next.status()).toBe('applied')
  })

  it('rule 3 sends nothing on a page view while the shopper has no cart and the visit knows', async () => {
    const shop = openShop()
    const browser = openBrowser()
    const first = openSync(shop.platform, browser)
    first.grant()
    await first.check()
    await openSync(shop.platform, browser).check()
    expect(shop.kinds()).toEqual(['visit'])
  })

  it('rule 3 lands with one request without a cart, and with two where there is one', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    sync.grant()
    await sync.check()
    expect(shop.kinds()).toEqual(['visit'])

    const other = openShop()
    other.theme.addItem()
    const landed = openSync(other.platform)
    landed.grant()
    await landed.check()
    expect(other.kinds()).toEqual(['read', 'write'])
  })

  it('rule 3 writes codes and attributes in one request', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    sync.refer('ANNA')
    await sync.check()
    const attributes = { 'cc-discount-code': 'SAVE10', 'cc-ref': 'ANNA' }
    expect(shop.writes()).toEqual([{ codes: ['SAVE10'], attributes }])
  })

  it('rule 3 lets two tabs write one after the other, and both see one cart', async () => {
    const shop = openShop()
    const browser = openBrowser()
    const exclusive = createExclusive(() => undefined)
    const [here, there] = [
      openSync(shop.platform, browser),
      openSync(shop.openPage().platform, browser),
    ]
    shop.theme.addItem()
    here.grant('SAVE10')
    there.grant('EXTRA5')
    await Promise.all([exclusive(() => here.check()), exclusive(() => there.check())])
    expect(shop.current()?.codes).toEqual(['EXTRA5', 'SAVE10'])
    expect(shop.writes()).toHaveLength(1)
    expect(there.status('SAVE10')).toBe('applied')
  })

  it('rule 3 tells the theme of a change of codes, once, and not of attributes', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    sync.refer('ANNA')
    await sync.check()
    await sync.check('items')
    expect(shop.writes()).toHaveLength(2)
    expect(shop.refreshed.map(({ id }) => id)).toEqual(['cart-1'])
  })
})
