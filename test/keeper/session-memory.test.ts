// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

const seenCookie = () =>
  decodeURIComponent(
    document.cookie.split('; ').find((pair) => pair.startsWith('cc_discount_seen=')) ?? '',
  )

describe('where cookies are blocked', () => {
  beforeEach(() => {
    vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => undefined)
  })

  it('asks the shop once on a page, however often the shopper looks at it', async () => {
    const shop = openShop()
    const { codes, look } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    for (let times = 0; times < 3; times++) {
      look()
      await settle()
    }
    expect(document.cookie).toBe('')
    expect(shop.kinds()).toEqual(['visit'])
    expect(codes()).toEqual(['SAVE10'])
  })

  it('writes a cart once on a page', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { look, statuses } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    look()
    await settle()
    expect(shop.kinds()).toEqual(['read', 'write'])
    expect(statuses()).toEqual(['SAVE10 applied'])
  })

  it('leaves a shop alone that asked for it', async () => {
    const shop = openShop()
    shop.theme.addItem()
    shop.faults.push('cool-down')
    const { errors, look } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    look()
    await settle()
    shop.theme.addItem()
    await settle()
    expect(shop.requests).toHaveLength(1)
    expect(errors()).toEqual(['COOL_DOWN'])
  })
})

describe('the session cookie', () => {
  it('never names the affiliate, though it knows the cart', async () => {
    const shop = openShop()
    const { look } = await visit({ platform: shop.platform }, '/?discount=SAVE10&ref=anna-1')
    expect(seenCookie()).not.toContain('anna-1')
    shop.theme.addItem()
    await settle()
    look()
    await settle()
    expect(shop.current()?.attributes['cc-ref']).toBe('anna-1')
    expect(seenCookie()).toContain('cart-1')
    expect(seenCookie()).not.toContain('anna-1')
  })
})
