// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { COUPONS } from '../cart/open-contest.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import type { FakeShopOptions } from '../support/fake-shop/shop-types.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const LOST = 'DISCOUNT_CODE_NOT_HONOURED'

const openCart = (options: Partial<FakeShopOptions> = {}) => {
  const shop = openShop({ coupons: COUPONS, saysReasons: false, ...options })
  return { shop, options: { platform: shop.platform, stacking: 'best' as const } }
}

const rest = async () => {
  for (let at = 0; at < 6; at++) await settle()
}

/** OLD20 was kept by an earlier visit; the shopper follows a link with NEW10 now. */
const followBoth = async (opened: ReturnType<typeof openCart>) => {
  const first = await visit(opened.options, '/?discount=OLD20')
  first.leave()
  sleep(1000)
  const page = await visit(opened.options, '/?discount=NEW10')
  await rest()
  return page
}

describe('best', () => {
  it('decides when there is a cart, and holds both before, the newer one in front', async () => {
    const opened = openCart()
    const page = await followBoth(opened)
    expect(page.keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=NEW10,OLD20')
    expect(page.statuses()).toEqual(['OLD20 held', 'NEW10 held'])
    opened.shop.theme.addItem()
    await rest()
    expect(page.statuses()).toEqual(['OLD20 applied', 'NEW10 waiting'])
    expect(opened.shop.current()?.codes).toEqual(['OLD20'])
  })

  it('tells what won and what lost, with the reason', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const page = await followBoth(opened)
    const lost = page.log.filter(({ name }) => name === 'waiting').pop()
    expect(lost?.detail).toMatchObject({ grant: { code: 'NEW10', reason: LOST } })
    expect(page.told()).not.toContain('rejected NEW10')
    expect(page.statuses()).toEqual(['OLD20 applied', 'NEW10 waiting'])
  })

  it('carries only what won to checkout and into links', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const { keeper } = await followBoth(opened)
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=OLD20')
    expect(keeper.link('/x')).toContain('discount=OLD20')
    expect(keeper.link('/x')).not.toContain('NEW10')
  })

  it('carries what is best by then while others are being tried', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const first = await visit(opened.options, '/?discount=OLD20')
    first.leave()
    sleep(1000)
    const page = openPage(opened.options, { url: '/?discount=NEW10' })
    await page.keeper.start()
    await settle()
    page.leave()
    // the page was left while the cart was on NEW10
    opened.shop.requests.splice(0)
    const next = openPage(opened.options, { url: '/cart' })
    await next.keeper.start()
    expect(next.keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=OLD20')
    await rest()
    expect(opened.shop.current()?.codes).toEqual(['OLD20'])
  })

  it('keeps a distance between two writes that a shop tolerates', async () => {
    const opened = openCart({ conflicts: 'best' })
    opened.shop.theme.addItem()
    const { write } = opened.options.platform
    const times: number[] = []
    const platform = {
      ...opened.options.platform,
      write:
        write &&
        ((...change: Parameters<typeof write>) => {
          times.push(Date.now())
          return write(...change)
        }),
    }
    await followBoth({ ...opened, options: { ...opened.options, platform } })
    expect(times.length).toBeGreaterThan(2)
    for (const [at, time] of times.entries())
      expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(1500)
  })

  it('costs nothing on later page views, and leaves no timer behind but that of the end', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const page = await followBoth(opened)
    page.leave()
    const sent = opened.shop.requests.length
    for (let view = 0; view < 3; view++) {
      sleep(60_000)
      const next = await visit(opened.options)
      next.leave()
    }
    expect(opened.shop.requests).toHaveLength(sent)
  })

  it('keeps the code that the shopper typed, whatever wins', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const page = await followBoth(opened)
    const applied = await page.keeper.apply('OWN7')
    expect(applied.status).toBe('applied')
    await rest()
    expect(opened.shop.current()?.codes).toContain('OWN7')
    for (const codes of opened.shop.writtenCodes().slice(-1)) expect(codes).toContain('OWN7')
  })

  it('gives the loser to the cart when the winner is taken off', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const page = await followBoth(opened)
    await page.keeper.remove('OLD20')
    await rest()
    expect(page.statuses()).toEqual(['NEW10 applied'])
    expect(opened.shop.current()?.codes).toEqual(['NEW10'])
  })

  it('gives the loser to the next cart when an order used the winner', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const page = await followBoth(opened)
    opened.shop.order()
    await page.keeper.consume({ orderId: '#1' })
    await rest()
    expect(page.statuses()).toEqual(['NEW10 held'])
    expect(opened.shop.requests.pop()).toEqual({ kind: 'visit', change: { codes: ['NEW10'] } })
    expect(page.keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=NEW10')
  })

  it('puts the best back when the keeper is stopped in between', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const first = await visit(opened.options, '/?discount=OLD20')
    first.leave()
    sleep(1000)
    const page = openPage(opened.options, { url: '/?discount=NEW10' })
    await page.keeper.start()
    for (let at = 0; opened.shop.current()?.codes.length !== 2 && at < 50; at++) await settle()
    page.leave()
    await settle()
    expect(opened.shop.tellCart().total).toBe(800)
    const sent = opened.shop.requests.length
    await rest()
    expect(opened.shop.requests).toHaveLength(sent)
  })

  it('has two tabs agree, one trying at a time', async () => {
    const opened = openCart()
    opened.shop.theme.addItem()
    const other = opened.shop.openPage()
    const first = await visit(opened.options, '/?discount=OLD20')
    first.leave()
    sleep(1000)
    const here = openPage(opened.options, { url: '/?discount=NEW10' })
    const there = openPage({ ...opened.options, platform: other.platform }, { url: '/' })
    await Promise.all([here.keeper.start(), there.keeper.start()])
    await rest()
    there.look()
    await rest()
    expect(opened.shop.current()?.codes).toEqual(['OLD20'])
    expect(here.statuses()).toEqual(there.statuses())
    expect(opened.shop.writes().length).toBeLessThanOrEqual(8)
  })
})

describe('combine', () => {
  it('tells the code that does not combine once, by rejected, with the reason', async () => {
    const { options, shop } = openCart()
    shop.theme.addItem()
    const page = await followBoth({ shop, options: { ...options, stacking: 'combine' as never } })
    const rejected = page.log.filter(({ name }) => name === 'rejected')
    expect(rejected.map(({ detail }) => detail)).toMatchObject([
      { grant: { code: 'OLD20', reason: LOST } },
    ])
    expect(page.statuses()).toEqual(['NEW10 applied'])
    expect(shop.current()?.codes).toEqual(['NEW10'])
  })

  it('tells a code that waits for another reason again', async () => {
    const coupons = { BIG: { minimum: 3000 }, NEW10: { exclusive: true } }
    const shop = openShop({ coupons })
    shop.theme.addItem()
    const page = await visit({ platform: shop.platform, stacking: 'last' }, '/?discount=BIG')
    shop.theme.typeCode('NEW10')
    await settle()
    shop.theme.setCodes(['NEW10', 'BIG'])
    shop.theme.addItem()
    shop.theme.addItem()
    await rest()
    const reasons = page.log.flatMap(({ detail, name }) =>
      name === 'waiting' && 'grant' in detail ? [detail.grant.reason] : [],
    )
    expect(reasons).toEqual(['DISCOUNT_PURCHASE_NOT_IN_RANGE', LOST])
  })
})
