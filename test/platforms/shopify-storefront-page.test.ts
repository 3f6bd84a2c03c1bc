// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { createDiscountKeeper } from '../../src/index.js'
import { createKeeping } from '../../src/keeping.js'
import type { ShopifyStorefrontOptions } from '../../src/platforms/shopify-storefront.js'
import { shopifyStorefront } from '../../src/platforms/shopify-storefront.js'
import type { CartSignal } from '../../src/types.js'
import { openView } from '../keeper/open-view.js'
import { openHeadlessShop, ORIGIN } from '../support/storefront-api/open-headless-shop.js'

const watched = async (options: ShopifyStorefrontOptions = {}) => {
  const shop = await openHeadlessShop({}, options)
  const stopped = new AbortController()
  const signals: CartSignal[] = []
  shop.platform.watch?.((signal) => signals.push(signal), stopped.signal)
  return { ...shop, signals, stop: () => stopped.abort() }
}

describe('shopifyStorefront().watch', () => {
  it('tells of the app’s requests to the API, not of ours', async () => {
    const { app, platform, signals } = await watched()
    await app.addItem()
    expect(signals).toEqual(['codes'])
    await platform.read?.()
    await platform.write?.({ codes: ['A'], attributes: { 'cc-ref': 'amy' } })
    expect(signals).toEqual(['codes'])
    await app.typeCode('B')
    expect(signals.length).toBeGreaterThan(1)
  })

  it('tells of the app’s request after one of ours that was never sent', async () => {
    const { app, browser, platform, signals } = await watched({ cartId: () => 'x' })
    browser.fault('offline')
    await expect(platform.read?.()).rejects.toMatchObject({ code: 'OFFLINE' })
    browser.fault()
    await app.addItem()
    expect(signals).toEqual(['codes'])
  })

  it('is not put off by requests of ours from before it began', async () => {
    const shop = await openHeadlessShop({}, { cartId: () => 'x' })
    await shop.platform.read?.()
    const signals: CartSignal[] = []
    shop.platform.watch?.((signal) => signals.push(signal), new AbortController().signal)
    await shop.app.addItem()
    expect(signals).toEqual(['codes'])
  })

  it.each([
    ['/cart', true],
    ['/fr/cart.data', true],
    ['/api/cart?x=1', true],
    ['/cart/help', false],
    ['/cart.js', false],
    ['/products', false],
  ])('takes %s for a change of the cart: %s', async (path, isChange) => {
    const { browser, signals } = await watched()
    await browser.request(path)
    expect(signals).toEqual(isChange ? ['codes'] : [])
  })

  it('tells nothing any more once it is stopped', async () => {
    const { app, signals, stop } = await watched()
    stop()
    await app.addItem()
    expect(signals).toEqual([])
  })

  it('leaves it to the app where the app tells', async () => {
    const end = vi.fn()
    let changed = (): void => undefined
    const { app, signals, stop } = await watched({
      watch: (tell) => {
        changed = tell
        return end
      },
    })
    await app.addItem()
    expect(signals).toEqual([])
    changed()
    expect(signals).toEqual(['codes'])
    stop()
    expect(end).toHaveBeenCalledTimes(1)
  })
})

describe('shopifyStorefront() leads to checkout', () => {
  const arrive = async (url: string) => {
    const { view } = openView({ url })
    const platform = shopifyStorefront({ cartId: () => undefined, view: () => view })
    const keeper = createDiscountKeeper(
      { platform, stacking: 'combine', checkout: { origins: 'https://checkout.shop.example' } },
      { view, load: () => Promise.resolve({ createKeeping }) },
    )
    await keeper.start()
    return keeper
  }

  it.each([
    'https://checkout.shop.example/cart/c/hWN2a?key=5ecret&_cs=1&_s=2&_y=3',
    '/cart/c/hWN2a?key=5ecret',
    '/checkouts/cn/hWN2a/en-us?_s=2',
    '/fr/cart/c/hWN2a?key=5ecret',
  ])('with all codes on %s, and nothing of it lost', async (url) => {
    const keeper = await arrive('/?discount=SAVE10,EXTRA5')
    expect(keeper.checkoutUrl(url)).toMatch(/&discount=(SAVE10,EXTRA5|EXTRA5,SAVE10)$/)
    expect(keeper.checkoutUrl(url).startsWith(url + '&')).toBe(true)
    keeper.stop()
  })

  it.each(['/cart', '/products/c', 'https://other.example/cart/c/hWN2a?key=5ecret', ORIGIN])(
    'not by %s',
    async (url) => {
      const keeper = await arrive('/?discount=SAVE10')
      expect(keeper.checkoutUrl(url)).toBe(url)
      keeper.stop()
    },
  )
})

describe('shopifyStorefront()', () => {
  it('is named before anything of it is loaded, and hands carts to the app', async () => {
    const refresh = vi.fn()
    const { name } = shopifyStorefront({ refresh })
    expect(name).toBe('shopify-storefront')
    const { platform } = await openHeadlessShop({}, { refresh })
    expect([platform.name, platform.refresh]).toEqual([name, refresh])
  })
})
