import { describe, expect, it } from 'vitest'

import type { Fault } from '../support/fake-shop/shop-types.js'
import { openContest } from './open-contest.js'

const MINUTE = 60_000
const LONG = 2 * 3_600_000

describe('best, when something goes wrong', () => {
  const coupons = {
    TOP30: { percent: 30, exclusive: true },
    MID20: { percent: 20, exclusive: true },
    LOW10: { percent: 10, exclusive: true },
  }

  /** TOP30 is on the cart, two more links were followed, and the shop fails from its third answer on. */
  const openTop = async (...faults: readonly (Fault | undefined)[]) => {
    const contest = openContest({ shop: { coupons }, codes: ['TOP30'] })
    await contest.sync.check()
    contest.sync.grant('MID20')
    contest.sync.grant('LOW10')
    contest.shop.faults.push(undefined, ...faults)
    await contest.sync.check()
    return contest
  }

  it('would try MID20 as the third thing', async () => {
    const { shop } = await openTop()
    expect(shop.writtenCodes().slice(1, 3)).toEqual([
      ['LOW10', 'MID20', 'TOP30'],
      ['MID20', 'TOP30', 'LOW10'],
    ])
    expect(shop.tellCart().total).toBe(700)
  })

  it.each(['offline', 'refused', 'refused-after-success'] as const)(
    'puts back what was best when a write in between is %s, and does not go on trying',
    async (fault) => {
      const { browser, open, shop, sync } = await openTop(undefined, fault)
      expect(shop.current()?.codes).toEqual(['TOP30'])
      expect(shop.tellCart().total).toBe(700)
      expect(sync.errors.map(({ code }) => code)).toEqual([
        fault === 'offline' ? 'OFFLINE' : 'REFUSED',
      ])
      const sent = shop.requests.length
      await open().check()
      expect(shop.requests).toHaveLength(sent)
      browser.clock.now += MINUTE
      const later = open()
      await later.check()
      expect(shop.tellCart().total).toBe(700)
      expect(later.reason('LOW10')).toBe('DISCOUNT_CODE_NOT_HONOURED')
      const settled = shop.requests.length
      browser.clock.now += MINUTE
      await open().check()
      expect(shop.requests).toHaveLength(settled)
    },
  )

  it('leaves a shop alone that asks for it, and brings the best back when it may be asked again', async () => {
    const { browser, open, shop } = await openTop(undefined, 'cool-down')
    const sent = shop.requests.length
    await open().check('items')
    expect(shop.requests).toHaveLength(sent)
    expect(shop.current()?.codes).toEqual(['LOW10', 'MID20', 'TOP30'])
    browser.clock.now += 11 * MINUTE
    await open().check()
    expect(shop.current()?.codes).toEqual(['TOP30'])
    const restored = shop.requests.length
    browser.clock.now += MINUTE
    await open().check()
    // what made the shop ask for it is not done again soon
    expect(shop.requests).toHaveLength(restored)
  })

  it('carries what is best while the cart is on something else', async () => {
    const { browser } = await openTop(undefined, 'cool-down')
    expect(browser.seen.read().codes).toEqual(['TOP30'])
  })

  it('brings the best back on the next page where even that write failed', async () => {
    const { open, shop } = await openTop(undefined, 'offline', 'offline')
    expect(shop.current()?.codes).toEqual(['LOW10', 'MID20', 'TOP30'])
    await open().check()
    expect(shop.current()?.codes).toEqual(['TOP30'])
    const sent = shop.requests.length
    await open().check()
    expect(shop.requests).toHaveLength(sent)
  })

  it('brings the best back on the next page where the page was left in between', async () => {
    const contest = openContest({ shop: { coupons }, codes: ['TOP30'] })
    await contest.sync.check()
    const left = contest.open({ pause: () => new Promise(() => undefined) })
    left.grant('LOW10')
    void left.check()
    await expect.poll(() => contest.shop.current()?.codes).toEqual(['LOW10', 'TOP30'])
    await expect.poll(() => contest.browser.seen.read().weighed?.basis).toBeUndefined()
    const next = contest.open()
    await next.check()
    expect(contest.shop.current()?.codes).toEqual(['TOP30'])
    expect(next.status('TOP30')).toBe('applied')
    expect(next.status('LOW10')).toBe('waiting')
  })

  it('stops trying, and brings the best back, when the keeper is stopped', async () => {
    const contest = openContest({ shop: { coupons }, codes: ['TOP30'] })
    await contest.sync.check()
    const stopped = contest.open({ pause: () => Promise.resolve(false) })
    stopped.grant('MID20')
    stopped.grant('LOW10')
    await stopped.check()
    expect(contest.shop.writtenCodes().slice(1)).toEqual([['LOW10', 'MID20', 'TOP30'], ['TOP30']])
  })

  it('writes nothing more when the shopper changes the cart in between', async () => {
    const contest = openContest({ shop: { coupons }, codes: ['TOP30'] })
    await contest.sync.check()
    const pause = () => {
      contest.shop.theme.setCodes(['OWN7'])
      contest.browser.seen.due()
      return Promise.resolve(true)
    }
    const there = contest.open({ pause })
    there.grant('LOW10')
    await there.check()
    expect(contest.shop.current()?.codes).toEqual(['OWN7'])
    const sent = contest.shop.requests.length
    await contest.open().check()
    expect(contest.shop.requests.length).toBeGreaterThan(sent)
    expect(contest.shop.current()?.codes[0]).toBe('OWN7')
  })

  it('tries nothing more when the shopper changes the cart in between', async () => {
    const contest = openContest({
      pause: () => {
        contest.shop.theme.setCodes(['OWN7'])
        contest.browser.seen.due()
        return Promise.resolve(true)
      },
    })
    await contest.sync.check()
    expect(contest.shop.writtenCodes()).toEqual([['NEW10', 'OLD20']])
    expect(contest.shop.current()?.codes).toEqual(['OWN7'])
  })

  it('writes nothing to a cart that took the place of the one it began on', async () => {
    const contest = openContest({ codes: ['OLD20'] })
    await contest.sync.check()
    const pause = () => {
      contest.shop.theme.replaceCart()
      return Promise.resolve(true)
    }
    const there = contest.open({ pause })
    there.grant('NEW10')
    await there.check()
    expect(contest.shop.carts.get('cart-1')?.codes).toEqual(['NEW10', 'OLD20'])
  })

  it('writes nothing when the page comes back much later', async () => {
    const contest = openContest({ codes: ['OLD20'] })
    await contest.sync.check()
    const pause = () => {
      contest.browser.clock.now += LONG
      return Promise.resolve(true)
    }
    const there = contest.open({ pause })
    there.grant('NEW10')
    await there.check()
    expect(contest.shop.current()?.codes).toEqual(['NEW10', 'OLD20'])
    await contest.open().check()
    expect(contest.shop.current()?.codes).toEqual(['OLD20'])
  })
})
