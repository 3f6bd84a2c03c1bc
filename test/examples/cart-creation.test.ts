import { describe, expect, it } from 'vitest'
import { enter, leadsTo, openShop, SOLD_OUT } from './shopper.js'

describe('a cart and its cookie', () => {
  it('come with the first add: token and key, URI-encoded, 14 days, lax, readable by scripts', async () => {
    const shop = await openShop()
    const [cookie = ''] = (await enter(shop).add()).headers.getSetCookie()
    expect(cookie).toMatch(/^cart=[0-9a-f]+%3Fkey%3D[0-9a-f]+;/)
    expect(cookie).toContain('Max-Age=1209600')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('HttpOnly')
  })

  it('can be kept from scripts', async () => {
    const shop = await openShop({ cartCookieHttpOnly: true })
    const [cookie = ''] = (await enter(shop).add()).headers.getSetCookie()
    expect(cookie).toContain('HttpOnly')
  })

  it.each([
    '/',
    '/cart',
    '/cart.js',
    '/checkout',
    '/cart/change?line=1&quantity=0',
    '/cart/clear',
    '/discount/SAVE10',
  ])('never come with GET %s', async (path) => {
    const shop = await openShop()
    const response = await enter(shop).get(path)
    expect(response.headers.getSetCookie().filter((cookie) => cookie.startsWith('cart='))).toEqual(
      [],
    )
    expect(shop.carts.size).toBe(0)
  })

  it('do not come with POST /cart', async () => {
    const shop = await openShop()
    const response = await enter(shop).form('/cart', { checkout: '' })
    expect(leadsTo(response)).toBe('/cart')
    expect(shop.carts.size).toBe(0)
  })

  it.each(['update', 'clear'])('come with %s.js where there is none', async (verb) => {
    const shop = await openShop()
    const response = await enter(shop).json(`/cart/${verb}.js`, {})
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^cart=/)])
    expect(shop.carts.size).toBe(1)
  })

  it('are made once for each request without a cookie: two of them make two carts', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    await Promise.all([shopper.add(), shopper.update({ discount: 'SAVE10' })])
    expect(shop.carts.size).toBe(2)
  })

  it('are not made by a refused write', async () => {
    const shop = await openShop()
    expect((await enter(shop).add(SOLD_OUT)).status).toBe(422)
    expect((await enter(shop).json('/cart/change.js', { line: 1 })).status).toBe(400)
    expect(shop.carts.size).toBe(0)
  })

  it('are told apart: a visitor without a cart sees an empty one', async () => {
    const shop = await openShop()
    await enter(shop).add()
    expect(await enter(shop).cart()).toMatchObject({ item_count: 0, items: [], attributes: {} })
  })

  it('end after 14 days without a write', async () => {
    let now = Date.UTC(2026, 0, 1)
    const shop = await openShop({ now: () => now })
    const shopper = enter(shop)
    await shopper.add()
    now += 13 * 86_400_000
    expect((await shopper.cart()).item_count).toBe(1)
    now += 86_400_000
    expect((await shopper.cart()).item_count).toBe(0)
  })

  it('need the key as well as the token', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    await shopper.add()
    shopper.jar.set(
      'cart',
      (shopper.jar.get('cart') ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    )
    expect((await shopper.cart()).item_count).toBe(0)
  })
})
