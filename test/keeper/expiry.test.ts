// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { DAY, HOUR } from '../../src/names.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('expiry', () => {
  it('tells the end a day ahead, and the end, on a page that stays open for 30 days', async () => {
    const { codes, log, told } = await visit({}, '/?discount=SAVE10')
    await vi.advanceTimersByTimeAsync(28 * DAY)
    expect(told()).toEqual(['granted SAVE10', 'ready'])
    await vi.advanceTimersByTimeAsync(DAY)
    expect(told().slice(2)).toEqual(['expiring SAVE10'])
    const expiring = log[2]?.detail as { readonly expiresIn: number }
    expect(expiring.expiresIn).toBeLessThanOrEqual(DAY)
    expect(expiring.expiresIn).toBeGreaterThan(DAY - 5000)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(told().slice(3)).toEqual(['expired SAVE10'])
    expect(codes()).toEqual([])
  })

  it('forgets an ended grant in every layer', async () => {
    await visit({}, '/?discount=SAVE10')
    await vi.advanceTimersByTimeAsync(31 * DAY)
    expect(localStorage.getItem('cc_discount_code')).toBeFalsy()
    expect(document.cookie).not.toContain('SAVE10')
  })

  it('tells each of several notices once, across page views', async () => {
    const options = { expiry: { noticeBefore: [48, 2] } }
    const told: string[] = []
    const first = await visit(options, '/?discount=SAVE10')
    first.leave()
    for (const [gone] of [[27.5], [1.2], [1], [0.2], [0.05], [0.02]] as const) {
      sleep(gone * DAY)
      const page = await visit(options)
      told.push(
        page
          .told()
          .filter((name) => name !== 'ready')
          .join(),
      )
      page.leave()
    }
    expect(told).toEqual(['', 'expiring SAVE10', '', '', 'expiring SAVE10', ''])
  })

  it('tells the end when a device wakes up after it', async () => {
    const { codes, look, told } = await visit({}, '/?discount=SAVE10')
    look(false)
    sleep(31 * DAY)
    look()
    await settle()
    expect(told()).toContain('expired SAVE10')
    expect(codes()).toEqual([])
  })

  it('looks at nothing while the page is hidden', async () => {
    const { look, told } = await visit({}, '/?discount=SAVE10')
    sleep(31 * DAY)
    look(false)
    expect(told()).not.toContain('expired SAVE10')
  })

  it('keeps the promise when the clock is set back, and no longer than it said', async () => {
    const { codes, leave } = await visit({}, '/?discount=SAVE10')
    sleep(-HOUR / 20)
    leave()
    const next = await visit({})
    expect(next.codes()).toEqual(codes())
    sleep(HOUR / 20 + 30 * DAY)
    next.look()
    expect(next.codes()).toEqual([])
  })

  it('takes an ended code off the cart', async () => {
    const shop = openShop()
    shop.theme.addItem()
    await visit({ platform: shop.platform }, '/?discount=SAVE10')
    await vi.advanceTimersByTimeAsync(31 * DAY)
    expect(shop.current()?.codes).toEqual([])
    expect(shop.current()?.attributes).toEqual({})
  })

  it('gives the alternative, with a term of its own, and puts it on the cart', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const asked: string[] = []
    const alternative = ({ code, status }: { readonly code: string; readonly status: string }) => {
      asked.push(`${code} ${status}`)
      return 'EXTRA5'
    }
    const { keeper } = await visit(
      { platform: shop.platform, expiry: { alternative } },
      '/?discount=SAVE10',
    )
    const end = keeper.grants[0]?.expiresAt ?? 0
    await vi.advanceTimersByTimeAsync(30 * DAY + 5000)
    expect(keeper.grants).toMatchObject([{ code: 'EXTRA5', source: 'alternative' }])
    expect(keeper.grants[0]?.expiresAt).toBeGreaterThanOrEqual(end + 30 * DAY)
    expect(shop.current()?.codes).toEqual(['EXTRA5'])
    expect(asked).toEqual(['SAVE10 expired'])
  })

  it.each([() => undefined, () => '<b>', () => 7 as never, () => 'SAVE10'])(
    'gives none where %s is what the merchant says',
    async (alternative) => {
      const { codes } = await visit({ expiry: { alternative } }, '/?discount=SAVE10')
      await vi.advanceTimersByTimeAsync(31 * DAY)
      expect(codes()).toEqual([])
    },
  )

  it('reports an alternative that throws, and ends the grant all the same', async () => {
    const alternative = () => {
      throw new Error('alternative')
    }
    const { codes, errors } = await visit({ expiry: { alternative } }, '/?discount=SAVE10')
    await vi.advanceTimersByTimeAsync(31 * DAY)
    expect(codes()).toEqual([])
    expect(errors()).toEqual(['CALLBACK'])
  })

  it('has no timer on a page without a grant, and one on a page with some', async () => {
    await visit()
    expect(vi.getTimerCount()).toBe(0)
    const { look } = await visit({ stacking: 'combine' }, '/?discount=A1,B2')
    look()
    look()
    await settle()
    expect(vi.getTimerCount()).toBe(1)
  })

  it('slides from the last visit where it should', async () => {
    const first = await visit({ ttl: 'sliding' }, '/?discount=SAVE10')
    first.leave()
    sleep(20 * DAY)
    const second = await visit({ ttl: 'sliding' })
    second.leave()
    sleep(20 * DAY)
    expect((await visit({ ttl: 'sliding' })).codes()).toEqual(['SAVE10'])
  })

  it('does not slide where it should not', async () => {
    const first = await visit({}, '/?discount=SAVE10')
    first.leave()
    sleep(20 * DAY)
    const second = await visit()
    second.leave()
    sleep(20 * DAY)
    expect((await visit()).codes()).toEqual([])
  })
})
