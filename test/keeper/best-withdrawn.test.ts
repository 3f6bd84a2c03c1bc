// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBanner } from '../support/open-banner.js'
import { openBrowserForEachTest, openPage, settle } from './open-page.js'

openBrowserForEachTest()

const NAMES = ['A10', 'B11', 'C12', 'D13']
const coupons = Object.fromEntries(
  NAMES.map((name, at) => [
    name,
    { percent: 10 + at, not: NAMES.filter((other) => other !== name) },
  ]),
)

/** A page that has written so many lists of four codes that exclude each other. */
const openWeighing = async (writes: number) => {
  const shop = openShop({ coupons, saysReasons: false })
  shop.theme.addItem()
  const banner = openBanner({ discount: true, attribution: true })
  const page = openPage(
    { platform: shop.platform, consent: banner.source, stacking: 'best' },
    { url: `/?discount=${NAMES.join()}` },
  )
  await page.keeper.start()
  for (let at = 0; at < 200 && shop.writes().length < writes; at++)
    await vi.advanceTimersByTimeAsync(50)
  const sent = shop.writes().length
  const rest = async () => {
    for (let at = 0; at < 10; at++) await settle()
    return shop.writtenCodes().slice(sent).filter(Boolean)
  }
  return { banner, page, rest, sent, shop }
}

describe('best, when the answer for the discount is taken back in between', () => {
  it.each([
    ['refused', false],
    ['open again', undefined],
  ])('puts the best back at most, and tries no further, where it is %s', async (_, discount) => {
    for (const writes of [2, 3]) {
      const { banner, page, rest, sent } = await openWeighing(writes)
      expect(sent).toBe(writes)
      banner.say({ discount, attribution: discount })
      expect((await rest()).length).toBeLessThan(2)
      page.leave()
      localStorage.clear()
    }
  })

  it('takes the names of the codes off the cart where it is refused', async () => {
    for (const writes of [2, 3]) {
      const { banner, page, rest, shop } = await openWeighing(writes)
      banner.say({ discount: false, attribution: false })
      await rest()
      expect(page.codes()).toEqual([])
      expect(shop.current()?.attributes['cc-discount-code'] ?? '').toBe('')
      page.leave()
    }
  })

  it('tries on where nothing is taken back', async () => {
    const { rest, shop } = await openWeighing(2)
    expect((await rest()).length).toBeGreaterThan(1)
    expect(shop.tellCart().total).toBe(870)
  })
})
