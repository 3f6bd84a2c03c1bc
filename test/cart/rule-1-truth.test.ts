import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openSync } from './open-sync.js'

describe('rule 1: applied is read from the cart after the write', () => {
  it('rule 1 believes the cart, not the status of the answer', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 5000 } } })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    expect(shop.writes()).toHaveLength(1)
    expect(sync.status()).toBe('waiting')
    expect(sync.reason()).toBe('DISCOUNT_PURCHASE_NOT_IN_RANGE')
  })

  it('rule 1 reads the truth when the write was done and answered by an error', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    const release = shop.hold()
    const checked = sync.check()
    shop.faults.push(undefined, 'refused-after-success')
    release()
    await checked
    expect(shop.kinds()).toEqual(['read', 'write', 'read'])
    expect(sync.status()).toBe('applied')
    expect(sync.errors.map(({ code }) => code)).toEqual(['REFUSED'])
  })

  it('rule 1 reads the truth when the write was refused', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    shop.faults.push(undefined, 'refused')
    await sync.check()
    expect(shop.current()?.codes).toEqual([])
    expect(sync.status()).toBe('waiting')
    expect(sync.reason()).toBe('UNKNOWN')
  })

  it('rule 1 does not call a code applied that takes no money off', async () => {
    const shop = openShop({ coupons: { SHIPFREE: { percent: 0 } } })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant('SHIPFREE')
    await sync.check()
    expect(shop.current()?.codes).toEqual(['SHIPFREE'])
    expect(sync.status('SHIPFREE')).toBe('waiting')
  })

  it('rule 1 follows the cart when a condition is met later, and when it is met no more', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 2000 } } })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    shop.theme.addItem()
    await sync.check('items')
    expect(sync.status()).toBe('applied')
    shop.theme.removeItem()
    await sync.check('items')
    expect(sync.status()).toBe('waiting')
    expect(shop.writes()).toHaveLength(1)
  })

  it('rule 1 waits for UNKNOWN where the shop drops codes without a word, and asks no more', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 2000 } }, dropsSilently: true })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    expect(sync.status()).toBe('waiting')
    expect(sync.reason()).toBe('UNKNOWN')
    const sent = shop.requests.length
    await sync.check()
    expect(shop.requests).toHaveLength(sent)
  })
})
