// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'

import { ajaxCart } from '../../src/platforms/shopify-theme/ajax-cart.js'
import { rawCart, json, openTheme } from '../support/theme-view.js'

const read = { Accept: 'application/json' }
const write = { ...read, 'Content-Type': 'application/json' }
const open = (globals?: Parameters<typeof openTheme>[0]) => {
  const theme = openTheme(globals)
  return { ...theme, shop: ajaxCart(() => theme.view) }
}
const locale = { Shopify: { routes: { root: '/fr-ca/' } } }

describe('ajaxCart() requests', () => {
  it('read the cart with one GET', async () => {
    const { requests, shop } = open()
    await shop.read?.()
    expect(requests()).toEqual([
      { url: 'https://shop.example/cart.js', method: 'GET', headers: read, body: undefined },
    ])
  })

  it('write codes and attributes in one POST, codes as a comma list', async () => {
    const { requests, shop } = open()
    await shop.write?.({ codes: ['SAVE10', '25%OFF'], attributes: { 'cc-ref': 'jane' } })
    expect(requests()).toEqual([
      {
        url: 'https://shop.example/cart/update.js',
        method: 'POST',
        headers: write,
        body: { discount: 'SAVE10,25%OFF', attributes: { 'cc-ref': 'jane' } },
      },
    ])
  })

  it('leave out what is not to change, and clear codes only when asked to', async () => {
    const { requests, shop } = open()
    await shop.write?.({ attributes: { 'cc-ref': '' } })
    await shop.write?.({ codes: ['A'] })
    await shop.write?.({ codes: [] })
    expect(requests().map(({ body }) => body)).toEqual([
      { attributes: { 'cc-ref': '' } },
      { discount: 'A' },
      { discount: '' },
    ])
  })

  it('have the visit remember the first code, and answer with the cart', async () => {
    const { requests, shop } = open()
    const cart = await shop.visit?.(['25%OFF/x?&#', 'B'])
    expect(requests()).toEqual([
      {
        url: 'https://shop.example/discount/25%25OFF%2Fx%3F%26%23?redirect=%2Fcart.js',
        method: 'GET',
        headers: read,
        body: undefined,
      },
    ])
    expect(cart?.itemCount).toBe(1)
  })

  it('follow the locale of the page', async () => {
    const { requests, shop } = open(locale)
    await shop.read?.()
    await shop.write?.({ codes: ['A'] })
    await shop.visit?.(['A'])
    expect(requests().map(({ url }) => url)).toEqual([
      'https://shop.example/fr-ca/cart.js',
      'https://shop.example/fr-ca/cart/update.js',
      'https://shop.example/fr-ca/discount/A?redirect=%2Ffr-ca%2Fcart.js',
    ])
  })

  it('end with a signal, so that a hung shop is given up', async () => {
    const { fetch, shop } = open()
    await shop.read?.()
    expect(fetch.mock.lastCall?.[1]?.signal?.aborted).toBe(false)
  })
})

describe('ajaxCart() cart', () => {
  const cartOf = async (changes: object) => {
    const { fetch, shop } = open()
    fetch.mockResolvedValue(json(rawCart(changes)))
    return shop.read?.()
  }

  it('is what the shop says, without the secret of its token', async () => {
    const codes = [{ code: 'SAVE10', applicable: true }]
    const changes = { discount_codes: codes, total_discount: 200, attributes: { gift: 'yes' } }
    expect(await cartOf(changes)).toEqual({
      id: 'hWN2token',
      itemCount: 1,
      codes,
      attributes: { gift: 'yes' },
      discount: 200,
      total: 2000,
      currency: 'EUR',
    })
  })

  it('does not say which codes it holds where the shop does not', async () => {
    expect((await cartOf({}))?.codes).toBeUndefined()
    expect((await cartOf({ discount_codes: [] }))?.codes).toEqual([])
  })

  it('of an empty answer has no token, attributes or discount', async () => {
    const empty = { token: undefined, attributes: null, total_discount: undefined, item_count: 0 }
    expect(await cartOf(empty)).toMatchObject({ id: '', itemCount: 0, attributes: {}, discount: 0 })
  })
})

describe('ajaxCart() page', () => {
  afterEach(() => {
    document.cookie = 'cart=; max-age=0'
    document.cookie = 'xcart=; max-age=0'
  })

  it.each([
    ['', ''],
    ['cart=hWN2token%3Fkey%3D5ecret', 'hWN2token'],
    ['cart=hWN2token?key=5ecret', 'hWN2token'],
    ['cart=plain', 'plain'],
    ['xcart=other', ''],
  ])('names the cart of the cookie %j without a request', (cookie, id) => {
    document.cookie = cookie
    const { requests, shop } = open()
    expect(shop.cartId?.()).toBe(id)
    expect(requests()).toEqual([])
  })

  it('knows no cart where a sandbox lets nobody read a cookie', () => {
    const sandboxed = Object.defineProperty({}, 'cookie', {
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError')
      },
    })
    expect(open({ document: sandboxed }).shop.cartId?.()).toBe('')
  })

  it('is inert in the theme editor alone', () => {
    expect(open({ Shopify: { designMode: true } }).shop.inert?.()).toBe(true)
    expect(open({ Shopify: {} }).shop.inert?.()).toBe(false)
    expect(open().shop.inert?.()).toBe(false)
  })

  it.each(['/checkout', '/checkouts/cn/abc', '/cart/1:2,3:4', '/cart/c/abc', '/checkout/'])(
    'leads to checkout at %s',
    (path) => {
      expect(open().shop.checkoutPath.test(path)).toBe(true)
    },
  )

  it.each(['/cart', '/cart/add', '/cart/change', '/checkout-help', '/pages/checkout', '/cart/c'])(
    'does not lead to checkout at %s',
    (path) => {
      expect(open().shop.checkoutPath.test(path)).toBe(false)
    },
  )
})
