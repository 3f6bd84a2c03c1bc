import { describe, expect, it } from 'vitest'
import { enter, enterWithMug, leadsTo, MUG, openShop, type Shopper } from './shopper.js'

/** Each code a checkout page shows, and whether it took effect. */
const codesOn = (page: string): string[] =>
  [...page.matchAll(/data-code="([^"]*)"\s+data-applied="(true|false)"/g)].map(
    ([, code, applied]) => `${code} ${applied === 'true' ? 'applied' : 'not used'}`,
  )

const checkout = async (shopper: Shopper, path = '/checkout'): Promise<string> =>
  (await shopper.get(path)).text()

const complete = (shopper: Shopper, page: string): Promise<Response> =>
  shopper.form(/action="([^"]*\/complete)"/.exec(page)?.[1] ?? '', {})

describe('/checkout', () => {
  it('leads to the cart while there is nothing to buy', async () => {
    const shopper = enter(await openShop())
    expect(leadsTo(await shopper.get('/checkout?discount=SAVE10'))).toBe('/cart')
  })

  it('shows the codes of the cart, what they took off, and the attributes that are not private', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({
      discount: 'SAVE10,NOPE',
      attributes: { 'cc-ref': 'amy', __hidden: 'secret' },
    })
    const page = await checkout(shopper)
    expect(codesOn(page)).toEqual(['SAVE10 applied', 'NOPE not used'])
    expect(page).toContain('−$2.40')
    expect(page).toContain('$26.60')
    expect(page).toContain('amy')
    expect(page).not.toContain('secret')
  })

  it.each([
    ['?discount=SAVE20', ['SAVE20 applied']],
    ['?discount=TAKE5,EXTRA5', ['TAKE5 applied', 'EXTRA5 applied']],
    ['?discount=', []],
    ['', ['SAVE10 applied']],
  ])('%s: a list in the URL replaces the cart’s, the empty one too', async (query, codes) => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({ discount: 'SAVE10' })
    expect(codesOn(await checkout(shopper, `/checkout${query}`))).toEqual(codes)
  })

  it.each([
    [false, ['SAVE10 applied']],
    ['first', ['TAKE5 applied']],
  ] as const)('with checkoutParam %s', async (checkoutParam, codes) => {
    const shopper = await enterWithMug(await openShop({ checkoutParam }))
    await shopper.update({ discount: 'SAVE10' })
    expect(codesOn(await checkout(shopper, '/checkout?discount=TAKE5,EXTRA5'))).toEqual(codes)
  })

  it('can be entered by POST', async () => {
    const shopper = await enterWithMug(await openShop())
    const page = await (await shopper.form('/checkout?discount=SAVE10', {})).text()
    expect(codesOn(page)).toEqual(['SAVE10 applied'])
  })

  it('takes free shipping off the shipping', async () => {
    const shopper = await enterWithMug(await openShop())
    const page = await checkout(shopper, '/checkout?discount=FREESHIP')
    expect(codesOn(page)).toEqual(['FREESHIP applied'])
    expect(page).toContain('Free')
    expect(page).toMatch(/data-total>\$24\.00</)
  })
})

describe('POST /cart', () => {
  it('writes quantities, attributes and note, and a checkout control leads to checkout', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const response = await shopper.form('/cart', {
      'updates[]': '2',
      'attributes[cc-ref]': 'amy',
      note: 'hello',
      checkout: '',
    })
    expect([response.status, leadsTo(response)]).toEqual([302, '/checkout'])
    expect(await shopper.cart()).toMatchObject({
      item_count: 2,
      attributes: { 'cc-ref': 'amy' },
      note: 'hello',
    })
  })

  it.each([
    [true, ['SAVE20 applied']],
    [false, ['SAVE10 applied']],
  ])('with formDiscount %s', async (formDiscount, codes) => {
    const shopper = await enterWithMug(await openShop({ formDiscount }))
    await shopper.update({ discount: 'SAVE10' })
    await shopper.form('/cart', { checkout: '', discount: 'SAVE20' })
    expect(codesOn(await checkout(shopper))).toEqual(codes)
  })
})

describe('an order', () => {
  it('carries codes that took effect, attributes with the private ones, lines and sums', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const attributes = { 'cc-discount-code': 'SAVE10', 'cc-ref': 'amy', __hidden: 'x' }
    const { token } = await shopper.update({ discount: 'SAVE10,NOPE', attributes })
    await complete(shopper, await checkout(shopper))
    expect(shop.orders).toMatchObject([
      {
        codes: ['SAVE10'],
        subtotal: 2400,
        discount: 240,
        shipping: 500,
        total: 2660,
        noteAttributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
        lines: [{ variantId: MUG, quantity: 1 }],
        cartToken: token.split('?')[0],
      },
    ])
  })

  it('ends the cart and its cookie, and is shown on the thank-you page', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    await shopper.update({ discount: 'SAVE10', attributes: { 'cc-ref': 'amy' } })
    const placed = await complete(shopper, await checkout(shopper))
    expect(shopper.jar.has('cart')).toBe(false)
    expect(shop.carts.size).toBe(0)
    const page = await (await shopper.get(leadsTo(placed) ?? '')).text()
    for (const shown of ['#1001', 'SAVE10', 'amy']) expect(page).toContain(shown)
  })

  it('is placed once, however often the button is pressed', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const page = await checkout(shopper)
    const answers = [await complete(shopper, page), await complete(shopper, page)]
    expect(answers.map(leadsTo)).toEqual([
      leadsTo(answers[0] as Response),
      leadsTo(answers[0] as Response),
    ])
    expect(shop.orders).toHaveLength(1)
  })

  it('uses up a code that is good for one', async () => {
    const shop = await openShop()
    const [first, second] = [await enterWithMug(shop), await enterWithMug(shop)]
    await second.update({ discount: 'ONCE15' })
    await complete(first, await checkout(first, '/checkout?discount=ONCE15'))
    expect((await second.cart()).discount_codes).toEqual([{ code: 'ONCE15', applicable: false }])
  })
})

describe('checkout on another origin', () => {
  it('takes what the shop decided; the cart cookie does not go there', async () => {
    const shop = await openShop()
    const { port } = new URL(shop.url)
    shop.settings.checkout.host = `http://checkout.localhost:${port}`
    const shopper = await enterWithMug(shop)
    const target = leadsTo(await shopper.get('/checkout?discount=SAVE10')) ?? ''
    expect(target).toMatch(
      /^http:\/\/checkout\.localhost:\d+\/checkouts\/cn\/\w+\?discount=SAVE10$/,
    )
    const stranger = enter(shop)
    const { pathname, search } = new URL(target)
    const page = await (await stranger.get(pathname + search)).text()
    expect(codesOn(page)).toEqual(['SAVE10 applied'])
    await complete(stranger, page)
    expect((await shopper.cart()).item_count).toBe(0)
  })
})
