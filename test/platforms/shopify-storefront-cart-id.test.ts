// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { clearCookies } from '../keeper/open-page.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import { openShopper } from './conformance/open-shopper.js'

const KEY = /5ecret/

const asked = async (cartId: (() => string | undefined) | undefined, cookie = '') => {
  const shop = await openHeadlessShop({}, { cartId })
  if (cookie) shop.browser.cookies.set('cart', cookie)
  await shop.platform.read?.()
  return { name: shop.platform.cartId?.(), sent: shop.api.operations[0]?.variables['cartId'] }
}

beforeEach(() => {
  localStorage.clear()
  clearCookies()
})

describe('shopifyStorefront() has a cart', () => {
  it.each([
    ['gid://shopify/Cart/hWN2a?key=5ecret', 'hWN2a'],
    ['hWN2a?key=5ecret', 'hWN2a'],
    ['gid://shopify/Cart/hWN2a', 'hWN2a'],
  ])('of the app, asked for as %s', async (id, name) => {
    const sent = id.startsWith('gid') ? id : 'gid://shopify/Cart/' + id
    expect(await asked(() => id)).toEqual({ name, sent })
  })

  it('of Hydrogen’s cookie, encoded or not', async () => {
    const found = { name: 'hWN2a', sent: 'gid://shopify/Cart/hWN2a?key=5ecret' }
    expect(await asked(undefined, 'hWN2a%3Fkey%3D5ecret')).toEqual(found)
    expect(await asked(undefined, 'hWN2a?key=5ecret')).toEqual(found)
  })

  it('of none that is not there', async () => {
    const none = { name: '', sent: undefined }
    expect(await asked(() => undefined)).toEqual(none)
    expect(await asked(() => '', 'hWN2a')).toEqual(none)
    expect(await asked(undefined)).toEqual(none)
    expect(await asked(undefined, '%E0%A4%A')).toEqual(none)
  })
})

describe('shopifyStorefront() keeps the key of a cart', () => {
  it('out of all that is kept, told and shown', async () => {
    const shop = await openHeadlessShop({ coupons: [{ code: 'SAVE10', percent: 10 }] })
    const { api, app, browser, platform } = shop
    const nothing = (): Promise<void> => Promise.resolve()
    const shopper = openShopper(
      {
        ...app,
        platform,
        fault: browser.fault,
        endCode: nothing,
        loseCart: nothing,
        close: nothing,
      },
      { capabilities: platform.capabilities!, reasons: {} as never },
    )
    await app.addItem()
    const keeper = await shopper.arrive('/?discount=SAVE10&ref=amy')
    expect(shopper.outcome('SAVE10')).toBe('applied')
    const [cart] = api.carts.values()
    const shown = [
      document.cookie,
      JSON.stringify(Object.entries(localStorage)),
      keeper.inspect(),
      keeper.link(),
    ]
    expect(JSON.stringify(shown)).toContain(cart?.token)
    expect(JSON.stringify([shown, cart?.attributes])).not.toMatch(KEY)
    await shopper.leave()
  })
})
