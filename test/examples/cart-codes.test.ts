import { describe, expect, it } from 'vitest'
import { BLANKET, enter, enterWithMug, MUG, openShop } from './shopper.js'

describe('discount in update.js', () => {
  it('replaces the whole set; an empty one clears it', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({ discount: 'TAKE5,EXTRA5' })
    const replaced = await shopper.update({ discount: 'SAVE10' })
    expect(replaced.discount_codes).toEqual([{ code: 'SAVE10', applicable: true }])
    const cleared = await shopper.update({ discount: '' })
    expect(cleared.discount_codes).toBeUndefined()
    expect(cleared.total_discount).toBe(0)
  })

  it('keeps the code as entered and compares it without case', async () => {
    const shopper = await enterWithMug(await openShop())
    const cart = await shopper.update({ discount: 'sAvE10,SAVE10' })
    expect(cart.discount_codes).toEqual([{ code: 'sAvE10', applicable: true }])
    expect(cart.total_discount).toBe(240)
  })

  it.each(['NOPE', 'LATE10', 'SOON10', 'GONE15', 'BIG15', 'NOTES25'])(
    'answers 200 and lists %s as not applicable, without a reason',
    async (code) => {
      const shopper = await enterWithMug(await openShop())
      const response = await shopper.json('/cart/update.js', { discount: code })
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({
        total_discount: 0,
        discount_codes: [{ code, applicable: false }],
      })
    },
  )

  it('lets a parked code apply when its condition is met', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({ discount: 'BIG15' })
    await shopper.add(BLANKET)
    expect(await shopper.cart()).toMatchObject({
      total_discount: 1500,
      discount_codes: [{ code: 'BIG15', applicable: true }],
    })
  })

  it('is part of one write together with updates, attributes and note', async () => {
    const shopper = enter(await openShop())
    const cart = await shopper.update({
      updates: { [MUG]: 2 },
      attributes: { 'cc-ref': 'amy' },
      note: 'ring twice',
      discount: 'SAVE10',
    })
    expect(cart).toMatchObject({
      item_count: 2,
      attributes: { 'cc-ref': 'amy' },
      note: 'ring twice',
      total_discount: 480,
    })
  })

  it('is refused as a list', async () => {
    const shopper = await enterWithMug(await openShop())
    expect((await shopper.json('/cart/update.js', { discount: ['SAVE10'] })).status).toBe(400)
  })

  it.each(['form', 'multipart'] as const)('reads %s bodies too', async (kind) => {
    const shopper = await enterWithMug(await openShop())
    const fields = { discount: 'SAVE10', 'attributes[cc-ref]': 'amy' }
    const response = await shopper[kind]('/cart/update.js', fields)
    expect(await response.json()).toMatchObject({
      total_discount: 240,
      attributes: { 'cc-ref': 'amy' },
    })
  })
})

describe('attributes in update.js', () => {
  it('merge key by key', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({ attributes: { a: '1', b: '2' } })
    const cart = await shopper.update({ attributes: { b: '3' } })
    expect(cart.attributes).toEqual({ a: '1', b: '3' })
  })

  it('stay as empty ones or go when written empty, and null changes nothing', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    await shopper.update({ attributes: { a: '1', b: '2' } })
    expect((await shopper.update({ attributes: { a: '', b: null } })).attributes).toEqual({
      a: '',
      b: '2',
    })
    shop.settings.emptyAttributes = 'go'
    expect((await shopper.update({ attributes: { a: '' } })).attributes).toEqual({ b: '2' })
  })

  it('may have any name', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.form('/cart/update.js', { 'attributes[constructor]': 'x' })
    expect((await shopper.cart()).attributes).toEqual({ constructor: 'x' })
  })
})

describe('codes on an empty cart', () => {
  it.each([
    ['keeps', [{ code: 'SAVE10', applicable: false }], 240],
    ['ignores', undefined, 0],
    ['drops', undefined, 0],
  ] as const)('%s', async (emptyCart, listed, discountLater) => {
    const shopper = enter(await openShop({ emptyCart }))
    expect((await shopper.update({ discount: 'SAVE10' })).discount_codes).toEqual(listed)
    await shopper.add()
    expect((await shopper.cart()).total_discount).toBe(discountLater)
  })

  it('go when the cart becomes empty and the shop drops them', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    await shopper.update({ discount: 'SAVE10' })
    await shopper.update({ updates: { [MUG]: 0 } })
    expect((await shopper.cart()).discount_codes).toHaveLength(1)
    shop.settings.emptyCart = 'drops'
    await shopper.json('/cart/clear.js', {})
    expect((await shopper.cart()).discount_codes).toBeUndefined()
  })

  it.each([true, false])(
    'after clear, codes stay: %s; attributes and note always',
    async (clearKeepsCodes) => {
      const shopper = await enterWithMug(await openShop({ clearKeepsCodes }))
      await shopper.update({ discount: 'SAVE10', attributes: { a: '1' }, note: 'hi' })
      await shopper.json('/cart/clear.js', {})
      const cart = await shopper.cart()
      expect(cart).toMatchObject({ item_count: 0, attributes: { a: '1' }, note: 'hi' })
      expect(cart.discount_codes?.length ?? 0).toBe(clearKeepsCodes ? 1 : 0)
    },
  )
})
