import { describe, expect, it } from 'vitest'
import { enter, enterWithMug, MUG, NOTEBOOK, openShop } from './shopper.js'

const DOCUMENTED =
  'token note attributes original_total_price total_price total_discount total_weight item_count ' +
  'requires_shipping currency items items_subtotal_price cart_level_discount_applications'

describe('the cart JSON', () => {
  it('has the documented members, money in minor units', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const cart = await shopper.cart()
    expect(Object.keys(cart)).toEqual(expect.arrayContaining(DOCUMENTED.split(' ')))
    expect(cart.items[0]).toMatchObject({
      id: MUG,
      variant_id: MUG,
      quantity: 1,
      price: 2400,
      line_price: 2400,
      final_line_price: 2400,
      line_level_discount_allocations: [],
    })
    expect(cart.total_price).toBe(2400)
  })

  it('names the cart by token and key, as the cookie does', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const cart = await shopper.cart()
    expect(cart.token).toBe(decodeURIComponent(shopper.jar.get('cart') ?? ''))
  })

  it('tells an order discount on the cart and a product discount on its line', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    await shopper.add(NOTEBOOK)
    const cart = await shopper.update({ discount: 'SAVE10,NOTES25' })
    expect(cart.total_discount).toBe(375 + 353)
    expect(cart.items_subtotal_price).toBe(2400 + 1125)
    expect(cart.cart_level_discount_applications).toMatchObject([
      { type: 'discount_code', title: 'SAVE10', total_allocated_amount: 353 },
    ])
    expect(cart.items.find((item) => item['id'] === NOTEBOOK)).toMatchObject({
      total_discount: 375,
      line_level_discount_allocations: [
        { amount: 375, discount_application: { title: 'NOTES25' } },
      ],
    })
  })

  it.each([
    ['always', true, true],
    ['with-codes', false, true],
    ['never', false, false],
  ] as const)('with discount_codes %s', async (discountCodesField, without, withCodes) => {
    const shop = await openShop({ discountCodesField })
    const shopper = await enterWithMug(shop)
    expect('discount_codes' in (await shopper.cart())).toBe(without)
    expect('discount_codes' in (await shopper.update({ discount: 'SAVE10' }))).toBe(withCodes)
  })

  it('leaves private attributes out, which the order still gets', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const cart = await shopper.update({ attributes: { __hidden: 'x', shown: 'y' } })
    expect(cart.attributes).toEqual({ shown: 'y' })
    expect([...(shop.carts.values().next().value?.attributes.keys() ?? [])]).toContain('__hidden')
  })

  it('is the answer of update, change and clear; add answers the line', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    expect(await (await shopper.add()).json()).toMatchObject({ variant_id: MUG, quantity: 1 })
    const several = await shopper.json('/cart/add.js', { items: [{ id: MUG }, { id: NOTEBOOK }] })
    expect(await several.json()).toMatchObject({ items: expect.any(Array) })
    const changed = await shopper.json('/cart/change.js', { id: String(MUG), quantity: 5 })
    expect(await changed.json()).toMatchObject({ item_count: 6 })
    expect(await (await shopper.json('/cart/clear.js', {})).json()).toMatchObject({ item_count: 0 })
  })
})
