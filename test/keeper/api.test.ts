// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY, VERSION } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('keeper.grants and keeper.ref', () => {
  it('are there before start, from what the layers hold', async () => {
    const first = await visit({}, '/?discount=SAVE10&ref=anna')
    first.leave()
    const { keeper } = openPage()
    expect(keeper.grants).toEqual(first.keeper.grants)
    expect(keeper.ref).toEqual({ ref: 'anna', grantedAt: NOON, expiresAt: NOON + 30 * DAY })
  })

  it('are frozen, and say no more than a grant says', async () => {
    const { keeper } = await visit({}, '/?discount=SAVE10&ref=anna')
    const [grant] = keeper.grants
    expect(Object.isFrozen(grant)).toBe(true)
    expect(Object.isFrozen(keeper.ref)).toBe(true)
    expect(Object.keys(grant ?? {}).sort()).toEqual([
      'code',
      'expiresAt',
      'grantedAt',
      'reason',
      'source',
      'status',
    ])
  })

  it('are empty and undefined where nobody was promised anything', () => {
    const { keeper } = openPage()
    expect(keeper.grants).toEqual([])
    expect(keeper.ref).toBeUndefined()
  })

  it('last for as many days as the option says', async () => {
    const first = await visit({ ttlDays: 7 }, '/?discount=SAVE10')
    first.leave()
    sleep(7 * DAY - 10_000)
    expect(openPage().codes()).toEqual(['SAVE10'])
    sleep(10_000)
    expect(openPage().codes()).toEqual([])
  })
})

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

describe('keeper.checkoutUrl', () => {
  it('carries all codes to checkout, ours and those of the cart', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.theme.typeCode('Own7')
    const { keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    const url = keeper.checkoutUrl('/checkout?a=1#pay')
    expect(url).toBe('/checkout?a=1&discount=Own7,SAVE10#pay')
    expect(keeper.checkoutUrl(url)).toBe(url)
  })

  it.each([
    '/products/x',
    '/checkout?discount=',
    '/checkout-help',
    'https://elsewhere.test/checkout',
  ])('leaves %s as it is', async (url) => {
    const { keeper } = await visit({}, '/?discount=SAVE10')
    expect(keeper.checkoutUrl(url)).toBe(url)
  })

  it('knows the origins and paths that were named', async () => {
    const checkout = { origins: 'https://pay.test', paths: ['/kasse'] }
    const { keeper } = await visit({ checkout }, '/?discount=SAVE10')
    const there = 'https://pay.test/kasse/1'
    expect(keeper.checkoutUrl(there)).toBe(there + '?discount=SAVE10')
  })

  it('does not overrule a shopper who is just changing the codes', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    shop.theme.takeOff('SAVE10')
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
  })
})

describe('keeper.link', () => {
  it('restores codes and ref on another device', async () => {
    const { keeper } = await visit({ stacking: 'combine' }, '/?discount=A1,B2&ref=anna')
    const link = keeper.link('/p?x=1#y')
    localStorage.clear()
    const other = await visit({ stacking: 'combine' }, link)
    expect([...other.codes()].sort()).toEqual(['A1', 'B2'])
    expect(other.keeper.ref?.ref).toBe('anna')
    expect(keeper.link(link)).toBe(link)
  })

  it('is a link to this page without a URL, and to it as it is without a grant', async () => {
    const { keeper } = await visit({}, '/p?x=1')
    expect(keeper.link()).toBe('http://localhost:3000/p?x=1')
  })
})

describe('keeper.inspect', () => {
  it('tells layers, values, ages, durability, the cart and the versions', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { keeper } = await visit({ platform: shop.platform }, '/p?discount=SAVE10&ref=anna')
    const { cart, durability, grants, layers, platform, ref, seen, version } = keeper.inspect()
    expect({ durability, platform, version }).toEqual({
      durability: 'server',
      platform: 'fake-shop',
      version: VERSION,
    })
    expect(grants).toEqual(keeper.grants)
    expect(ref).toEqual(keeper.ref)
    expect(cart).toMatchObject({ id: 'cart-1', discount: 100 })
    expect(seen).toMatchObject({ cart: 'cart-1', codes: ['SAVE10'] })
    expect(layers.map(({ key, name, reads, writes }) => [name, key, reads, writes])).toEqual([
      ['url-parameter', undefined, true, false],
      ['cart-attributes', 'cc_discount_code', true, true],
      ['local-storage', 'cc_discount_code', true, true],
      ['cookie', 'cc_discount_code', true, true],
      ['cart-attributes', 'cc_ref', true, true],
      ['local-storage', 'cc_ref', true, true],
      ['cookie', 'cc_ref', true, true],
      ['checkout-url', undefined, false, true],
      ['email-link', undefined, false, true],
    ])
    const values = Object.fromEntries(layers.map(({ name, value }) => [name, value]))
    expect(values['url-parameter']).toBe('?discount=SAVE10&ref=anna')
    expect(values['checkout-url']).toBe('/checkout?discount=SAVE10')
    expect(values['email-link']).toBe('http://localhost:3000/?discount=SAVE10&ref=anna')
    expect(layers[2]).toMatchObject({
      durability: 'browser',
      grantedAt: NOON,
      expiresAt: NOON + 30 * DAY,
    })
    expect(layers[2]?.value).toContain('SAVE10')
  })

  it('sends nothing', async () => {
    const shop = openShop()
    const { keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    const sent = shop.requests.length
    keeper.inspect()
    await settle()
    expect(shop.requests).toHaveLength(sent)
  })

  it.each([
    [[], 'memory'],
    [['local-storage'], 'browser'],
    [['cookie'], 'browser'],
  ])('tells the durability with layers %j', async (layers, durability) => {
    const { keeper } = await visit({ layers }, '/?discount=SAVE10')
    expect(keeper.inspect().durability).toBe(durability)
  })
})
