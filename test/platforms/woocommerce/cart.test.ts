// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openWooTest } from '../../support/woo-shop/open-woo-page.js'

/** A page whose shop answers with this cart. */
const openWith = async (body: object) => {
  const { openPage } = await openWooTest()
  const { read, write } = await openPage({ fetch: () => Promise.resolve(Response.json(body)) })
  return { read: async () => read?.(), write }
}
const cart = (changes: object = {}) => ({ items_count: 1, coupons: [], errors: [], ...changes })

describe('woocommerce() money', () => {
  const amounts = (currency_code: string, currency_minor_unit: number) => ({
    totals: {
      currency_code,
      currency_minor_unit,
      total_items: '10000',
      total_items_tax: '1900',
      total_discount: '2000',
      total_discount_tax: '380',
      total_price: '99999',
    },
  })

  it.each([
    ['USD', 2, 2380, 9520],
    // shops keep two decimals for yen, and none for dinars, unless somebody changes it
    ['JPY', 2, 24, 95],
    ['JPY', 0, 2380, 9520],
    ['KWD', 3, 2380, 9520],
    ['KWD', 2, 23_800, 95_200],
    ['EUR', 0, 238_000, 952_000],
    ['no currency', 2, 2380, 9520],
  ])(
    'of %s with %i decimals is in minor units, taxes included',
    async (code, unit, ...expected) => {
      const { read } = await openWith(cart(amounts(code, unit)))
      const answer = await read()
      expect([answer?.discount, answer?.total]).toEqual(expected)
      expect(answer?.currency).toBe(code)
    },
  )

  it('that each code saves includes its tax', async () => {
    const totals = { currency_code: 'USD', currency_minor_unit: 2 }
    const own = { total_discount: '1000', total_discount_tax: '190' }
    const coupons = [{ code: 'a', totals: own }, { code: 'b' }]
    const { read } = await openWith(cart({ totals, coupons }))
    expect((await read())?.codes).toEqual([
      { code: 'a', applicable: true, saved: 1190 },
      { code: 'b', applicable: true },
    ])
  })

  it('is nothing where the shop tells none', async () => {
    const { read } = await openWith(cart())
    expect(await read()).toMatchObject({ discount: 0, total: 0, currency: undefined })
  })
})

describe('woocommerce() contents', () => {
  it('tell other things apart that are as many and cost as much', async () => {
    const contents = async (items: object) =>
      (await (await openWith(cart({ items }))).read())?.contents
    const one = await contents([{ key: 'a', quantity: 1 }])
    expect(await contents([{ key: 'a', quantity: 1 }])).toBe(one)
    expect(await contents([{ key: 'b', quantity: 1 }])).not.toBe(one)
    expect(await contents([{ key: 'a', quantity: 2 }])).not.toBe(one)
  })
})

describe('woocommerce() attributes', () => {
  it('merge with what is kept, and "" takes one away', async () => {
    const { addItem, read, shop, write } = await openWooTest()
    await addItem()
    await read()
    await write({ attributes: { 'cc-discount-code': 'A', 'cc-ref': 'amy' } })
    const after = await write({ attributes: { 'cc-ref': '' } })
    expect(after.attributes).toEqual({ 'cc-discount-code': 'A' })
    expect(shop.requests.at(-1)?.body).toEqual({
      namespace: 'cc',
      data: { 'cc-discount-code': 'A' },
    })
  })

  it('go in one request after the codes, whose answer is the cart', async () => {
    const { addItem, asked, read, write } = await openWooTest()
    await addItem()
    await read()
    asked()
    const { codes } = await write({
      codes: ['EXPIRED', 'CREATOR20'],
      attributes: { 'cc-ref': 'a' },
    })
    expect(codes).toEqual([{ code: 'creator20', applicable: true, saved: 1000 }])
    expect(asked()).toEqual([
      'POST /cart/apply-coupon EXPIRED',
      'POST /cart/apply-coupon CREATOR20',
      'POST /cart/extensions',
    ])
  })

  it('are not asked of a shop without the companion plugin', async () => {
    const { addItem, asked, read, shop, write } = await openWooTest()
    shop.hasPlugin = false
    await addItem()
    await read()
    asked()
    const after = await write({ attributes: { 'cc-ref': 'amy' } })
    expect(asked()).toEqual([])
    expect(after).toMatchObject({ itemCount: 1, attributes: {} })
  })

  it('that a plugin was switched off under are left, and the cart is told', async () => {
    const { addItem, read, shop, write } = await openWooTest()
    await addItem()
    await read()
    shop.hasPlugin = false
    const after = await write({ codes: ['CREATOR20'], attributes: { 'cc-ref': 'amy' } })
    expect(after).toMatchObject({ attributes: {}, codes: [{ code: 'creator20' }] })
  })

  it('are the texts of the companion plugin alone', async () => {
    const cc = { 'cc-ref': 'amy', other: 7, empty: '' }
    const { read } = await openWith(cart({ extensions: { cc, theirs: { 'cc-ref': 'no' } } }))
    expect((await read())?.attributes).toEqual({ 'cc-ref': 'amy' })
  })
})

describe('woocommerce() cart id', () => {
  it('lasts from the first item to the last, over pages and codes', async () => {
    const { addItem, cartId, openPage, typeCode } = await openWooTest()
    expect(cartId()).toBe('')
    await addItem()
    const id = cartId()
    expect(id).not.toBe('')
    await typeCode('CREATOR20')
    await addItem()
    expect((await openPage()).cartId?.()).toBe(id)
  })

  it('is another after an order: the session stays the same', async () => {
    const { addItem, cartId, order, shop } = await openWooTest()
    await addItem()
    const before = cartId()
    await order()
    expect(shop.orders).toHaveLength(1)
    expect(cartId()).toBe('')
    await addItem()
    expect(['', before]).not.toContain(cartId())
  })

  it('is steady where storage is blocked', async () => {
    const { addItem, openPage } = await openWooTest()
    await addItem()
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    const { cartId } = await openPage({ localStorage: { getItem: blocked, setItem: blocked } })
    expect(cartId?.()).not.toBe('')
    expect(cartId?.()).toBe(cartId?.())
  })

  it.each(['', '[]', '7', '{"id":7}', '{"alone":{}}', '{"trial":{}}', '{"trial":7}', 'null'])(
    'is made anew where storage holds %j',
    async (text) => {
      const { addItem, cartId, read, typeCode, write } = await openWooTest()
      localStorage.setItem('cc_discount_cart', text)
      await addItem()
      await typeCode('EXTRA10')
      expect(cartId()).toBe(cartId())
      expect((await read()).id).toBe(cartId())
      const { codes } = await write({ codes: ['EXTRA10', 'CREATOR20'] })
      expect(codes).toHaveLength(2)
    },
  )

  it('tells what does not look like a token apart from no token', async () => {
    const { cartId, setToken } = await openWooTest({ isHeadless: true })
    setToken('opaque')
    expect(cartId()).toBe('token')
    const claims = Buffer.from('{"user_id":"t_~~~???"}').toString('base64url')
    expect(claims).toMatch(/[-_]/)
    setToken(`e30.${claims}.sign`)
    expect(cartId()).toBe('t_~~~???')
    setToken(`e30.${Buffer.from('{"user_id":7}').toString('base64url')}.sign`)
    expect(cartId()).toBe('7')
    setToken(`e30.${Buffer.from('{"user_id":{}}').toString('base64url')}.sign`)
    expect(cartId()).toBe('token')
    setToken('')
    expect(cartId()).toBe('')
  })
})

describe('woocommerce() messages', () => {
  it('come as people read them, of codes refused and dropped, each once', async () => {
    const messages: string[] = []
    const shopper = await openWooTest({ said: (message) => void messages.push(message) })
    const { addItem, endCode, read, typeCode, write } = shopper
    await addItem()
    await typeCode('EXTRA10')
    await read()
    await write({ codes: ['EXTRA10', 'MIN100'] })
    endCode('EXTRA10')
    await read()
    await write({ codes: [] })
    await read()
    expect(messages).toEqual([
      'The minimum spend for coupon "min100" is $100.00.',
      'The "extra10" coupon has been removed from your cart: Coupon "extra10" has expired.',
    ])
  })

  it('tell, once, that a code is gone by the shop’s hand', async () => {
    const { addItem, endCode, read, typeCode } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    endCode('EXTRA10')
    expect((await read()).codes).toEqual([
      { code: 'extra10', applicable: false, reason: 'UNKNOWN' },
    ])
    expect((await read()).codes).toEqual([])
  })

  it.each([
    ['Der Gutschein „extra10“ wurde entfernt', ['extra10']],
    ['Le code promo « extra10 » a été retiré', ['extra10']],
    ['O cupom ‘25%OFF’ expirou', ['25%off']],
    ["L'offre s'est terminée aujourd'hui", []],
    ['Coupon extra10 has been removed', []],
    ['The "extra 10" coupon', []],
  ])('in other languages: %s', async (message, expected) => {
    const errors = [
      { code: 'woocommerce_rest_cart_coupon_error', message },
      { code: 'woocommerce_rest_cart_item_error', message: 'The "tee" is out of stock' },
    ]
    const { read } = await openWith(cart({ errors }))
    expect((await read())?.codes?.map(({ code }) => code)).toEqual(expected)
  })

  it('take nothing away that is on the cart', async () => {
    const message = 'The "extra10" coupon has been removed'
    const errors = [{ code: 'woocommerce_rest_cart_coupon_error', message }]
    const { read } = await openWith(cart({ coupons: [{ code: 'extra10' }], errors }))
    expect((await read())?.codes).toEqual([{ code: 'extra10', applicable: true }])
  })

  it('stay as they came where nothing can read them', async () => {
    const messages: string[] = []
    const shopper = await openWooTest({ said: (message) => void messages.push(message) })
    await shopper.addItem()
    const { write } = await shopper.openPage({ DOMParser: undefined })
    await write?.({ codes: ['EXPIRED'] })
    expect(messages).toEqual(['Coupon &quot;expired&quot; has expired.'])
  })
})
