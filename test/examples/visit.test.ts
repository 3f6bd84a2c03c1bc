import { describe, expect, it } from 'vitest'
import { enter, enterWithMug, leadsTo, openShop } from './shopper.js'

describe('/discount/CODE', () => {
  it('leaves a session cookie that scripts can read, and makes no cart', async () => {
    const shop = await openShop()
    const response = await enter(shop).get('/discount/SAVE10?redirect=/collections/all')
    expect(leadsTo(response)).toBe('/collections/all')
    expect(response.headers.getSetCookie()).toEqual(['discount_code=SAVE10; Path=/; SameSite=Lax'])
    expect(shop.carts.size).toBe(0)
  })

  it('answers the cart when it leads there', async () => {
    const shopper = await enterWithMug(await openShop())
    const response = await shopper.get('/discount/SAVE10?redirect=/cart.js')
    expect(leadsTo(response)).toBe('/cart.js')
    expect((await shopper.cart()).total_discount).toBe(240)
  })

  it('reads a plus as a space unless it is encoded', async () => {
    const shopper = enter(await openShop())
    await shopper.get('/discount/A%2BB')
    expect(decodeURIComponent(shopper.jar.get('discount_code') ?? '')).toBe('A+B')
    await shopper.get('/discount/A+B')
    expect(decodeURIComponent(shopper.jar.get('discount_code') ?? '')).toBe('A B')
  })

  it('takes one code: a list is one code nobody knows', async () => {
    const shopper = enter(await openShop())
    await shopper.get('/discount/TAKE5,EXTRA5')
    await shopper.add()
    expect((await shopper.cart()).total_discount).toBe(0)
  })

  it.each([
    '//evil.example/x',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/cart\\x',
    '/ca\trt',
  ])('does not lead to %j', async (target) => {
    const shopper = enter(await openShop())
    const response = await shopper.get(`/discount/SAVE10?redirect=${encodeURIComponent(target)}`)
    expect(leadsTo(response)).toBe('/')
  })

  it.each(['/.//evil.example', '/checkout/..//evil.example'])(
    'keeps %s within the shop',
    async (target) => {
      const shopper = enter(await openShop())
      const response = await shopper.get(`/discount/SAVE10?redirect=${encodeURIComponent(target)}`)
      expect(leadsTo(response)).toBe('/evil.example')
    },
  )
})

describe('the remembered code', () => {
  it.each([
    ['remembers', 240],
    ['checkout-only', 0],
    ['refuses', 0],
  ] as const)('on a new cart, when the shop %s', async (visit, discount) => {
    const shopper = enter(await openShop({ visit }))
    await shopper.get('/discount/SAVE10')
    await shopper.add()
    expect((await shopper.cart()).total_discount).toBe(discount)
  })

  it.each([
    ['remembers', ['SAVE10']],
    ['checkout-only', ['SAVE10']],
    ['refuses', []],
  ] as const)('at checkout, when the shop %s', async (visit, codes) => {
    const shop = await openShop({ visit, visitJoins: false })
    const shopper = await enterWithMug(shop)
    await shopper.get('/discount/SAVE10')
    const page = await (await shopper.get('/checkout')).text()
    expect([...page.matchAll(/data-code="(\w+)"/g)].map((match) => match[1])).toEqual(codes)
  })

  it('combines onto the cart the shopper has, where the codes allow it', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    await shopper.update({ discount: 'TAKE5' })
    await shopper.get('/discount/EXTRA5')
    expect((await shopper.cart()).discount_codes).toHaveLength(2)
    await shopper.get('/discount/SAVE10')
    expect((await shopper.cart()).discount_codes).toHaveLength(2)
  })

  it('leaves that cart alone where links do not combine', async () => {
    const shopper = await enterWithMug(await openShop({ visitJoins: false }))
    await shopper.get('/discount/SAVE10')
    expect((await shopper.cart()).total_discount).toBe(0)
  })

  it.each([false, true])('comes back after removal from the cart: %s', async (visitLingers) => {
    const shopper = await enterWithMug(await openShop({ visitLingers }))
    await shopper.get('/discount/SAVE10')
    await shopper.update({ discount: '' })
    const page = await (await shopper.get('/checkout')).text()
    expect(page.includes('data-code="SAVE10"')).toBe(visitLingers)
  })

  it.each([false, true])('?discount= on a page is remembered: %s', async (pageParam) => {
    const shopper = enter(await openShop({ pageParam }))
    await shopper.get('/collections/all?discount=SAVE10')
    expect(shopper.jar.has('discount_code')).toBe(pageParam)
  })
})
