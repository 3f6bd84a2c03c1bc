import { describe, expect, it } from 'vitest'
import type { DiscountCode } from '../../examples/storefront/shop/types.js'
import { enterWithMug, NOTEBOOK, openShop } from './shopper.js'

const all = { order: true, product: true, shipping: true }

const fixed = (code: string): DiscountCode => ({
  code,
  kind: 'fixed',
  value: 100,
  summary: code,
  combinesWith: all,
  used: 0,
})

describe('codes beside each other', () => {
  it('both count where both allow it', async () => {
    const shopper = await enterWithMug(await openShop())
    expect((await shopper.update({ discount: 'TAKE5,EXTRA5' })).total_discount).toBe(500 + 95)
  })

  it('have to allow it on both sides: the first stays, the second waits', async () => {
    const shopper = await enterWithMug(await openShop())
    expect((await shopper.update({ discount: 'SAVE10,TAKE5' })).discount_codes).toEqual([
      { code: 'SAVE10', applicable: true },
      { code: 'TAKE5', applicable: false },
    ])
    expect((await shopper.update({ discount: 'TAKE5,SAVE10' })).discount_codes).toEqual([
      { code: 'TAKE5', applicable: true },
      { code: 'SAVE10', applicable: false },
    ])
  })

  it('count product first, then order on what is left', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.add(NOTEBOOK)
    const cart = await shopper.update({ discount: 'SAVE10,NOTES25' })
    expect(cart.total_price).toBe(2400 + 1125 - 353)
  })

  it('are at most five, and one for shipping', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    const names = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']
    for (const name of names) shop.codes.set(name.toLowerCase(), fixed(name))
    shop.codes.set('ship2', { ...fixed('SHIP2'), kind: 'shipping' })
    const cart = await shopper.update({ discount: [...names, 'FREESHIP', 'SHIP2'].join(',') })
    const applicable = cart.discount_codes
      ?.filter((code) => code.applicable)
      .map(({ code }) => code)
    expect(applicable).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'FREESHIP'])
  })

  it('a shipping code is applicable and yet takes nothing off the cart', async () => {
    const shopper = await enterWithMug(await openShop())
    expect(await shopper.update({ discount: 'FREESHIP' })).toMatchObject({
      total_discount: 0,
      discount_codes: [{ code: 'FREESHIP', applicable: true }],
    })
  })

  it('one product discount a line: the better one has it', async () => {
    const shop = await openShop()
    shop.codes.set('notes50', {
      ...fixed('NOTES50'),
      kind: 'percentage',
      value: 50,
      products: ['field-notebook'],
    })
    const notes = shop.codes.get('notes25')
    if (notes) notes.combinesWith = all
    const shopper = await enterWithMug(shop)
    await shopper.add(NOTEBOOK)
    expect(await shopper.update({ discount: 'NOTES25,NOTES50' })).toMatchObject({
      total_discount: 750,
      discount_codes: [
        { code: 'NOTES25', applicable: false },
        { code: 'NOTES50', applicable: true },
      ],
    })
  })
})
