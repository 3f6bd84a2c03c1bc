import { describe, expect, it } from 'vitest'
import { enter, enterWithMug, MUG, openShop, SOLD_OUT } from './shopper.js'

describe('errors of the cart', () => {
  it.each([SOLD_OUT, 1, 0])('add.js answers 422 for variant %i', async (id) => {
    const response = await enter(await openShop()).add(id)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({
      status: 422,
      message: 'Cart Error',
      description: expect.any(String),
    })
  })

  it('update.js answers 404 for an unknown variant and writes nothing of the request', async () => {
    const shopper = await enterWithMug(await openShop())
    const response = await shopper.json('/cart/update.js', {
      updates: { [MUG]: 4, 1: 1 },
      discount: 'SAVE10',
      attributes: { a: '1' },
    })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 404, message: expect.any(String) })
    expect(await shopper.cart()).toMatchObject({ item_count: 1, total_discount: 0, attributes: {} })
  })

  it('change.js answers 400 for a line that is not there', async () => {
    const shopper = await enterWithMug(await openShop())
    const response = await shopper.json('/cart/change.js', { line: 9, quantity: 1 })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ status: 'bad_request' })
  })

  it.each([{ sections: 'a,b,c,d,e,f' }, { sections: ['cart-count'], sections_url: 'cart' }])(
    'bad sections answer 400 although the write was done: %j',
    async (sections) => {
      const shopper = await enterWithMug(await openShop())
      const response = await shopper.json('/cart/update.js', { discount: 'SAVE10', ...sections })
      expect(response.status).toBe(400)
      expect((await shopper.cart()).total_discount).toBe(240)
    },
  )
})

describe('sections', () => {
  it.each([{ sections: 'cart-drawer,nope' }, { sections: ['cart-drawer', 'nope'] }])(
    'come with the write, as %j; an unknown one is null',
    async (body) => {
      const shopper = await enterWithMug(await openShop())
      const cart = await shopper.update({ discount: 'SAVE10', ...body })
      expect(cart.sections?.['cart-drawer']).toContain('SAVE10')
      expect(cart.sections?.['nope']).toBeNull()
    },
  )

  it('are not in an answer nobody asked them of', async () => {
    const shopper = await enterWithMug(await openShop())
    expect(await shopper.cart()).not.toHaveProperty('sections')
  })

  it('are rendered alone by any page', async () => {
    const shopper = await enterWithMug(await openShop())
    const one = await (await shopper.get('/collections/all?section_id=cart-drawer')).text()
    expect(one).toMatch(/^<div id="shopify-section-cart-drawer"/)
    expect(one).toContain('Trail mug')
    const two = await (await shopper.get('/?sections=cart-count,nope')).json()
    expect(two).toEqual({ 'cart-count': expect.stringContaining('Cart'), nope: null })
  })
})

describe('without scripts', () => {
  it('adding, changing and clearing lead back to the cart', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    const added = await shopper.form('/cart/add', { id: String(MUG), quantity: '3' })
    expect([added.status, added.headers.get('location')]).toEqual([302, '/cart'])
    await shopper.form('/cart', { 'updates[]': '2', note: 'hello' })
    expect(await shopper.cart()).toMatchObject({ item_count: 2, note: 'hello' })
    await shopper.get('/cart/change?line=1&quantity=0')
    expect((await shopper.cart()).item_count).toBe(0)
  })

  it.each([
    ['/checkout', '/checkout'],
    ['//evil.example', '/cart'],
    ['https://evil.example/', '/cart'],
  ])('return_to %s leads to %s', async (target, path) => {
    const shopper = enter(await openShop())
    const response = await shopper.form('/cart/add', { id: String(MUG), return_to: target })
    expect(response.headers.get('location')).toBe(path)
  })

  it('a path without .js answers JSON only to JSON that asks for JSON', async () => {
    const shopper = await enterWithMug(await openShop())
    expect((await shopper.json('/cart/update', { discount: 'SAVE10' })).status).toBe(200)
    expect((await shopper.form('/cart/update', { discount: 'SAVE10' })).status).toBe(302)
  })
})
