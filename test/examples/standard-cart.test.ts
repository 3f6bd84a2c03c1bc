import { describe, expect, it } from 'vitest'
import { enter, enterWithMug, openShop } from './shopper.js'

const PATH = '/api/standard/cart.json'

const open = async () => {
  const shop = await openShop()
  const shopper = await enterWithMug(shop)
  const write = async (body: object) =>
    (await (await shopper.json(PATH, body)).json()) as Readonly<Record<string, unknown>>
  const held = () => [...shop.carts.values()][0]
  return { shop, shopper, write, held }
}

describe('the API behind standard actions', () => {
  it('replaces the codes, and says why some take no effect, in no order to count on', async () => {
    const { write } = await open()
    expect(await write({ discountCodes: ['SAVE10', 'NOPE', 'BIG15'] })).toMatchObject({
      cart: {
        totalQuantity: 1,
        cost: { totalAmount: { amount: '21.60', currencyCode: 'USD' } },
        discountCodes: [
          { code: 'SAVE10', applicable: true },
          { code: 'NOPE', applicable: false },
          { code: 'BIG15', applicable: false },
        ],
      },
      userErrors: [],
      warnings: [{ code: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' }, { code: 'DISCOUNT_NOT_FOUND' }],
    })
    expect(await write({ discountCodes: [] })).toMatchObject({ cart: { discountCodes: [] } })
  })

  it('replaces the attributes, those too that no page sees, and leaves what it is not told of', async () => {
    const { held, shopper, write } = await open()
    await shopper.update({ attributes: { __route: 'van', gift: 'yes' }, discount: 'SAVE10' })
    await write({ note: 'Ring twice' })
    expect(held()).toMatchObject({ note: 'Ring twice', codes: ['SAVE10'] })
    expect(held()?.attributes.size).toBe(2)
    await write({ attributes: [{ key: 'wrap', value: 'paper' }] })
    expect(Object.fromEntries(held()?.attributes ?? [])).toEqual({ wrap: 'paper' })
  })

  it('makes no cart', async () => {
    const shop = await openShop()
    const answer = await (await enter(shop).json(PATH, { discountCodes: ['SAVE10'] })).json()
    expect(answer).toEqual({ userErrors: [expect.objectContaining({ code: 'INVALID' })] })
    expect(shop.carts.size).toBe(0)
  })
})
