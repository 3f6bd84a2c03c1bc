import { describe, expect, it, vi } from 'vitest'

import { stackingRules } from '../../src/grant/stacking.js'
import type { Cart, Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openApplied } from './open-applied.js'
import { openContest } from './open-contest.js'
import { openBrowser, openSync } from './open-sync.js'

/** A shop with something in the cart, whose platform lacks a part. */
const openWithout = (part: keyof Platform) => {
  const shop = openShop()
  shop.theme.addItem()
  const { [part]: _, ...platform } = shop.platform
  const sync = openSync(platform as Platform)
  sync.grant()
  return { shop, sync }
}

describe('a platform', () => {
  it('that cannot draw the cart anew misses nothing', async () => {
    const { shop, sync } = openWithout('refresh')
    await sync.check()
    expect(sync.errors).toEqual([])
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(sync.status()).toBe('applied')
  })

  it('that cannot draw the cart anew has codes weighed as any other', async () => {
    const { shop } = openContest()
    const { refresh: _, ...platform } = shop.platform
    const sync = openSync(platform, openBrowser(), { rule: stackingRules.best })
    sync.grant('OLD20')
    sync.grant('NEW10')
    await sync.check()
    expect(sync.errors).toEqual([])
    expect(shop.current()?.codes).toEqual(['OLD20'])
  })

  it('that cannot read the cart is asked nothing', async () => {
    const { shop, sync } = openWithout('read')
    await sync.check()
    await sync.check('codes')
    expect(shop.requests).toEqual([])
    expect(sync.errors).toEqual([])
  })

  it('that cannot change the cart has nothing weighed on it', async () => {
    const contest = openContest()
    const { write: _, ...platform } = contest.shop.platform
    const sync = openSync(platform, openBrowser(), { rule: stackingRules.best })
    sync.grant('OLD20')
    sync.grant('NEW10')
    await sync.check()
    expect(sync.errors).toEqual([])
    expect(contest.shop.kinds()).toEqual(['read'])
  })

  it('that breaks is reported, and read again as soon as it may be', async () => {
    const { shop, sync } = await openApplied()
    const read = vi.fn<() => Promise<Cart>>(() => Promise.reject(new TypeError('broken')))
    const broken = openSync({ ...shop.platform, read }, sync.browser)
    await broken.check('items')
    expect(broken.errors).toMatchObject([
      { code: 'CALLBACK', message: 'The cart could not be looked after' },
    ])
    expect(broken.errors[0]?.cause).toBeInstanceOf(TypeError)
    const sent = shop.requests.length
    await openSync(shop.platform, sync.browser).check()
    expect(shop.kinds().slice(sent)).toEqual(['read'])
  })

  it('whose cart is another one each time is asked once more, and then left for the next time', async () => {
    const shop = openShop()
    shop.theme.addItem()
    let left = 9
    const cartId = () => shop.platform.cartId?.() + (left > 0 ? String(left--) : '')
    const sync = openSync({ ...shop.platform, cartId })
    await sync.check('items')
    expect(shop.requests).toHaveLength(2)
  })
})

describe('a shop that has named codes before', () => {
  it('has none on the cart where it names none', async () => {
    const { shop, sync } = await openApplied()
    const read = async () => {
      const { codes, ...cart } = await shop.platform.read!()
      return codes?.length ? { ...cart, codes } : cart
    }
    shop.theme.takeOff('SAVE10')
    const quiet = openSync({ ...shop.platform, read }, sync.browser)
    await quiet.check('codes')
    expect(quiet.status()).toBe('removed')
  })
})
