import { describe, expect, it } from 'vitest'

import type { Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openSync } from './open-sync.js'

describe('rule 4: never a cart of ours', () => {
  it('rule 4 has the visit remember the codes, and makes no cart', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    sync.grant()
    await sync.check()
    expect(shop.carts.size).toBe(0)
    expect(sync.status()).toBe('held')
    expect(shop.checkout('/checkout').discount).toBe(0)
    shop.theme.addItem()
    expect(shop.checkout('/checkout').discount).toBe(100)
  })

  it('rule 4 sends nothing where there is neither a cart nor a memory of the visit', async () => {
    const shop = openShop({ hasVisit: false })
    const sync = openSync(shop.platform)
    sync.grant()
    await sync.check()
    expect(shop.requests).toEqual([])
    expect(sync.status()).toBe('held')
  })

  it('rule 4 writes nothing to a cart without items', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.makeCart()
    sync.grant()
    sync.refer('ANNA')
    await sync.check()
    expect(shop.writes()).toEqual([])
    expect(sync.status()).toBe('held')
  })

  it('rule 4 writes codes and attributes as soon as there is something in a cart', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    sync.grant()
    sync.refer('ANNA')
    await sync.check()
    shop.theme.addItem()
    await sync.check('items')
    expect(shop.kinds()).toEqual(['visit', 'read', 'write'])
    expect(shop.current()).toMatchObject({
      codes: ['SAVE10'],
      attributes: { 'cc-discount-code': 'SAVE10', 'cc-ref': 'ANNA' },
    })
  })

  it.each(['items', 'all'] as const)(
    'rule 4 follows when a cart is replaced, keeping %s',
    async (keeps) => {
      const shop = openShop()
      const sync = openSync(shop.platform)
      shop.theme.addItem()
      sync.grant()
      await sync.check()
      shop.theme.replaceCart(keeps)
      await sync.check()
      expect(shop.current()).toMatchObject({ id: 'cart-2', codes: ['SAVE10'] })
      expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
      expect(sync.status()).toBe('applied')
    },
  )

  it('rule 4 follows when the cart is replaced under its hands', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    const release = shop.hold()
    const checked = sync.check()
    await Promise.resolve()
    shop.theme.replaceCart()
    release()
    await checked
    expect(shop.current()).toMatchObject({ id: 'cart-2', codes: ['SAVE10'] })
    expect(sync.status()).toBe('applied')
  })

  it('rule 4 follows when the cart is replaced right after the write', async () => {
    const shop = openShop()
    const write: Platform['write'] = async (change) => {
      const cart = await shop.platform.write?.(change)
      if (shop.carts.size === 1) shop.theme.replaceCart()
      return cart ?? shop.tellCart()
    }
    const sync = openSync({ ...shop.platform, write })
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    expect(shop.current()).toMatchObject({ id: 'cart-2', codes: ['SAVE10'] })
  })

  it('rule 4 has the visit remember the codes also where the cart is empty, once', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.makeCart()
    sync.grant()
    await sync.check()
    await sync.check()
    expect(shop.kinds()).toEqual(['read', 'visit'])
    expect(shop.cookies.visit).toEqual(['SAVE10'])
  })

  it('rule 4 keeps the grant when the cart runs out, and puts it on the next', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    shop.expireCart()
    await sync.check()
    expect(sync.status()).toBe('held')
    shop.theme.addItem()
    await sync.check('items')
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })

  it.each(['keeps', 'drops'] as const)(
    'rule 4 holds on where an emptied cart %s its codes',
    async (emptied) => {
      const shop = openShop({ emptied })
      const sync = openSync(shop.platform)
      shop.theme.addItem()
      sync.grant()
      await sync.check()
      shop.theme.empty()
      await sync.check('items')
      expect(sync.status()).toBe('held')
      shop.theme.addItem()
      await sync.check('items')
      expect(shop.current()?.codes).toEqual(['SAVE10'])
      expect(sync.status()).toBe('applied')
    },
  )
})
