import { describe, expect, it } from 'vitest'

import { openContest } from './open-contest.js'

const MINUTE = 60_000

/** Both codes were weighed; the older one won. */
const openWeighed = async (options: Parameters<typeof openContest>[0] = {}) => {
  const contest = openContest(options)
  await contest.sync.check()
  return contest
}

describe('best, later', () => {
  it('costs nothing on page views where nothing has changed', async () => {
    const { browser, open, shop } = await openWeighed()
    const sent = shop.requests.length
    for (let view = 0; view < 5; view++) {
      browser.clock.now += MINUTE
      await open().check()
    }
    expect(shop.requests).toHaveLength(sent)
  })

  it('does not weigh again while the same things are in the cart', async () => {
    const { browser, shop, sync } = await openWeighed()
    const writes = shop.writes().length
    for (const signal of ['items', 'codes'] as const) {
      browser.clock.now += MINUTE
      await sync.check(signal)
    }
    expect(shop.writes()).toHaveLength(writes)
    expect(sync.status('OLD20')).toBe('applied')
  })

  it('weighs other contents again, but not each change of them', async () => {
    const { browser, shop, sync } = await openWeighed()
    const writes = shop.writes().length
    shop.theme.addItem()
    await sync.check('items')
    shop.theme.addItem()
    await sync.check('items')
    expect(shop.writes()).toHaveLength(writes)
    browser.clock.now += MINUTE
    await sync.check('items')
    expect(shop.writes().length).toBeGreaterThan(writes)
    expect(shop.current()?.codes).toEqual(['OLD20'])
  })

  it('makes up on a later page view for a change that came too soon', async () => {
    const coupons = {
      PART20: { percent: 20, exclusive: true },
      ALL30: { percent: 30, minimum: 3000, exclusive: true },
    }
    const { browser, open, shop } = await openWeighed({
      shop: { coupons },
      codes: ['ALL30', 'PART20'],
    })
    expect(shop.tellCart().total).toBe(800)
    shop.theme.addItem()
    shop.theme.addItem()
    await open().check('items')
    browser.clock.now += MINUTE
    const next = open()
    await next.check()
    expect(shop.tellCart().total).toBe(2100)
    expect(next.status('ALL30')).toBe('applied')
    const sent = shop.requests.length
    await open().check()
    expect(shop.requests).toHaveLength(sent)
  })

  it('weighs at once when what won is honoured no more', async () => {
    const coupons = {
      BIG30: { percent: 30, minimum: 2000, exclusive: true },
      SMALL10: { exclusive: true },
    }
    const contest = openContest({ shop: { coupons }, codes: ['BIG30', 'SMALL10'] })
    contest.shop.theme.addItem()
    await contest.sync.check()
    expect(contest.sync.status('BIG30')).toBe('applied')
    contest.shop.theme.removeItem()
    await contest.sync.check('items')
    expect(contest.sync.status('SMALL10')).toBe('applied')
    expect(contest.shop.tellCart().total).toBe(900)
  })

  it('weighs at once when another link was followed', async () => {
    const { shop, sync } = await openWeighed()
    sync.grant('EXTRA5')
    await sync.check()
    expect(sync.status('EXTRA5')).toBe('applied')
    expect(shop.tellCart().total).toBe(750)
  })

  it.each(['expired', 'removed', 'consumed'] as const)(
    'has the loser stand again when the winner is %s',
    async (ending) => {
      const { shop, sync } = await openWeighed()
      sync.end('OLD20', ending)
      await sync.check()
      expect(sync.status('NEW10')).toBe('applied')
      expect(sync.reason('NEW10')).toBeUndefined()
      expect(shop.current()?.codes).toEqual(['NEW10'])
    },
  )

  it('takes the loser that the shopper typed all the same for their choice', async () => {
    const { shop, sync } = await openWeighed()
    shop.theme.setCodes(['NEW10', 'OLD20'])
    await sync.check('codes')
    sync.grant('EXTRA5')
    await sync.check()
    expect(shop.current()?.codes[0]).toBe('NEW10')
    expect(sync.status('NEW10')).toBe('applied')
  })

  it('respects it when the shopper takes the winner off', async () => {
    const { shop, sync } = await openWeighed()
    shop.theme.takeOff('OLD20')
    await sync.check('codes')
    expect(sync.status('OLD20')).toBe('removed')
    expect(shop.current()?.codes).toEqual(['NEW10'])
  })

  it('weighs anew on another cart', async () => {
    const { shop, sync } = await openWeighed()
    shop.theme.replaceCart()
    await sync.check('items')
    expect(shop.current()?.codes).toEqual(['OLD20'])
    expect(sync.status('OLD20')).toBe('applied')
  })

  it('has all stand again when the cart is emptied', async () => {
    const { shop, sync } = await openWeighed()
    shop.theme.empty()
    await sync.check('items')
    expect([sync.status('OLD20'), sync.status('NEW10')]).toEqual(['held', 'held'])
    shop.theme.addItem()
    await sync.check('items')
    expect(sync.status('OLD20')).toBe('applied')
    expect(sync.reason('NEW10')).toBe('DISCOUNT_CODE_NOT_HONOURED')
  })

  it('lets another tab find all in place', async () => {
    const { open, shop } = await openWeighed()
    const sent = shop.requests.length
    const other = open()
    await other.check()
    expect(shop.requests).toHaveLength(sent)
    expect(other.status('NEW10')).toBe('waiting')
  })
})
