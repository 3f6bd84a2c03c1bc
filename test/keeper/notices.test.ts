// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import type { Cart, Platform } from '../../src/types.js'
import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const LANDING = '/?discount=SAVE10'

/** A shop that says of its only code what it saved, as Shopify's cart does. */
const saying = (platform: Platform, percentage?: number): Platform => {
  const say = (cart: Cart): Cart => ({
    ...cart,
    codes: cart.codes?.map((code) =>
      code.applicable ? { ...code, saved: cart.discount, percentage } : code,
    ),
  })
  const { read, write } = platform
  return {
    ...platform,
    read: read && (() => read().then(say)),
    write: write && ((change) => write(change).then(say)),
  }
}

const states = (page: { readonly keeper: ReturnType<typeof openPage>['keeper'] }) =>
  page.keeper.notices.map(({ code, state }) => `${code} ${state}`)

describe('keeper.notices', () => {
  it('are there once it has started, and none where nothing was promised', async () => {
    expect((await visit()).keeper.notices).toEqual([])
    await visit({}, LANDING)
    expect(states(await visit())).toEqual(['SAVE10 held'])
  })

  it('follow a code from its landing to its end', async () => {
    const shop = openShop()
    const terms = { SAVE10: { startsAt: NOON + DAY, endsAt: NOON + 3 * DAY } }
    const expiry = { alternative: 'EXTRA5' }
    const page = await visit({ platform: shop.platform, terms, expiry }, LANDING)
    const heard = [states(page)]
    for (const days of [1, 1, 1]) {
      await vi.advanceTimersByTimeAsync(days * DAY)
      heard.push(states(page))
    }
    expect(heard).toEqual([
      ['SAVE10 upcoming'],
      ['SAVE10 held'],
      ['SAVE10 expiring'],
      ['SAVE10 ended', 'EXTRA5 held'],
    ])
    expect(page.keeper.notices[0]).toMatchObject({ alternative: 'EXTRA5', endsAt: NOON + 3 * DAY })
  })

  it('say what was saved to those who hear of it, and on pages that ask nothing', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const platform = saying(shop.platform)
    const page = openPage({ platform }, { url: LANDING })
    const heard: unknown[] = []
    page.keeper.on('applied', () => heard.push(...page.keeper.notices))
    await page.keeper.start()
    await settle()
    const notice = { code: 'SAVE10', state: 'applied', saved: 100, currency: 'EUR' }
    expect(heard).toMatchObject([notice])
    page.leave()
    const { length } = shop.requests
    expect((await visit({ platform })).keeper.notices).toMatchObject([notice])
    expect(shop.requests).toHaveLength(length)
  })

  it('are worth reading again when an amount changes: the grant is told again, once', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const page = openPage({ platform: saying(shop.platform) }, { url: LANDING })
    const heard: unknown[] = []
    page.keeper.on('applied', () => heard.push(page.keeper.notices[0]?.saved))
    await page.keeper.start()
    await settle()
    expect(heard).toEqual([100])
    shop.theme.addItem()
    await settle()
    await settle()
    expect(heard).toEqual([100, 200])
    page.restore()
    await settle()
    expect(heard).toEqual([100, 200])
  })

  it('tell a waiting grant again when less is missing', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 5000 } } })
    shop.theme.addItem()
    const terms = { SAVE10: { minimum: 5000 } }
    const page = openPage({ platform: shop.platform, terms }, { url: LANDING })
    const heard: unknown[] = []
    page.keeper.on('waiting', () => heard.push(page.keeper.notices[0]?.missing))
    await page.keeper.start()
    await settle()
    shop.theme.addItem()
    await settle()
    expect(heard).toEqual([4000, 3000])
  })

  it('are no news while the cart is only being read once more', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const page = await visit({ platform: saying(shop.platform) }, LANDING)
    const before = page.told().length
    const release = shop.hold()
    shop.theme.tell('items')
    await settle()
    shop.theme.tell('items')
    release()
    await settle()
    await settle()
    expect(page.told().slice(before)).toEqual([])
  })

  it('are no further news where a new reason was told in the same moment', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 3000 } } })
    shop.theme.addItem()
    let reason: 'UNKNOWN' | undefined
    const read = async (): Promise<Cart> => {
      const cart = shop.tellCart()
      return { ...cart, codes: cart.codes?.map((code) => ({ ...code, ...(reason && { reason }) })) }
    }
    const options = { platform: { ...shop.platform, read }, terms: { SAVE10: { minimum: 3000 } } }
    const page = await visit(options, LANDING)
    const before = page.told().length
    reason = 'UNKNOWN'
    shop.theme.addItem()
    await settle()
    await settle()
    expect(page.keeper.notices).toMatchObject([{ reason, missing: 1000 }])
    expect(page.told().slice(before)).toEqual(['waiting SAVE10'])
  })

  it('are news in each tab that reads the cart', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const other = shop.openPage()
    const here = await visit({ platform: saying(shop.platform) }, LANDING)
    const there = await visit({ platform: saying(other.platform) })
    const read = async () => {
      other.theme.tell('items')
      await settle()
    }
    await read()
    const before = there.told().length
    shop.theme.addItem()
    await settle()
    expect(here.told().slice(-1)).toEqual(['applied SAVE10'])
    await read()
    await read()
    expect(there.told().slice(before)).toEqual(['applied SAVE10'])
  })

  it('say nothing of money while the cart may have changed, and the new sum after', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: saying(shop.platform) }, LANDING)
    shop.theme.addItem()
    expect(keeper.notices).toMatchObject([{ state: 'applied', saved: undefined }])
    await settle()
    expect(keeper.notices).toMatchObject([{ state: 'applied', saved: 200 }])
  })

  it('say what is missing, from the first item to the last', async () => {
    const shop = openShop({ coupons: { SAVE10: { minimum: 3000 } } })
    const terms = { SAVE10: { minimum: 3000 } }
    const { keeper } = await visit({ platform: shop.platform, terms }, LANDING)
    expect(keeper.notices).toMatchObject([{ state: 'held', missing: 3000 }])
    for (const missing of [2000, 1000, undefined]) {
      shop.theme.addItem()
      await settle()
      expect(keeper.notices).toMatchObject([{ missing }])
    }
    expect(states({ keeper })).toEqual(['SAVE10 applied'])
  })

  it('name the reason of a code that lost, and forget it when it is promised anew', async () => {
    const page = await visit({}, LANDING)
    sleep(1000)
    page.push('/?discount=EXTRA5')
    await settle()
    expect(page.keeper.notices).toMatchObject([
      { code: 'SAVE10', state: 'rejected', reason: 'DISCOUNT_CODE_NOT_HONOURED' },
      { code: 'EXTRA5', state: 'held' },
    ])
    sleep(1000)
    page.push(LANDING)
    await settle()
    expect(states(page)).toEqual(['EXTRA5 rejected', 'SAVE10 held'])
  })

  it('show neither what the shopper took off nor what an order used', async () => {
    const page = await visit({ stacking: 'combine' }, '/?discount=A1,B2')
    await page.keeper.remove('A1')
    await page.keeper.consume({ orderId: '#1' })
    expect(page.keeper.notices).toEqual([])
  })

  it.each(['remove', 'consume'] as const)(
    'do not fall back to how it once ended, by %s',
    async (by) => {
      const page = await visit({}, LANDING)
      for (const url of ['/?discount=EXTRA5', LANDING]) {
        sleep(1000)
        page.push(url)
        await settle()
      }
      if (by === 'remove') await page.keeper.remove('SAVE10')
      else await page.keeper.consume({ orderId: '#1' })
      expect(states(page)).toEqual(['EXTRA5 rejected'])
    },
  )

  it('forget with the page what ended on it', async () => {
    const terms = { SAVE10: { endsAt: NOON + DAY } }
    const page = await visit({ terms }, LANDING)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(states(page)).toEqual(['SAVE10 ended'])
    page.leave()
    expect(states(await visit({ terms }))).toEqual([])
  })

  it('break nothing where the platform’s cart is broken', async () => {
    const cartId = () => {
      throw new Error('cookie')
    }
    const { keeper } = await visit({ platform: { ...openShop().platform, cartId } }, LANDING)
    expect(states({ keeper })).toEqual(['SAVE10 held'])
    expect(keeper.price(1000)).toBeUndefined()
  })
})

describe('keeper.price()', () => {
  const terms = { SAVE10: { percentage: 10, everyProduct: true } }

  it('is known from the merchant before there is a cart, and where there can be none', async () => {
    const shop = openShop()
    for (const platform of [shop.platform, undefined]) {
      const { keeper } = await visit({ platform, terms }, LANDING)
      expect(keeper.price(2499)).toBe(2249)
    }
  })

  it('is known from the cart, on pages that ask nothing as well', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const platform = saying(shop.platform, 10)
    const first = await visit({ platform }, LANDING)
    expect(first.keeper.price(2499)).toBe(2249)
    first.leave()
    expect((await visit({ platform })).keeper.price(2499)).toBe(2249)
  })

  it('is unknown while the cart was not read, or may have changed', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const page = openPage({ platform: shop.platform, terms }, { url: LANDING })
    const started = page.keeper.start()
    expect(page.keeper.price(1000)).toBeUndefined()
    await started
    await settle()
    expect(page.keeper.price(1000)).toBe(900)
    shop.theme.addItem()
    expect(page.keeper.price(1000)).toBeUndefined()
    await settle()
    expect(page.keeper.price(1000)).toBe(900)
  })

  it('is unknown before the start, after the end and without a code', async () => {
    const times = { startsAt: NOON + DAY, endsAt: NOON + 2 * DAY }
    const { keeper } = await visit({ terms: { SAVE10: { ...terms.SAVE10, ...times } } }, LANDING)
    const told: (number | undefined)[] = [keeper.price(1000)]
    for (const days of [1, 1]) {
      await vi.advanceTimersByTimeAsync(days * DAY)
      told.push(keeper.price(1000))
    }
    expect(told).toEqual([undefined, 900, undefined])
    expect(openPage({ terms }).keeper.price(1000)).toBeUndefined()
  })

  it('ends with its terms although no timer ran', async () => {
    const ending = { SAVE10: { ...terms.SAVE10, endsAt: NOON + DAY } }
    const { keeper } = await visit({ terms: ending }, LANDING)
    sleep(DAY)
    expect(keeper.price(1000)).toBeUndefined()
    expect(states({ keeper })).toEqual(['SAVE10 ended'])
  })
})
