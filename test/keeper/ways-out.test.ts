// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, visit } from './open-page.js'

openBrowserForEachTest()

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
