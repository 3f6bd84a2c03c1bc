// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBanner, openShyBanner } from '../support/open-banner.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const URL = '/?discount=SAVE10&ref=anna'
const YES = { discount: true, attribution: true }
const NO = { discount: false, attribution: false }
const GRANT = { code: 'SAVE10', grantedAt: NOON, expiresAt: NOON + 30 * DAY }

/** Names of all that is kept in this browser. */
const kept = () =>
  [...Object.keys(localStorage), ...document.cookie.split('; ')]
    .map((pair) => pair.split('=')[0] ?? '')
    .filter(Boolean)
    .sort((one, other) => one.localeCompare(other))
const EVERYTHING = ['cc_discount_code', 'cc_discount_code', 'cc_discount_seen', 'cc_ref', 'cc_ref']

/** The browser is closed and opened again. */
const endSession = () => {
  document.cookie = 'cc_discount_seen=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT'
}

/** A shopper with something in the cart, in front of a banner. */
const openCart = (answers = {}) => {
  const shop = openShop()
  shop.theme.addItem()
  const banner = openBanner(answers)
  const page = (url = '/') => visit({ platform: shop.platform, consent: banner.source }, url)
  const say = async (next: object) => {
    banner.say(next)
    await settle()
  }
  return { banner, page, say, shop }
}

describe('before anybody has answered for the discount', () => {
  it('is in memory and in URLs only', async () => {
    const { page, shop } = openCart()
    const { codes, keeper, statuses } = await page(URL)
    expect(statuses()).toEqual(['SAVE10 held'])
    expect(kept()).toEqual([])
    expect(shop.requests).toEqual([])
    expect(keeper.checkoutUrl('/checkout')).toContain('discount=SAVE10')
    expect(keeper.link('/p')).toContain('discount=SAVE10')
    shop.theme.addItem()
    await settle()
    expect(kept()).toEqual([])
    expect(shop.requests).toEqual([])
    expect(codes()).toEqual(['SAVE10'])
  })

  it('is what it says also where only the affiliate was answered for', async () => {
    const { page, shop } = openCart({ attribution: true })
    await page(URL)
    expect(kept().filter((name) => name.includes('code'))).toEqual([])
    expect(JSON.stringify(localStorage) + document.cookie).not.toContain('SAVE10')
    expect(shop.current()?.attributes).toEqual({})
  })

  it('asks nobody on a page that has nothing to keep', async () => {
    const { banner, page, shop } = openCart()
    await page()
    expect(banner.watchers.size).toBe(0)
    expect(shop.requests).toEqual([])
  })
})

describe('when the discount is granted', () => {
  it('writes everything, with its original time', async () => {
    const { page, say, shop } = openCart()
    const { keeper, statuses } = await page(URL)
    sleep(3 * DAY)
    await say(YES)
    expect(kept()).toEqual(EVERYTHING)
    expect(keeper.grants).toMatchObject([GRANT])
    expect(statuses()).toEqual(['SAVE10 applied'])
    expect(shop.current()).toMatchObject({
      codes: ['SAVE10'],
      attributes: { 'cc-discount-code': 'SAVE10', 'cc-ref': 'anna' },
    })
    expect(shop.kinds()).toEqual(['read', 'write'])
  })

  it('acts on what the cart was doing meanwhile', async () => {
    const { page, say, shop } = openCart()
    await page(URL)
    shop.theme.typeCode('OWN7')
    await settle()
    await say(YES)
    expect(shop.current()?.codes).toEqual(['OWN7', 'SAVE10'])
  })

  it.each([
    ['both', URL, ['SAVE10'], 'anna'],
    ['the discount', '/?discount=SAVE10', ['SAVE10'], undefined],
    ['the affiliate', '/?ref=anna', [], 'anna'],
  ])('takes up %s that an earlier page kept', async (...given) => {
    const [, url, codes, ref] = given
    const { page, shop } = openCart(YES)
    const first = await page(url)
    first.leave()
    const sent = shop.requests.length
    const next = await visit({ platform: shop.platform, consent: openShyBanner(YES) })
    expect(next.codes()).toEqual(codes)
    expect(next.keeper.ref?.ref).toBe(ref)
    expect(shop.requests).toHaveLength(sent)
    next.leave()
    endSession()
    const later = await visit({ platform: shop.platform, consent: openShyBanner(YES) })
    expect(later.codes()).toEqual(codes)
    expect(later.keeper.ref?.ref).toBe(ref)
  })
})

describe('when the discount is withdrawn', () => {
  it('purges everything of ours, by one write, and leaves the code on the cart', async () => {
    const { page, say, shop } = openCart(YES)
    const { keeper, leave } = await page(URL)
    expect(kept()).toEqual(EVERYTHING)
    const sent = shop.requests.length
    await say(NO)
    expect(kept()).toEqual([])
    expect(keeper.grants).toEqual([])
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: {} })
    expect(shop.kinds().slice(sent)).toEqual(['read', 'write'])
    expect(shop.writes().at(-1)).toEqual({ attributes: { 'cc-discount-code': '', 'cc-ref': '' } })
    leave()
    await page()
    await page()
    expect(kept()).toEqual([])
    expect(shop.kinds().slice(sent)).toEqual(['read', 'write'])
  })

  it('purges when that shows on the next page only', async () => {
    const { page, shop } = openCart(YES)
    const first = await page(URL)
    first.leave()
    await visit({ platform: shop.platform, consent: openShyBanner(NO) })
    expect(kept()).toEqual([])
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: {} })
  })

  it('purges on a later page too, which had nothing to ask of the cart', async () => {
    const { page, say, shop } = openCart(YES)
    const first = await page(URL)
    first.leave()
    await page()
    const sent = shop.requests.length
    await say(NO)
    expect(kept()).toEqual([])
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: {} })
    expect(shop.kinds().slice(sent)).toEqual(['read', 'write'])
  })

  it('puts nothing on a cart that could not be reached before', async () => {
    const { page, say, shop } = openCart(YES)
    shop.setOnline(false)
    await page(URL)
    await say(NO)
    shop.setOnline(true)
    shop.theme.addItem()
    await settle()
    expect(shop.current()).toMatchObject({ codes: [], attributes: {} })
    expect(kept()).toEqual([])
  })

  it('purges the affiliate alone on a later page too', async () => {
    const { page, say, shop } = openCart(YES)
    const first = await page(URL)
    first.leave()
    await page()
    await say({ attribution: false })
    expect(kept()).toEqual(['cc_discount_code', 'cc_discount_code', 'cc_discount_seen'])
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
  })

  it('puts no affiliate on a cart that could not be reached before', async () => {
    const { page, say, shop } = openCart(YES)
    shop.setOnline(false)
    await page(URL)
    await say({ attribution: false })
    shop.setOnline(true)
    shop.theme.addItem()
    await settle()
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
  })

  it('takes the attribute off on a later page where the shop cannot be reached', async () => {
    const { page, say, shop } = openCart(YES)
    const first = await page(URL)
    shop.setOnline(false)
    await say(NO)
    expect(kept()).toEqual(['cc_discount_seen'])
    expect(document.cookie).not.toContain('SAVE10')
    first.leave()
    shop.setOnline(true)
    await page()
    expect(shop.current()?.attributes).toEqual({})
    expect(kept()).toEqual([])
  })

  it('purges where there is no cart', async () => {
    const shop = openShop()
    const banner = openBanner(YES)
    await visit({ platform: shop.platform, consent: banner.source }, URL)
    expect(kept()).toEqual(EVERYTHING)
    banner.say(NO)
    await settle()
    expect(kept()).toEqual([])
  })

  it('purges where the platform knows no carts', async () => {
    const banner = openBanner(YES)
    const { keeper } = await visit({ consent: banner.source }, URL)
    expect(keeper.checkoutUrl('/checkout')).toContain('SAVE10')
    banner.say(NO)
    await settle()
    expect(kept()).toEqual([])
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
  })

  it('purges what a page of another session kept', async () => {
    const { page, shop } = openCart(YES)
    const first = await page(URL)
    first.leave()
    endSession()
    await visit({ platform: shop.platform, consent: openShyBanner(NO) })
    expect(kept()).toEqual([])
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: {} })
  })

  it('purges the affiliate alone that a page of another session kept', async () => {
    const { page, shop } = openCart(YES)
    const first = await page('/?ref=anna')
    first.leave()
    endSession()
    await visit({ platform: shop.platform, consent: openShyBanner(NO) })
    expect(kept()).toEqual([])
    expect(shop.current()?.attributes).toEqual({})
  })

  it('purges the note of a checkout that was left for', async () => {
    const banner = openBanner(YES)
    await visit({ consent: banner.source }, URL)
    document.cookie = 'cc_discount_seen={"due":"codes"}; path=/'
    banner.say(NO)
    await settle()
    expect(kept()).toEqual([])
  })

  it('keeps what is left to keep of the affiliate, and names no code', async () => {
    const { page, say, shop } = openCart(YES)
    const first = await page(URL)
    await say({ discount: false })
    expect(kept()).toEqual(['cc_discount_seen', 'cc_ref', 'cc_ref'])
    expect(document.cookie).not.toContain('SAVE10')
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: { 'cc-ref': 'anna' } })
    first.leave()
    const sent = shop.requests.length
    const next = await page()
    expect(next.keeper.ref?.ref).toBe('anna')
    expect(shop.requests).toHaveLength(sent)
  })

  it('keeps again what a new link says after another yes', async () => {
    const { page, say } = openCart(YES)
    const first = await page(URL)
    await say(NO)
    await say(YES)
    expect(first.keeper.grants).toEqual([])
    first.leave()
    const next = await page('/?discount=EXTRA5')
    expect(next.statuses()).toEqual(['EXTRA5 applied'])
  })
})

describe('an answer for the discount that comes late on every page', () => {
  it('costs a settled cart no request', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const view = async (url: string) => {
      const banner = openBanner()
      const { leave } = await visit({ platform: shop.platform, consent: banner.source }, url)
      banner.say(YES)
      await settle()
      leave()
      return shop.requests.length
    }
    const sent = await view(URL)
    expect(await view('/')).toBe(sent)
    expect(await view('/cart')).toBe(sent)
    expect(kept()).toEqual(EVERYTHING)
  })
})

describe('Global Privacy Control', () => {
  it('never touches the discount', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { statuses } = await visit(
      { platform: shop.platform, consent: openBanner(YES).source },
      { url: URL, navigator: { globalPrivacyControl: true } },
    )
    expect(statuses()).toEqual(['SAVE10 applied'])
    expect(kept()).toEqual(['cc_discount_code', 'cc_discount_code', 'cc_discount_seen'])
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
  })
})
