import { describe, expect, it } from 'vitest'
import { BLANKET, enter, enterWithMug, leadsTo, MUG, openShop } from './shopper.js'

describe('/cart/VARIANT:QUANTITY', () => {
  it('replaces the cart, takes codes, attributes and note along, and leads to checkout', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const before = shopper.jar.get('cart')
    const response = await shopper.get(
      `/cart/${BLANKET}:1,${MUG}:2?discount=TAKE5,EXTRA5&attributes[cc-ref]=amy&note=hi`,
    )
    expect(leadsTo(response)).toBe('/checkout')
    expect(shopper.jar.get('cart')).not.toBe(before)
    expect(await shopper.cart()).toMatchObject({
      item_count: 3,
      attributes: { 'cc-ref': 'amy' },
      note: 'hi',
      discount_codes: [
        { code: 'TAKE5', applicable: true },
        { code: 'EXTRA5', applicable: true },
      ],
    })
  })

  it('leads to the cart with storefront=true, under its locale', async () => {
    const shopper = enter(await openShop())
    const response = await shopper.get(`/fr/cart/${MUG}%3A1?storefront=true`)
    expect(leadsTo(response)).toBe('/fr/cart')
  })

  it('may not listen to discount', async () => {
    const shopper = enter(await openShop({ permalinkDiscount: false }))
    await shopper.get(`/cart/${MUG}:1?discount=SAVE10`)
    expect((await shopper.cart()).total_discount).toBe(0)
  })
})

describe('/cart/c/TOKEN', () => {
  it('leads to checkout with the first code only', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const { token } = await shopper.update({ discount: 'TAKE5,EXTRA5' })
    const response = await enter(shop).get(`/cart/c/${token}`)
    expect(leadsTo(response)).toMatch(/^\/checkouts\/cn\/\w+\?discount=TAKE5$/)
  })

  it('needs the key', async () => {
    const shop = await openShop()
    const { token } = await (await enterWithMug(shop)).cart()
    const response = await enter(shop).get(`/cart/c/${token.split('?')[0]}`)
    expect(leadsTo(response)).toBe('/cart')
  })
})
