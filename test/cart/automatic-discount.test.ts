import { describe, expect, it } from 'vitest'

import type { Cart, Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openSync } from './open-sync.js'

/** The shop takes 2 off every cart by itself, and never lists codes. */
const withAutomaticDiscount = (platform: Platform): Platform => {
  const lower = (cart: Cart): Cart => ({ ...cart, discount: cart.discount + 200 })
  const { read, write } = platform
  return {
    ...platform,
    read: read && (() => read().then(lower)),
    write: write && ((change) => write(change).then(lower)),
  }
}

const openSilent = async () => {
  const shop = openShop({ saysCodes: false })
  const sync = openSync(withAutomaticDiscount(shop.platform))
  shop.theme.addItem()
  sync.grant()
  await sync.check()
  return { shop, sync }
}

describe('money off by itself in a shop that does not say its codes', () => {
  it('does not keep the code from being written, once', async () => {
    const { shop, sync } = await openSilent()
    expect(shop.writtenCodes()).toEqual([['SAVE10']])
    for (const signal of ['items', 'codes', 'items', undefined] as const) await sync.check(signal)
    expect(shop.writes()).toHaveLength(1)
  })

  it('is not taken for the work of the code', async () => {
    const { sync } = await openSilent()
    await sync.check('items')
    expect(sync.status()).toBe('held')
  })
})
