// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { woocommerce } from '../../../src/platforms/woocommerce.js'
import type { WooWindow } from '../../../src/platforms/woocommerce/woo-window.js'
import type { CartSignal } from '../../../src/types.js'
import { openTheme } from '../../support/theme-view.js'

const API = '/wp-json/wc/store/v1'

/** jQuery as far as it goes here: its events are none of the document's. */
const openJQuery = () => {
  const listeners = new Set<() => void>()
  const events: string[] = []
  const body = {
    on: vi.fn((_: string, listener: () => void) => listeners.add(listener)),
    off: vi.fn((_: string, listener: () => void) => listeners.delete(listener)),
    trigger: vi.fn((event: string) => events.push(event)),
  }
  return { body, events, fire: () => listeners.forEach((tell) => tell()), jQuery: () => body }
}

const open = async (globals: object = {}, options: object = {}) => {
  const { fetch, show, view } = openTheme()
  const target = new EventTarget()
  const page = Object.assign(view, {
    addEventListener: target.addEventListener.bind(target),
    dispatchEvent: vi.fn((event: Event) => target.dispatchEvent(event)),
    ...globals,
  }) as unknown as WooWindow
  const platform = await woocommerce({ view: () => page, ...options }).load()
  const signals: CartSignal[] = []
  const stopped = new AbortController()
  platform.watch?.((signal) => signals.push(signal), stopped.signal)
  const refresh = () => platform.refresh?.({ id: '', itemCount: 0, attributes: {}, discount: 0 })
  return { fetch, page, platform, refresh, show, signals, stop: () => stopped.abort() }
}

beforeEach(() => {
  document.body.replaceChildren()
})

const put = (name: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  document.body.append(element)
  return element
}

describe('woocommerce().watch', () => {
  it.each([
    [API + '/cart/apply-coupon', ['codes']],
    [API + '/cart/remove-coupon', ['codes']],
    [API + '/cart/coupons/save10', ['codes']],
    ['/?rest_route=/wc/store/v1/cart/apply-coupon', ['codes']],
    ['/shop/?wc-ajax=apply_coupon', ['codes']],
    ['/?wc-ajax=remove_coupon', ['codes']],
    [API + '/cart/add-item', ['items']],
    [API + '/cart/update-item', ['items']],
    [API + '/cart/items', ['items']],
    [API + '/cart/update-customer', ['items']],
    [API + '/checkout', ['items']],
    ['/?wc-ajax=add_to_cart', ['items']],
    ['/?wc-ajax=remove_from_cart', ['items']],
    ['/?wc-ajax=update_order_review', ['items']],
    [API + '/cart', []],
    [API + '/cart?_locale=user', []],
    [API + '/products/21', []],
    ['/?wc-ajax=get_refreshed_fragments', []],
    ['/cart/', []],
  ])('knows a request to %s', async (path, expected) => {
    const { show, signals } = await open()
    show(path)
    expect(signals).toEqual(expected)
  })

  it('has a batch of the blocks looked into', async () => {
    const { show, signals } = await open()
    vi.useFakeTimers()
    show(API + '/batch?_locale=site')
    vi.advanceTimersByTime(100)
    vi.useRealTimers()
    expect(signals).toEqual(['codes'])
  })

  it('knows our own writes from those of the storefront to the same address', async () => {
    const { fetch, platform, show, signals } = await open()
    const cart = { items_count: 1, coupons: [] }
    fetch.mockImplementation(() => Promise.resolve(Response.json(cart)))
    await platform.read?.()
    await platform.write?.({ codes: ['SAVE10'] })
    show(API + '/cart/apply-coupon')
    expect(signals).toEqual([])
    show(API + '/cart/apply-coupon')
    expect(signals).toEqual(['codes'])
  })

  it('takes the next write for the storefront’s after one of ours that nobody saw', async () => {
    const { fetch, platform, show, signals } = await open()
    const cart = { items_count: 1, coupons: [] }
    fetch.mockResolvedValueOnce(Response.json(cart)).mockRejectedValueOnce(new TypeError('no'))
    await platform.read?.()
    await platform.write?.({ codes: ['SAVE10'] }).catch(() => undefined)
    show(API + '/cart/apply-coupon')
    expect(signals).toEqual(['codes'])
  })

  it('takes it for the storefront’s, too, after an answer to ours that never ended', async () => {
    const { fetch, platform, show, signals } = await open()
    const cart = { items_count: 1, coupons: [] }
    fetch.mockResolvedValueOnce(Response.json(cart)).mockImplementationOnce((_, init) => {
      const body = new ReadableStream({
        start: (stream) => init?.signal?.addEventListener('abort', () => stream.error()),
      })
      return Promise.resolve(new Response(body))
    })
    await platform.read?.()
    vi.useFakeTimers()
    const failed = platform.write?.({ codes: ['SAVE10'] }).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()
    expect(await failed).toMatchObject({ code: 'OFFLINE' })
    show(API + '/cart/apply-coupon')
    expect(signals).toEqual(['codes'])
  })

  it.each(['wc-blocks_added_to_cart', 'wc-blocks_removed_from_cart'])(
    'hears %s, which may not bubble, until it is stopped',
    async (name) => {
      const { signals, stop } = await open()
      document.body.dispatchEvent(new CustomEvent(name))
      expect(signals).toEqual(['items'])
      stop()
      document.body.dispatchEvent(new CustomEvent(name))
      expect(signals).toEqual(['items'])
    },
  )

  it('hears the classic cart through jQuery, until it is stopped', async () => {
    const { body, fire, jQuery } = openJQuery()
    const { signals, stop } = await open({ jQuery })
    expect(body.on.mock.lastCall?.[0]).toBe('updated_wc_div wc_cart_emptied')
    fire()
    expect(signals).toEqual(['items'])
    stop()
    fire()
    expect(signals).toEqual(['items'])
  })

  it('hears the app, and lets go of it', async () => {
    const leave = vi.fn()
    const watch = vi.fn((changed: (signal: CartSignal) => void) => {
      changed('codes')
      return leave
    })
    const { signals, stop } = await open({}, { watch })
    expect(signals).toEqual(['codes'])
    expect(leave).not.toHaveBeenCalled()
    stop()
    expect(leave).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['/?add-to-cart=21', ['leaving']],
    ['/cart/?remove_item=3c59&_wpnonce=1', ['leaving']],
    ['/cart/?undo_item=3c59', ['leaving']],
    ['/cart/?remove_coupon=save10', ['leaving']],
    ['/checkout/', []],
    ['/?s=add-to-cart', []],
  ])('knows a plain link to %s', async (href, expected) => {
    const { signals } = await open()
    const link = put('a', { href })
    const inner = document.createElement('span')
    link.append(inner)
    window.addEventListener('click', (event) => event.preventDefault(), { once: true })
    inner.click()
    expect(signals).toEqual(expected)
  })

  it('leaves links alone that a script of the page has taken', async () => {
    const { signals } = await open()
    const link = put('a', { href: '/?add-to-cart=21' })
    link.addEventListener('click', (event) => event.preventDefault())
    link.click()
    document.dispatchEvent(new Event('click'))
    expect(signals).toEqual([])
  })

  it.each([
    ['add-to-cart', ['leaving']],
    ['update_cart', ['leaving']],
    ['apply_coupon', ['leaving']],
    ['s', []],
  ])('knows a plain form by its field %s', async (field, expected) => {
    const { signals } = await open()
    const event = Object.assign(new Event('formdata', { bubbles: true }), {
      formData: new Map([[field, '1']]),
    })
    put('form', {}).dispatchEvent(event)
    expect(signals).toEqual(expected)
  })
})

describe('woocommerce().refresh', () => {
  it('has the cart store of the blocks fetch again', async () => {
    const invalidateResolutionForStore = vi.fn()
    const dispatch = vi.fn(() => ({ invalidateResolutionForStore }))
    const { page, refresh } = await open({ wp: { data: { dispatch } } })
    refresh()
    expect(dispatch.mock.calls).toEqual([['wc/store/cart']])
    expect(invalidateResolutionForStore).toHaveBeenCalledTimes(1)
    expect(page.dispatchEvent).not.toHaveBeenCalled()
  })

  it.each([[{}], [{ wp: {} }], [{ wp: { data: { dispatch: () => undefined } } }]])(
    'speaks for that store where it is not there: %j',
    async (globals) => {
      const { page, refresh } = await open(globals)
      refresh()
      expect(vi.mocked(page.dispatchEvent).mock.lastCall?.[0]).toMatchObject({
        type: 'wc-blocks_store_sync_required',
        detail: { type: 'from_@wordpress/data' },
      })
    },
  )

  it('has classic carts drawn anew, and the cart page only where it has a form to draw', async () => {
    const { events, jQuery } = openJQuery()
    const { refresh } = await open({ jQuery })
    refresh()
    expect(events.splice(0)).toEqual(['wc_fragment_refresh', 'update_checkout'])
    put('form', { class: 'woocommerce-cart-form' })
    refresh()
    expect(events).toEqual(['wc_fragment_refresh', 'update_checkout', 'wc_update_cart'])
  })

  it('is not stopped by a subscriber that throws', async () => {
    const { body, jQuery } = openJQuery()
    const broken = () => {
      throw new TypeError('theirs')
    }
    body.trigger.mockImplementation(broken)
    const { refresh } = await open({ jQuery, dispatchEvent: broken })
    refresh()
    expect(body.trigger).toHaveBeenCalledTimes(2)
  })
})

describe('woocommerce()', () => {
  it('knows no address that takes codes to checkout', async () => {
    const { platform } = await open()
    for (const path of ['/checkout', '/checkout/', '/cart/', '', '/'])
      expect(platform.checkoutPath.test(path)).toBe(false)
  })
})
