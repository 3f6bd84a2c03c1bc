// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openWooTest } from '../../support/woo-shop/open-woo-page.js'

const refused = (code: string) => ({
  code,
  applicable: false,
  reason: 'DISCOUNT_CODE_NOT_HONOURED',
})

describe('woocommerce() codes', () => {
  it('are sent one at a time, each as it came, and the last answer is the cart', async () => {
    const { addItem, asked, read, write } = await openWooTest()
    await addItem()
    await read()
    asked()
    const cart = await write({ codes: ['Creator20', 'EXTRA10'] })
    expect(asked()).toEqual([
      'POST /cart/apply-coupon Creator20',
      'POST /cart/apply-coupon EXTRA10',
    ])
    expect(cart.codes).toEqual([
      { code: 'creator20', applicable: true, saved: 1000 },
      { code: 'extra10', applicable: true, saved: 500 },
    ])
    expect([cart.discount, cart.total]).toEqual([1500, 3500])
  })

  it('that are not wanted leave, and those that are stay untouched', async () => {
    const { addItem, asked, codes, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('CREATOR20')
    await typeCode('EXTRA10')
    await read()
    asked()
    await write({ codes: ['CREATOR20'] })
    expect(asked()).toEqual(['POST /cart/remove-coupon extra10'])
    expect(codes()).toEqual(['creator20'])
  })

  it('are left alone by a write that names none', async () => {
    const { addItem, codes, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('CREATOR20')
    await write({ attributes: { 'cc-ref': 'amy' } })
    expect(codes()).toEqual(['creator20'])
  })

  it('that the shop refuses are looked for on the cart, not in its answer', async () => {
    const { addItem, asked, read, write } = await openWooTest()
    await addItem()
    await read()
    asked()
    const cart = await write({ codes: ['EXPIRED'] })
    expect(asked()).toEqual(['POST /cart/apply-coupon EXPIRED', 'GET /cart'])
    expect(cart.codes).toEqual([])
  })

  it('that somebody else was faster to apply count as applied', async () => {
    const { addItem, read, typeCode, write } = await openWooTest()
    await addItem()
    await read()
    await typeCode('CREATOR20')
    const { codes } = await write({ codes: ['CREATOR20'] })
    expect(codes).toEqual([{ code: 'creator20', applicable: true, saved: 1000 }])
  })

  it('that somebody else was faster to take off are gone', async () => {
    const { addItem, asked, dropCode, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('CREATOR20')
    await read()
    await dropCode('CREATOR20')
    asked()
    expect((await write({ codes: [] })).codes).toEqual([])
    expect(asked()).toEqual(['POST /cart/remove-coupon creator20'])
  })

  it('end with the coupons that are switched off: refused, and read again', async () => {
    const { addItem, openPage, view } = await openWooTest()
    await addItem()
    const off = { code: 'woocommerce_rest_cart_coupon_disabled', message: 'Off', data: {} }
    const platform = await openPage({
      fetch: (url: string, init: RequestInit) =>
        url.endsWith('/apply-coupon')
          ? Promise.resolve(Response.json(off, { status: 404 }))
          : view.fetch(url, init),
    })
    await platform.read?.()
    expect((await platform.write?.({ codes: ['CREATOR20'] }))?.codes).toEqual([])
  })
})

describe('woocommerce() codes for individual use', () => {
  it('give way to the code that the shopper has on the cart', async () => {
    const { addItem, asked, codes, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    asked()
    const cart = await write({ codes: ['EXTRA10', 'SOLO30'] })
    expect(codes()).toEqual(['extra10'])
    expect(cart.codes).toEqual([
      { code: 'extra10', applicable: true, saved: 500 },
      refused('SOLO30'),
    ])
    expect(asked()).toEqual([
      'POST /cart/apply-coupon SOLO30',
      'POST /cart/remove-coupon SOLO30',
      'POST /cart/apply-coupon extra10',
    ])
  })

  it('are not tried on that cart again, on the next page neither', async () => {
    const { addItem, asked, codes, openPage, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    await write({ codes: ['EXTRA10', 'SOLO30'] })
    const next = await openPage()
    await next.read?.()
    asked()
    const cart = await next.write?.({ codes: ['EXTRA10', 'SOLO30'] })
    expect(asked()).toEqual([])
    expect(cart?.codes).toContainEqual(refused('SOLO30'))
    expect(codes()).toEqual(['extra10'])
  })

  it('are tried where nothing stands before them, and on another cart', async () => {
    const { addItem, codes, emptyCart, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    await write({ codes: ['EXTRA10', 'SOLO30'] })
    await write({ codes: ['SOLO30'] })
    expect(codes()).toEqual(['solo30'])
    await emptyCart()
    await read()
    await addItem()
    await typeCode('CREATOR20')
    await read()
    await write({ codes: ['CREATOR20', 'SOLO30'] })
    expect(codes()).toEqual(['creator20'])
  })

  it('stand where they are named first: the shopper typed them', async () => {
    const { addItem, codes, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('CREATOR20')
    await read()
    const cart = await write({ codes: ['SOLO30', 'CREATOR20'] })
    expect(codes()).toEqual(['solo30'])
    expect(cart.codes).toEqual([{ code: 'solo30', applicable: true, saved: 1500 }])
  })

  it('are not blamed for a code that ran out in that moment', async () => {
    const { addItem, codes, endCode, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    endCode('EXTRA10')
    await write({ codes: ['EXTRA10', 'CREATOR20'] })
    expect(codes()).toEqual(['creator20'])
  })

  it('that a page left on the cart in the middle of a write are taken off by the next', async () => {
    const { addItem, codes, openPage, typeCode, view } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await typeCode('CREATOR20')
    const left = await openPage({
      fetch: async (url: string, init: RequestInit) => {
        const response = await view.fetch(url, init)
        if (url.endsWith('/apply-coupon')) throw new TypeError('The page is gone')
        return response
      },
    })
    await left.read?.()
    await left.write?.({ codes: ['EXTRA10', 'CREATOR20', 'SOLO30'] }).catch(() => undefined)
    expect(codes()).toEqual(['solo30'])
    const next = await openPage()
    const cart = await next.read?.()
    expect(cart?.codes?.map(({ code }) => code)).toEqual(['extra10', 'creator20'])
    expect(codes()).toEqual(['extra10', 'creator20'])
  })

  it('are not looked for where the page was left before anything happened', async () => {
    const { addItem, asked, codes, openPage, read, typeCode, write, fault } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    fault('offline')
    await write({ codes: ['EXTRA10', 'CREATOR20'] }).catch(() => undefined)
    fault()
    asked()
    const next = await openPage()
    await next.read?.()
    expect(codes()).toEqual(['extra10'])
    // only once: what the shopper takes off afterwards stays off
    await next.write?.({ codes: [] })
    await next.read?.()
    expect(asked()).toEqual(['GET /cart', 'POST /cart/remove-coupon extra10', 'GET /cart'])
  })

  it('that did no harm are trusted: what the shopper takes off afterwards stays off', async () => {
    const { addItem, codes, dropCode, read, typeCode, write } = await openWooTest()
    await addItem()
    await typeCode('EXTRA10')
    await read()
    await write({ codes: ['EXTRA10', 'CREATOR20'] })
    await dropCode('EXTRA10')
    await read()
    expect(codes()).toEqual(['creator20'])
  })

  it('are not suspected by the next page where only some of the others are gone', async () => {
    const { addItem, codes, dropCode, openPage, shop, typeCode, view } = await openWooTest()
    shop.coupons.set('plus5', { percent: 5 })
    await addItem()
    await typeCode('EXTRA10')
    await typeCode('CREATOR20')
    const left = await openPage({
      fetch: async (url: string, init: RequestInit) => {
        const response = await view.fetch(url, init)
        if (url.endsWith('/apply-coupon')) throw new TypeError('The page is gone')
        return response
      },
    })
    await left.read?.()
    await left.write?.({ codes: ['EXTRA10', 'CREATOR20', 'PLUS5'] }).catch(() => undefined)
    await dropCode('EXTRA10')
    await (await openPage()).read?.()
    expect(codes()).toEqual(['creator20', 'plus5'])
  })
})
