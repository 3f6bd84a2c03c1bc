// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY, VERSION } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, visit } from './open-page.js'

openBrowserForEachTest()

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

  it('tells a cart of nothing where the shopper has none', async () => {
    const { platform } = openShop()
    const { keeper } = await visit({ platform }, '/p?discount=SAVE10')
    expect(keeper.inspect().cart).toEqual({ id: '', itemCount: 0, attributes: {}, discount: 0 })
  })

  it('sends nothing', async () => {
    const shop = openShop()
    const { keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    const sent = shop.requests.length
    keeper.inspect()
    await settle()
    expect(shop.requests).toHaveLength(sent)
  })

  it('says what it can on a page whose base is no place', async () => {
    const page = openPage()
    Object.defineProperty(page.document, 'baseURI', { get: () => 'about:blank' })
    page.keeper.on('error', () => void page.keeper.inspect())
    await page.keeper.start()
    await page.keeper.apply('SAVE10')
    const { grants, layers } = page.keeper.inspect()
    expect(grants).toMatchObject([{ code: 'SAVE10' }])
    expect(layers.find(({ name }) => name === 'email-link')?.value).toBe('')
    expect(page.errors()).toEqual([])
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
