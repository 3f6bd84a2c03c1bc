// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { watchTheme } from '../support/watch-theme.js'

/** Lets promises that are settled tell. */
const settle = () => new Promise((resolve) => void setTimeout(resolve))
const dispatch = (name: string, members: object = {}) =>
  document.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), members))

describe('ajaxCart().watch requests', () => {
  it.each([
    ['/cart/add.js', 'items'],
    ['/cart/add', 'items'],
    ['/cart/change.js?line=1', 'items'],
    ['/cart/clear.js', 'items'],
    ['/cart/update.js', 'codes'],
    ['/fr-ca/cart/update', 'codes'],
  ])('takes %s of the theme for a change of %s', (path, signal) => {
    const { show, signals } = watchTheme()
    show(path)
    expect(signals).toEqual([signal])
  })

  it.each(['/cart.js', '/cart', '/cart/addresses', '/cdn/shop/cart.js', '/discount/A', '/a.png'])(
    'takes %s for no change',
    (path) => {
      const { show, signals } = watchTheme()
      show(path, path)
      expect(signals).toEqual([])
    },
  )

  it('skips each write of ours once, and no other', async () => {
    const { shop, show, signals } = watchTheme()
    await shop.write?.({ codes: ['A'] })
    await shop.write?.({ codes: ['A', 'B'] })
    show('/cart/update.js')
    expect(signals).toEqual([])
    show('/cart/update.js', '/cart/update.js', '/cart/add.js')
    expect(signals).toEqual(['codes', 'items'])
  })

  it('tells of the theme’s write of another locale while one of ours is on its way', async () => {
    const { shop, show, signals } = watchTheme({ Shopify: { routes: { root: '/fr/' } } })
    await shop.write?.({ codes: ['A'] })
    show('/cart/update.js')
    expect(signals).toEqual(['codes'])
    show('/fr/cart/update.js')
    expect(signals).toEqual(['codes'])
  })

  it('tells of the theme’s write after one of ours that was never sent', async () => {
    const { fetch, shop, show, signals } = watchTheme()
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await expect(shop.write?.({ codes: ['A'] })).rejects.toMatchObject({ code: 'OFFLINE' })
    show('/cart/update.js')
    expect(signals).toEqual(['codes'])
  })

  it('tells of nothing after reads and visits of ours', async () => {
    const { shop, show, signals } = watchTheme()
    await shop.read?.()
    await shop.visit?.(['A'])
    show('/cart.js', '/discount/A?redirect=%2Fcart.js')
    expect(signals).toEqual([])
  })

  it('goes without resource timing where there is none', () => {
    expect(() => watchTheme({ PerformanceObserver: undefined })).not.toThrow()
  })
})

describe('ajaxCart().watch events', () => {
  it.each(['shopify:cart:discount-update', 'discount:update'])(
    'knows at %s that codes are being set, and when they are',
    async (name) => {
      const { signals } = watchTheme()
      let done: (value?: unknown) => void = () => undefined
      dispatch(name, { promise: new Promise((resolve) => (done = resolve)) })
      await settle()
      expect(signals).toEqual(['starting'])
      done()
      await settle()
      expect(signals).toEqual(['starting', 'codes'])
    },
  )

  it.each(['shopify:cart:lines-update', 'cart:update'])(
    'knows when the items of %s are set',
    async (name) => {
      const { signals } = watchTheme()
      dispatch(name, { promise: Promise.resolve() })
      await settle()
      expect(signals).toEqual(['items'])
    },
  )

  it('looks as well where the operation failed, and where no promise came', async () => {
    const { signals } = watchTheme()
    dispatch('shopify:cart:discount-update', { promise: Promise.reject(new Error('sold out')) })
    dispatch('cart:update')
    await settle()
    expect([...signals].sort()).toEqual(['codes', 'items', 'starting'])
  })

  it('does not answer events of ours', async () => {
    const { shop, signals } = watchTheme({ Theme: { routes: {} } })
    const cart = await shop.read?.()
    if (cart) shop.refresh?.(cart)
    await settle()
    expect(signals).toEqual([])
    dispatch('cart:update', { detail: { sourceId: 'theirs' } })
    await settle()
    expect(signals).toEqual(['items'])
  })
})

describe('ajaxCart().watch stopped', () => {
  it('tells nothing any more', async () => {
    const { observers, show, signals, stop } = watchTheme()
    expect(observers.size).toBe(1)
    stop()
    expect(observers.size).toBe(0)
    show('/cart/add.js')
    dispatch('shopify:cart:discount-update')
    dispatch('cart:update')
    await settle()
    expect(signals).toEqual([])
  })
})
