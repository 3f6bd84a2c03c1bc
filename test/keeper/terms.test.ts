// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { DAY, HOUR } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const soon = { SAVE10: { startsAt: NOON + DAY } }
const LANDING = '/?discount=SAVE10'

const stored = () => localStorage.getItem('cc_discount_code') ?? ''

describe('a code that starts later', () => {
  it('is held, and goes neither to the cart nor to checkout', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper, statuses } = await visit({ platform: shop.platform, terms: soon }, LANDING)
    expect(statuses()).toEqual(['SAVE10 held'])
    expect(keeper.grants).toMatchObject([{ startsAt: NOON + DAY }])
    expect(shop.writes()).toEqual([])
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
  })

  it('is not remembered by the shop either', async () => {
    const shop = openShop()
    await visit({ platform: shop.platform, terms: soon }, LANDING)
    expect(shop.requests).toEqual([])
  })

  it('travels by link, since it is kept there as well', async () => {
    const { keeper } = await visit({ terms: soon }, LANDING)
    expect(keeper.link('/')).toContain('discount=SAVE10')
  })

  it('wakes at its start on a page that stays open', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper, statuses, told } = await visit(
      { platform: shop.platform, terms: soon },
      LANDING,
    )
    await vi.advanceTimersByTimeAsync(DAY - 2001)
    expect(shop.writes()).toEqual([])
    await vi.advanceTimersByTimeAsync(1001)
    expect(statuses()).toEqual(['SAVE10 applied'])
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(shop.current()?.attributes['cc-discount-code']).toBe('SAVE10')
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=SAVE10')
    expect(told()).toEqual(['granted SAVE10', 'ready', 'applied SAVE10'])
  })

  it('has the shop remember it at its start where there is no cart', async () => {
    const shop = openShop()
    await visit({ platform: shop.platform, terms: soon }, LANDING)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(shop.kinds()).toEqual(['visit'])
    expect(shop.cookies.visit).toEqual(['SAVE10'])
  })

  it('wakes after more days than one timer can wait', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const terms = { SAVE10: { startsAt: NOON + 27 * DAY } }
    const { statuses } = await visit({ platform: shop.platform, terms }, LANDING)
    await vi.advanceTimersByTimeAsync(27 * DAY - HOUR)
    expect(statuses()).toEqual(['SAVE10 held'])
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(statuses()).toEqual(['SAVE10 applied'])
  })

  it('wakes when a device that slept is looked at, and on the next page', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { leave, look, statuses } = await visit({ platform: shop.platform, terms: soon }, LANDING)
    look(false)
    sleep(2 * DAY)
    look()
    await settle()
    expect(statuses()).toEqual(['SAVE10 applied'])
    leave()
    expect((await visit({ platform: shop.platform, terms: soon })).statuses()).toEqual([
      'SAVE10 applied',
    ])
    expect(shop.writes()).toHaveLength(1)
  })

  it('outlives its first minutes at a shop whose clock is behind', async () => {
    const coupons: Record<string, { final?: 'DISCOUNT_CURRENTLY_INACTIVE' }> = {
      SAVE10: { final: 'DISCOUNT_CURRENTLY_INACTIVE' },
    }
    const shop = openShop({ coupons })
    shop.theme.addItem()
    const page = await visit({ platform: shop.platform, terms: soon }, LANDING)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(page.statuses()).toEqual(['SAVE10 waiting'])
    delete coupons['SAVE10']?.final
    sleep(120_000)
    shop.theme.addItem()
    await settle()
    expect(page.statuses()).toEqual(['SAVE10 applied'])
  })

  it('sleeps on when the clock was set back meanwhile', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { statuses } = await visit({ platform: shop.platform, terms: soon }, LANDING)
    sleep(-6 * HOUR)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(statuses()).toEqual(['SAVE10 held'])
    await vi.advanceTimersByTimeAsync(6 * HOUR)
    expect(statuses()).toEqual(['SAVE10 applied'])
  })

  it('takes no place from another code before its start, and does at its start', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const terms = { EXTRA5: { startsAt: NOON + DAY } }
    const options = { platform: shop.platform, terms }
    const first = await visit(options, LANDING)
    first.leave()
    sleep(1000)
    const { statuses } = await visit(options, '/?discount=EXTRA5')
    expect(statuses()).toEqual(['SAVE10 applied', 'EXTRA5 held'])
    await vi.advanceTimersByTimeAsync(DAY)
    expect(statuses()).toEqual(['EXTRA5 applied'])
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
  })

  it('gives way at its start to a link that was followed after its own', async () => {
    const first = await visit({ terms: soon }, LANDING)
    first.leave()
    sleep(1000)
    const { codes } = await visit({ terms: soon }, '/?discount=EXTRA5')
    expect(codes()).toEqual(['SAVE10', 'EXTRA5'])
    await vi.advanceTimersByTimeAsync(DAY)
    expect(codes()).toEqual(['EXTRA5'])
  })

  it('tells no end before its start', async () => {
    const terms = { SAVE10: { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR } }
    const { told } = await visit({ terms }, LANDING)
    await vi.advanceTimersByTimeAsync(DAY - HOUR)
    expect(told()).toEqual(['granted SAVE10', 'ready'])
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(told().slice(2)).toEqual(['expiring SAVE10'])
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(told().slice(3)).toEqual(['expired SAVE10'])
  })

  it('is what the terms of this page say, not those of another', async () => {
    const first = await visit({ terms: soon }, LANDING)
    first.leave()
    expect(stored()).not.toContain('startsAt')
    const { keeper } = await visit({ terms: { SAVE10: { startsAt: NOON + 2 * DAY } } })
    expect(keeper.grants).toMatchObject([{ startsAt: NOON + 2 * DAY }])
    expect((await visit({})).keeper.grants).toMatchObject([{ startsAt: undefined }])
  })
})

describe('a code that ends before its days are over', () => {
  const terms = { save10: { endsAt: NOON + 2 * DAY } }

  it('ends with its terms, after its notice', async () => {
    const { codes, keeper, told } = await visit({ terms }, LANDING)
    expect(keeper.grants).toMatchObject([{ expiresAt: NOON + 2 * DAY }])
    await vi.advanceTimersByTimeAsync(DAY)
    expect(told().slice(2)).toEqual(['expiring SAVE10'])
    await vi.advanceTimersByTimeAsync(DAY)
    expect(told().slice(3)).toEqual(['expired SAVE10'])
    expect(codes()).toEqual([])
  })

  it('ends with its days where they end first', async () => {
    const late = { SAVE10: { endsAt: NOON + 31 * DAY } }
    const { keeper } = await visit({ terms: late, ttlDays: 3 }, LANDING)
    expect(keeper.grants).toMatchObject([{ expiresAt: NOON + 3 * DAY }])
  })

  it('never slides beyond its terms', async () => {
    const first = await visit({ terms, ttl: 'sliding' }, LANDING)
    first.leave()
    sleep(2 * DAY - 1)
    const second = await visit({ terms, ttl: 'sliding' })
    expect(second.told()).toContain('expired SAVE10')
    expect(second.codes()).toEqual([])
  })

  it('lives on where the merchant gives it more time', async () => {
    const first = await visit({ terms }, LANDING)
    first.leave()
    sleep(DAY)
    const { keeper } = await visit({ terms: { SAVE10: { endsAt: NOON + 5 * DAY } } })
    expect(keeper.grants).toMatchObject([{ code: 'SAVE10', expiresAt: NOON + 5 * DAY }])
  })

  it('gives its alternative at once to who comes too late, and once', async () => {
    sleep(3 * DAY)
    const options = { terms, expiry: { alternative: 'EXTRA5' } }
    const late = await visit(options, LANDING)
    expect(late.codes()).toEqual(['EXTRA5'])
    expect(late.told()).toEqual(['expired SAVE10', 'granted EXTRA5', 'ready'])
    late.leave()
    const again = await visit(options, { url: LANDING, type: 'reload' })
    expect(again.told()).toEqual(['ready'])
    expect(again.codes()).toEqual(['EXTRA5'])
  })

  it('is not taken up again from a layer that did not forget', async () => {
    const first = await visit({ terms }, LANDING)
    first.leave()
    sleep(3 * DAY)
    const second = await visit({ terms })
    second.leave()
    localStorage.setItem('cc_discount_code', 'SAVE10')
    expect((await visit({ terms })).codes()).toEqual([])
  })
})

describe('terms that make no sense', () => {
  it('are reported, and the grant lives by its days', async () => {
    const terms = { SAVE10: { endsAt: 'the day after tomorrow' } }
    const { errors, keeper } = await visit({ terms }, LANDING)
    expect(errors()).toEqual(['OPTION'])
    expect(keeper.grants).toMatchObject([{ expiresAt: NOON + 30 * DAY }])
  })

  it('break nothing where the function throws', async () => {
    const terms = () => {
      throw new Error('terms')
    }
    const { codes, errors } = await visit({ terms }, LANDING)
    expect(codes()).toEqual(['SAVE10'])
    expect(errors()).toEqual(['OPTION'])
  })
})
