// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('keeper.apply', () => {
  it('puts a code on the cart that the shopper typed, and resolves with what the cart says', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: shop.platform })
    const applied = await keeper.apply('OWN7')
    expect(applied).toMatchObject({ status: 'applied', reason: undefined })
    expect(applied.grant).toMatchObject({ code: 'OWN7', source: 'shopper' })
    expect(shop.current()?.codes).toEqual(['OWN7'])
  })

  it('resolves with the reason of a refusal', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: shop.platform })
    const applied = await keeper.apply('NOSUCH')
    expect(applied).toMatchObject({ status: 'rejected', reason: 'DISCOUNT_NOT_FOUND' })
    await settle()
    expect(shop.current()?.codes).toEqual([])
  })

  it('holds the code while there is no cart', async () => {
    const shop = openShop()
    const { keeper } = await visit({ platform: shop.platform })
    expect(await keeper.apply('OWN7')).toMatchObject({ status: 'held' })
    expect(shop.carts.size).toBe(0)
  })

  it('stands whatever link comes later, and whatever the rule says', async () => {
    const first = await visit({ stacking: () => [] })
    await first.keeper.apply('OWN7')
    first.leave()
    sleep(1000)
    const second = await visit({ stacking: 'last' }, '/?discount=SAVE10')
    expect(second.codes()).toEqual(['OWN7', 'SAVE10'])
  })

  it('rejects what cannot be a code, with an error that does not name it', async () => {
    const { errors, keeper, log } = await visit()
    expect(await keeper.apply('<SECRET>')).toEqual({ status: 'rejected', reason: 'UNKNOWN' })
    expect(errors()).toEqual(['INPUT'])
    expect(JSON.stringify(log)).not.toContain('SECRET')
    expect(keeper.grants).toEqual([])
  })

  it('brings a removed code back', async () => {
    const { codes, keeper } = await visit({}, '/?discount=SAVE10')
    await keeper.remove('SAVE10')
    sleep(1)
    await keeper.apply('SAVE10')
    expect(codes()).toEqual(['SAVE10'])
  })
})

describe('keeper.remove', () => {
  it('takes a code off the cart, whatever its case, and leaves those of others', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('OWN7')
    const { codes, keeper, told } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    await keeper.remove('save10')
    expect(codes()).toEqual([])
    expect(shop.current()?.codes).toEqual(['OWN7'])
    expect(shop.current()?.attributes).toEqual({})
    expect(told()).toContain('removed SAVE10')
  })

  it('takes a code off the cart that was never ours', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('OWN7')
    const { keeper } = await visit({ platform: shop.platform })
    await keeper.remove('OWN7')
    expect(shop.current()?.codes).toEqual([])
  })

  it('holds on later pages, until a new link', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const options = { platform: shop.platform }
    const first = await visit(options, '/?discount=SAVE10')
    await first.keeper.remove('SAVE10')
    first.leave()
    const second = await visit(options)
    shop.theme.addItem()
    await settle()
    expect(shop.current()?.codes).toEqual([])
    second.leave()
    sleep(1000)
    await visit(options, '/?discount=SAVE10')
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })

  it('removes a code from what leaves with the shopper', async () => {
    const { keeper } = await visit({}, '/?discount=SAVE10')
    await keeper.remove('SAVE10')
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
    expect(keeper.link('/p')).toBe('http://localhost:3000/p')
  })
})
