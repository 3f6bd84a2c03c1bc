// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { shopifyTheme } from '../../src/platforms/shopify-theme.js'
import type { CartSignal } from '../../src/types.js'
import { openTheme } from '../support/theme-view.js'

const open = (globals: Parameters<typeof openTheme>[0] = {}) => {
  const theme = openTheme(globals)
  const shop = shopifyTheme({ view: () => theme.view })
  const stopped = new AbortController()
  const signals: CartSignal[] = []
  shop.watch?.((signal) => signals.push(signal), stopped.signal)
  return { ...theme, shop, signals, stop: () => stopped.abort() }
}
/** Lets promises that are settled tell. */
const settle = () => new Promise((resolve) => void setTimeout(resolve))
const dispatch = (name: string, members: object = {}) =>
  document.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), members))

describe('shopifyTheme().watch requests', () => {
  it.each([
    ['/cart/add.js', 'items'],
    ['/cart/add', 'items'],
    ['/cart/change.js?line=1', 'items'],
    ['/cart/clear.js', 'items'],
    ['/cart/update.js', 'codes'],
    ['/fr-ca/cart/update', 'codes'],
  ])('takes %s of the theme for a change of %s', (path, signal) => {
    const { show, signals } = open()
    show(path)
    expect(signals).toEqual([signal])
  })

  it.each(['/cart.js', '/cart', '/cart/addresses', '/cdn/shop/cart.js', '/discount/A', '/a.png'])(
    'takes %s for no change',
    (path) => {
      const { show, signals } = open()
      show(path, path)
      expect(signals).toEqual([])
    },
  )

  it('skips each write of ours once, and no other', async () => {
    const { shop, show, signals } = open()
    await shop.write?.({ codes: ['A'] })
    await shop.write?.({ codes: ['A', 'B'] })
    show('/cart/update.js')
    expect(signals).toEqual([])
    show('/cart/update.js', '/cart/update.js', '/cart/add.js')
    expect(signals).toEqual(['codes', 'items'])
  })

  it('tells of the theme’s write of another locale while one of ours is on its way', async () => {
    const { shop, show, signals } = open({ Shopify: { routes: { root: '/fr/' } } })
    await shop.write?.({ codes: ['A'] })
    show('/cart/update.js')
    expect(signals).toEqual(['codes'])
    show('/fr/cart/update.js')
    expect(signals).toEqual(['codes'])
  })

  it('tells of nothing after reads and visits of ours', async () => {
    const { shop, show, signals } = open()
    await shop.read?.()
    await shop.visit?.(['A'])
    show('/cart.js', '/discount/A?redirect=%2Fcart.js')
    expect(signals).toEqual([])
  })

  it('goes without resource timing where there is none', () => {
    expect(() => open({ PerformanceObserver: undefined })).not.toThrow()
  })
})

describe('shopifyTheme().watch events', () => {
  it.each(['shopify:cart:discount-update', 'discount:update'])(
    'knows at %s that codes are being set, and when they are',
    async (name) => {
      const { signals } = open()
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
      const { signals } = open()
      dispatch(name, { promise: Promise.resolve() })
      await settle()
      expect(signals).toEqual(['items'])
    },
  )

  it('looks as well where the operation failed, and where no promise came', async () => {
    const { signals } = open()
    dispatch('shopify:cart:discount-update', { promise: Promise.reject(new Error('sold out')) })
    dispatch('cart:update')
    await settle()
    expect([...signals].sort()).toEqual(['codes', 'items', 'starting'])
  })

  it('does not answer events of ours', async () => {
    const { shop, signals } = open({ Theme: { routes: {} } })
    const cart = await shop.read?.()
    if (cart) shop.refresh?.(cart)
    await settle()
    expect(signals).toEqual([])
    dispatch('cart:update', { detail: { sourceId: 'theirs' } })
    await settle()
    expect(signals).toEqual(['items'])
  })
})

describe('shopifyTheme().watch leaving', () => {
  beforeEach(() => {
    document.body.replaceChildren()
  })

  const put = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.body.append(element)
    return element
  }

  it.each([
    ['/cart/add', ['leaving']],
    ['/fr/cart/add', ['leaving']],
    ['/cart', ['leaving']],
    ['/search', []],
    ['/cartoons', []],
  ])('knows a plain form to %s', (action, expected) => {
    const { signals } = open()
    const form = put('form', { action, method: 'post' }) as HTMLFormElement
    form.dispatchEvent(new Event('formdata', { bubbles: true }))
    expect(signals).toEqual(expected)
  })

  it.each([
    ['/cart/change?line=1&quantity=0', ['leaving']],
    ['/cart/clear', ['leaving']],
    ['/cart/123:1', []],
    ['/cart', []],
    ['/products/cart', []],
  ])('knows a plain link to %s', (href, expected) => {
    const { signals } = open()
    const link = put('a', { href })
    link.addEventListener('click', (event) => event.preventDefault())
    const inner = document.createElement('span')
    link.append(inner)
    inner.click()
    expect(signals).toEqual(expected)
  })

  it('tells nothing of clicks elsewhere and of forms without an action', () => {
    const { signals } = open()
    put('button', { type: 'button' }).click()
    put('form', {}).dispatchEvent(new Event('formdata', { bubbles: true }))
    document.dispatchEvent(new Event('click'))
    expect(signals).toEqual([])
  })
})

describe('shopifyTheme().watch stopped', () => {
  it('tells nothing any more', async () => {
    const { observers, show, signals, stop } = open()
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
