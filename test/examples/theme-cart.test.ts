import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import type { SeenCart, ThemeCart } from '../support/theme-cart.js'
import { enter, MUG, NOTEBOOK, openShop, SOLD_OUT } from './shopper.js'

// it brings no types
const themeCart = createRequire(import.meta.url)('@shopify/theme-cart') as ThemeCart

/** Shopify's own client, unmodified, as a shopper of the demo shop. */
const open = async () => {
  const shopper = enter(await openShop())
  vi.stubGlobal('fetch', shopper.send)
  return { ...themeCart, shopper }
}
const keyOf = (cart: SeenCart, variant: number): string =>
  cart.items.find((item) => item.variant_id === variant)?.key ?? ''

describe('the demo shop answers @shopify/theme-cart', () => {
  it('as it adds, finds, changes and removes items', async () => {
    const { addItem, getState, removeItem, updateItem } = await open()
    await addItem(MUG, { quantity: 2 })
    await addItem(NOTEBOOK)
    const cart = await getState()
    expect(cart.item_count).toBe(3)
    expect((await updateItem(keyOf(cart, MUG), { quantity: 5 })).item_count).toBe(6)
    expect((await removeItem(keyOf(cart, NOTEBOOK))).items).toMatchObject([{ quantity: 5 }])
  })

  it('as it changes properties alone: the quantity stays, the key is another', async () => {
    const { addItem, getState, updateItem } = await open()
    await addItem(MUG, { quantity: 2, properties: { gift: 'yes', to: 'Ann' } })
    const before = keyOf(await getState(), MUG)
    const after = await updateItem(before, { properties: { gift: 'no' } })
    expect(after.items).toMatchObject([{ quantity: 2 }])
    expect(after.items[0]?.properties).toEqual({ gift: 'no' })
    expect(keyOf(after, MUG)).not.toBe(before)
  })

  it('as it makes two lines the same: they are one', async () => {
    const { addItem, getState, updateItem } = await open()
    await addItem(MUG, { quantity: 2 })
    await addItem(MUG, { properties: { gift: 'yes' } })
    const gift = (await getState()).items.find(({ properties }) => properties['gift'])
    const { items } = await updateItem(gift?.key ?? '', { properties: {} })
    expect(items).toMatchObject([{ quantity: 3, properties: {} }])
  })

  it('as it writes attributes and the note, and clears them', async () => {
    const { addItem, clearAttributes, clearItems, updateAttributes, updateNote } = await open()
    await addItem(MUG)
    await updateAttributes({ wrap: 'paper' })
    expect(await updateNote('Ring twice')).toMatchObject({
      note: 'Ring twice',
      attributes: { wrap: 'paper' },
    })
    expect((await clearItems()).attributes).toEqual({ wrap: 'paper' })
    expect((await clearAttributes()).attributes).toEqual({ wrap: '' })
  })

  it('with the shop’s own refusals', async () => {
    const { addItem } = await open()
    await expect(addItem(SOLD_OUT)).rejects.toMatchObject({ status: 422 })
  })
})
