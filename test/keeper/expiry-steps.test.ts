// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import type { DiscountKeeperOptions } from '../../src/index.js'
import { DAY, HOUR } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import type { Coupon } from '../support/fake-shop/coupon.js'
import type { FakeShopOptions } from '../support/fake-shop/shop-types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const LANDING = '/?discount=SAVE10'
const terms = { SAVE10: { endsAt: NOON + 2 * DAY } }
const expiry = { alternative: 'EXTRA5', noticeBefore: [24, 1] }

/** A shop whose owner may change the codes while it is open; SAVE10 is on the shopper's cart. */
const openApplied = async (
  options: DiscountKeeperOptions = {},
  given: Partial<FakeShopOptions> = {},
) => {
  const coupons: Record<string, Coupon> = { SAVE10: {}, EXTRA5: { percent: 5 } }
  const shop = openShop({ coupons, ...given })
  shop.theme.addItem()
  const page = await visit({ platform: shop.platform, expiry, ...options }, LANDING)
  const writes = shop.writes().length
  return {
    ...page,
    shop,
    coupons,
    /** Code lists written since. */
    written: () => shop.writtenCodes().slice(writes),
    since: () => page.told().slice(3),
  }
}

describe('two tabs that are open at the same moment', () => {
  it('tell each notice once between them', async () => {
    const options = { terms, expiry }
    const here = await visit(options, LANDING)
    const there = await visit(options)
    const told = () =>
      [...here.told(), ...there.told()].filter((name) => name.startsWith('expiring'))
    await vi.advanceTimersByTimeAsync(DAY)
    expect(told()).toEqual(['expiring SAVE10'])
    await vi.advanceTimersByTimeAsync(DAY - HOUR)
    expect(told()).toEqual(['expiring SAVE10', 'expiring SAVE10'])
  })

  it('tell the notice once where each waits for the other’s lock', async () => {
    const queue: (() => Promise<unknown>)[] = []
    let tail: Promise<unknown> = Promise.resolve()
    const request = (_: string, task: () => Promise<unknown>) => {
      queue.push(task)
      tail = tail.then(() => task())
      return tail
    }
    const navigator = { locks: { request } }
    const options = { terms, expiry }
    const here = await visit(options, { url: LANDING, navigator })
    const there = await visit(options, { navigator })
    const before = queue.length
    await vi.advanceTimersByTimeAsync(DAY)
    expect(queue.length).toBeGreaterThanOrEqual(before + 2)
    const told = [...here.told(), ...there.told()]
    expect(told.filter((name) => name === 'expiring SAVE10')).toHaveLength(1)
  })

  it('start a code with one write between them', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const later = { SAVE10: { startsAt: NOON + DAY } }
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ terms: later, platform: one.platform }, LANDING)
    const there = await visit({ terms: later, platform: other.platform })
    await vi.advanceTimersByTimeAsync(DAY)
    expect(shop.writtenCodes()).toEqual([['SAVE10']])
    expect([...here.statuses(), ...there.statuses()]).toEqual(['SAVE10 applied', 'SAVE10 applied'])
  })

  it('put one alternative on the cart, with one write', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const [one, other] = [shop.openPage(), shop.openPage()]
    const here = await visit({ terms, expiry, platform: one.platform }, LANDING)
    const there = await visit({ terms, expiry, platform: other.platform })
    const writes = shop.writes().length
    await vi.advanceTimersByTimeAsync(2 * DAY)
    expect(shop.writtenCodes().slice(writes)).toEqual([['EXTRA5']])
    for (const { keeper } of [here, there])
      expect(keeper.grants).toMatchObject([{ code: 'EXTRA5', source: 'alternative' }])
  })
})

describe('the end in mid-session', () => {
  it('takes the code off and puts the alternative on in one write', async () => {
    const { since, shop, written } = await openApplied({ terms })
    await vi.advanceTimersByTimeAsync(2 * DAY)
    expect(written()).toEqual([['EXTRA5']])
    expect(shop.current()?.attributes['cc-discount-code']).toBe('EXTRA5')
    expect(since()).toEqual([
      'expiring SAVE10',
      'expiring SAVE10',
      'expired SAVE10',
      'granted EXTRA5',
      'applied EXTRA5',
    ])
  })

  it('does so on the next page as well', async () => {
    const { leave, shop, written } = await openApplied({ terms })
    leave()
    sleep(3 * DAY)
    const next = await visit({ platform: shop.platform, expiry, terms })
    expect(written()).toEqual([['EXTRA5']])
    expect(next.statuses()).toEqual(['EXTRA5 applied'])
  })

  it('has the shop remember the alternative where there is no cart', async () => {
    const shop = openShop()
    await visit({ platform: shop.platform, expiry, terms }, LANDING)
    expect(shop.cookies.visit).toEqual(['SAVE10'])
    await vi.advanceTimersByTimeAsync(2 * DAY)
    expect(shop.cookies.visit).toEqual(['EXTRA5'])
    expect(shop.kinds()).toEqual(['visit', 'visit'])
  })

  it('stops with the keeper', async () => {
    const { keeper, since } = await openApplied({ terms })
    keeper.stop()
    await vi.advanceTimersByTimeAsync(3 * DAY)
    expect(since()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not announced where the page slept through it', async () => {
    const { since } = await openApplied({ terms })
    sleep(5 * DAY)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(since()).toEqual(['expired SAVE10', 'granted EXTRA5', 'applied EXTRA5'])
  })

  it('sets no timer where the keeper is stopped while another tab has the lock', async () => {
    const waiting: (() => void)[] = []
    const request = (_: string, task: () => Promise<unknown>) =>
      new Promise<void>((resolve) => {
        waiting.push(resolve)
      }).then(task)
    const { keeper } = await visit({ terms }, { url: LANDING, navigator: { locks: { request } } })
    keeper.stop()
    for (let turn = 0; turn < 3; turn++) {
      for (const resolve of waiting) resolve()
      await settle()
    }
    expect(waiting.length).toBeGreaterThan(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('sets no timer where the keeper is stopped before its turn', async () => {
    const { keeper, look } = await openApplied({ terms })
    look()
    keeper.stop()
    await settle()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a code that is over at the shop', () => {
  it.each([
    ['DISCOUNT_CURRENTLY_INACTIVE', 'expired'],
    ['DISCOUNT_USAGE_LIMIT_REACHED', 'rejected'],
    ['DISCOUNT_NOT_FOUND', 'rejected'],
  ] as const)('is noticed by %s at the next answer, and is %s', async (final, status) => {
    const { coupons, shop, since, written } = await openApplied()
    coupons['SAVE10'] = { final }
    shop.theme.addItem()
    await settle()
    expect(since()).toEqual([`${status} SAVE10`, 'granted EXTRA5', 'applied EXTRA5'])
    expect(written()).toEqual([['EXTRA5']])
  })

  it('is noticed without a reason where nothing else changed', async () => {
    const { coupons, keeper, shop, since, written } = await openApplied({}, { saysReasons: false })
    coupons['SAVE10'] = { final: 'DISCOUNT_CURRENTLY_INACTIVE' }
    shop.theme.tell('codes')
    await settle()
    expect(since()).toEqual(['rejected SAVE10', 'granted EXTRA5', 'applied EXTRA5'])
    expect(written()).toEqual([['EXTRA5']])
    expect(keeper.notices).toMatchObject([
      { code: 'SAVE10', state: 'rejected', reason: 'UNKNOWN', alternative: 'EXTRA5' },
      { code: 'EXTRA5', state: 'applied' },
    ])
  })

  it('is noticed where the shop drops it without a word, after asking once more', async () => {
    const { coupons, shop, since, written } = await openApplied({}, { dropsSilently: true })
    coupons['SAVE10'] = { final: 'DISCOUNT_CURRENTLY_INACTIVE' }
    const cart = shop.current()
    if (cart) shop.tidy(cart)
    shop.theme.tell('items')
    await settle()
    expect(since()).toEqual(['rejected SAVE10', 'granted EXTRA5', 'applied EXTRA5'])
    expect(written()).toEqual([['SAVE10'], ['EXTRA5']])
  })

  it('waits without a reason where other things are in the cart', async () => {
    const { coupons, shop, since } = await openApplied({}, { saysReasons: false })
    coupons['SAVE10'] = { minimum: 9000 }
    shop.theme.addItem()
    await settle()
    expect(since()).toEqual(['waiting SAVE10'])
  })

  it('is not put back by a reload of its link, and is by following it again', async () => {
    const { coupons, leave, shop } = await openApplied({}, { saysReasons: false })
    coupons['SAVE10'] = { final: 'DISCOUNT_CURRENTLY_INACTIVE' }
    shop.theme.tell('codes')
    await settle()
    leave()
    coupons['SAVE10'] = {}
    const options = { platform: shop.platform, expiry }
    const again = await visit(options, { url: LANDING, type: 'reload' })
    expect(again.statuses()).toEqual(['EXTRA5 applied'])
    again.leave()
    sleep(1000)
    expect((await visit(options, LANDING)).statuses()).toEqual(['SAVE10 applied'])
  })
})
