// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'

import type {
  UpdateCart,
  UpdateCartAnswer,
} from '../../src/platforms/shopify-theme/shopify-window.js'
import type { Cart } from '../../src/types.js'
import { json, rawCart } from '../support/theme-view.js'
import { watchTheme } from '../support/watch-theme.js'

const codes = ['SAVE10', 'NOPE']
const raw = rawCart({
  discount_codes: [
    { code: 'SAVE10', applicable: true },
    { code: 'NOPE', applicable: false },
  ],
  total_discount: 200,
})

interface ThemeOptions {
  /** What the theme's action does. */
  readonly update?: (
    ...asked: Parameters<UpdateCart>
  ) => UpdateCartAnswer | Promise<UpdateCartAnswer>
  /** @default () => false */
  readonly isDefault?: (() => boolean) | undefined
  readonly readyState?: DocumentReadyState
  readonly globals?: object
}

/** Lets promises that are settled tell. */
const settle = () => new Promise((resolve) => void setTimeout(resolve))

/** A theme with an action, on which the shopper has changed the cart. */
const open = ({ globals, isDefault = () => false, update, ...page }: ThemeOptions = {}) => {
  let { readyState = 'complete' } = page
  const updateCart = vi.fn(async (...asked: Parameters<UpdateCart>) => update?.(...asked) ?? {})
  const readable = Object.create(document, {
    readyState: { get: () => readyState },
    addEventListener: { value: document.addEventListener.bind(document) },
    dispatchEvent: { value: document.dispatchEvent.bind(document) },
    cookie: { value: '' },
  }) as Document
  const theme = watchTheme({
    Shopify: { actions: { updateCart: Object.assign(updateCart, { isDefault }) } },
    document: readable,
    performance: { now: () => 100 },
    ...globals,
  })
  theme.fetch.mockImplementation(() => Promise.resolve(json(raw)))
  theme.show('/cart/add.js')
  theme.signals.splice(0)
  const sent = () => theme.requests().map(({ body, url }) => [url.split('example')[1], body])
  const setReadyState = (next: DocumentReadyState): void => {
    readyState = next
  }
  return { ...theme, sent, setReadyState, updateCart }
}

const AJAX = [['/cart/update.js', { discount: 'SAVE10,NOPE' }]]

afterEach(() => {
  vi.useRealTimers()
})

describe('ajaxCart() on a theme with an action of its own', () => {
  it('has it set the whole list, once, and reads the truth from the shop', async () => {
    const { sent, shop, updateCart } = open()
    const cart = await shop.write?.({ codes })
    expect(updateCart.mock.calls.map(([change]) => change)).toEqual([{ discountCodes: codes }])
    expect(sent()).toEqual([['/cart.js', undefined]])
    expect(cart).toMatchObject({ discount: 200, codes: [{ applicable: true }, {}] })
  })

  it('sends attributes to the shop itself, whose answer is the truth', async () => {
    const { sent, shop, updateCart } = open()
    await shop.write?.({ codes, attributes: { 'cc-ref': 'amy' } })
    expect(updateCart).toHaveBeenCalledTimes(1)
    expect(sent()).toEqual([['/cart/update.js', { attributes: { 'cc-ref': 'amy' } }]])
  })

  it('needs no action for attributes alone', async () => {
    const { sent, shop, updateCart } = open()
    await shop.write?.({ attributes: { 'cc-ref': 'amy' } })
    expect(updateCart).not.toHaveBeenCalled()
    expect(sent()).toEqual([['/cart/update.js', { attributes: { 'cc-ref': 'amy' } }]])
  })

  it('does so once for each change of the shopper’s: trials redraw nothing', async () => {
    const { sent, shop, show, updateCart } = open()
    await shop.write?.({ codes })
    await shop.write?.({ codes })
    expect(updateCart).toHaveBeenCalledTimes(1)
    expect(sent()).toEqual([['/cart.js', undefined], ...AJAX])
    show('/cart/change.js')
    await shop.write?.({ codes })
    expect(updateCart).toHaveBeenCalledTimes(2)
  })

  it('does not before the shopper has changed anything: a landing costs two requests', async () => {
    const updateCart = vi.fn(() => Promise.resolve({}))
    const fresh = watchTheme({
      Shopify: { actions: { updateCart: Object.assign(updateCart, { isDefault: () => false }) } },
    })
    await fresh.shop.read?.()
    await fresh.shop.write?.({ codes })
    expect(updateCart).not.toHaveBeenCalled()
    expect(fresh.requests().map(({ url }) => url.split('example')[1])).toEqual([
      '/cart.js',
      '/cart/update.js',
    ])
  })
})

describe('ajaxCart() leaves an action alone', () => {
  it.each<[string, ThemeOptions]>([
    ['that is the default one, which may reload the page', { isDefault: () => true }],
    ['that does not say', { globals: { Shopify: { actions: { updateCart: vi.fn() } } } }],
    [
      'that cannot say',
      {
        isDefault: () => {
          throw new TypeError('theme')
        },
      },
    ],
    ['before the page is read', { readyState: 'loading' }],
    ['where there is none', { globals: { Shopify: { actions: {} } } }],
  ])('%s', async (_, options) => {
    const { sent, shop, updateCart } = open(options)
    await shop.write?.({ codes })
    expect(updateCart).not.toHaveBeenCalled()
    expect(sent()).toEqual(AJAX)
  })
})

describe('ajaxCart() on a page that is being read', () => {
  it('asks the action as soon as the page is read', async () => {
    const { setReadyState, shop, show, updateCart } = open({ readyState: 'loading' })
    await shop.write?.({ codes })
    expect(updateCart).not.toHaveBeenCalled()
    setReadyState('interactive')
    show('/cart/add.js')
    await shop.write?.({ codes })
    expect(updateCart).toHaveBeenCalledTimes(1)
  })
})

describe('ajaxCart() asks the shop itself, and the action no more, where the action', () => {
  const failing = async (options: ThemeOptions) => {
    const theme = open(options)
    await theme.shop.write?.({ codes })
    expect(theme.sent()).toEqual(AJAX)
    theme.show('/cart/add.js')
    await theme.shop.write?.({ codes })
    expect(theme.updateCart).toHaveBeenCalledTimes(1)
  }

  it('refuses the change', async () => {
    expect.hasAssertions()
    await failing({ update: () => ({ userErrors: [{ message: 'no' }] }) })
  })

  it('rejects', async () => {
    expect.hasAssertions()
    await failing({ update: () => Promise.reject(new TypeError('Failed to fetch')) })
  })

  it.each([[undefined], [null], ['done'], [{ warnings: 'none' }]])('answers %j', async (answer) => {
    const updateCart = vi.fn(() => Promise.resolve(answer as never))
    const Shopify = {
      actions: { updateCart: Object.assign(updateCart, { isDefault: () => false }) },
    }
    const { shop } = open({ globals: { Shopify } })
    // whatever that means, the shop has the last word
    await expect(shop.write?.({ codes })).resolves.toMatchObject({ discount: 200 })
  })

  it.each([
    ['nothing', []],
    ['half of it', [{ code: 'SAVE10', applicable: true }]],
    ['more than that', [...codes, 'OLD'].map((code) => ({ code, applicable: true }))],
    ['something else', ['SAVE10', 'OLD'].map((code) => ({ code, applicable: true }))],
  ])('says that it is done and did %s', async (_, listed) => {
    const publish = vi.fn()
    const { fetch, sent, shop, show, updateCart } = open({ globals: { publish } })
    fetch.mockImplementationOnce(() => Promise.resolve(json(rawCart({ discount_codes: listed }))))
    const cart = await shop.write?.({ codes })
    expect(cart?.discount).toBe(200)
    expect(sent()).toEqual([['/cart.js', undefined], ...AJAX])
    if (cart) shop.refresh?.(cart)
    expect(publish).toHaveBeenCalledTimes(1)
    show('/cart/add.js')
    await shop.write?.({ codes })
    expect(updateCart).toHaveBeenCalledTimes(1)
  })

  it('throws', async () => {
    const updateCart = vi.fn(() => {
      throw new TypeError('theme')
    })
    const Shopify = {
      actions: { updateCart: Object.assign(updateCart, { isDefault: () => false }) },
    }
    const { sent, shop } = open({ globals: { Shopify } })
    await shop.write?.({ codes })
    expect(sent()).toEqual(AJAX)
  })

  it('hangs, and tells it to give up', async () => {
    vi.useFakeTimers()
    const { sent, shop, updateCart } = open({ update: () => new Promise(() => undefined) })
    const written = shop.write?.({ codes })
    await vi.advanceTimersByTimeAsync(4999)
    expect(sent()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await written
    expect(sent()).toEqual(AJAX)
    expect(updateCart.mock.calls[0]?.[1].signal.aborted).toBe(true)
    await vi.runAllTimersAsync()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('ajaxCart() takes a reason', () => {
  const reasons = (cart: Cart | undefined) => cart?.codes?.map(({ reason }) => reason)
  const warned = (...warnings: readonly object[]): ThemeOptions => ({
    update: () => ({ warnings }),
  })

  it('from a warning, for the one code that takes no effect, and keeps it', async () => {
    const { shop } = open(warned({ code: 'DISCOUNT_NOT_FOUND' }, { code: 'MERCHANDISE' }, {}))
    const expected = [undefined, 'DISCOUNT_NOT_FOUND']
    expect(reasons(await shop.write?.({ codes }))).toEqual(expected)
    expect(reasons(await shop.read?.())).toEqual(expected)
  })

  it('for none where it could be another', async () => {
    const both = open(
      warned({ code: 'DISCOUNT_NOT_FOUND' }, { code: 'DISCOUNT_CURRENTLY_INACTIVE' }),
    )
    expect(reasons(await both.shop.write?.({ codes }))).toEqual([undefined, undefined])
    const { fetch, shop } = open(warned({ code: 'DISCOUNT_NOT_FOUND' }))
    const listed = codes.map((code) => ({ code, applicable: false }))
    fetch.mockImplementation(() => Promise.resolve(json(rawCart({ discount_codes: listed }))))
    expect(reasons(await shop.write?.({ codes }))).toEqual([undefined, undefined])
  })
})

describe('ajaxCart().watch does not hear', () => {
  const announce = (discountCodes: readonly string[], members: object = {}) =>
    document.dispatchEvent(
      Object.assign(new Event('shopify:cart:discount-update', { bubbles: true }), {
        context: 'standard-action',
        discountCodes: discountCodes.map((code) => ({ code })),
        promise: Promise.resolve(),
        ...members,
      }),
    )

  it('what the theme announces as it does what we asked, as it begins or when it is done', async () => {
    const { shop, signals } = open({
      update: () => {
        announce(codes)
        queueMicrotask(() => announce(codes))
        return {}
      },
    })
    await shop.write?.({ codes })
    announce(codes)
    await settle()
    expect(signals).toEqual([])
  })

  it('events that carry our mark', async () => {
    const { shop, signals, updateCart } = open()
    await shop.write?.({ codes })
    const { event } = updateCart.mock.calls[0]![1]
    await settle()
    announce(['OTHER'], event)
    await settle()
    expect(signals).toEqual([])
  })

  it('but another app’s action, at the same time and later', async () => {
    const { shop, signals } = open({
      update: () => {
        announce(['THEIRS'])
        return {}
      },
    })
    await shop.write?.({ codes })
    await settle()
    expect(signals).toEqual(['starting', 'codes'])
    announce(codes)
    await settle()
    expect(signals).toEqual(['starting', 'codes', 'starting', 'codes'])
  })

  it('but the shopper, who sets the same codes at the same time', async () => {
    const { shop, signals } = open({
      update: () => {
        announce(codes, { context: 'cart' })
        return {}
      },
    })
    await shop.write?.({ codes })
    await settle()
    expect(signals).toEqual(['starting', 'codes'])
  })

  it('the requests that the theme sent for us, but any other', async () => {
    let now = 100
    const { shop, showAt, signals } = open({
      globals: { performance: { now: () => now } },
      update: () => {
        now = 200
        return {}
      },
    })
    await shop.write?.({ codes })
    showAt('/cart/update', 120, 180)
    expect(signals).toEqual([])
    showAt('/cart/update', 90, 180)
    showAt('/cart/change', 150, 210)
    expect(signals).toEqual(['codes', 'items'])
  })

  it.each([
    ['shopify:cart:attributes-update', ['items']],
    ['shopify:cart:note-update', []],
    ['shopify:cart:error', []],
    ['shopify:cart:view', []],
  ])('%s, unless it may have touched our attributes', async (name, expected) => {
    const { signals } = open()
    document.dispatchEvent(new Event(name, { bubbles: true }))
    await settle()
    expect(signals).toEqual(expected)
  })
})

describe('ajaxCart().refresh', () => {
  it('leaves the theme to redraw what it did itself, and only that', async () => {
    const publish = vi.fn()
    const { shop } = open({ globals: { publish } })
    const drawn = await shop.write?.({ codes })
    if (drawn) shop.refresh?.(drawn)
    expect(publish).not.toHaveBeenCalled()
    const again = await shop.write?.({ codes })
    if (again) shop.refresh?.(again)
    expect(publish).toHaveBeenCalledTimes(1)
  })

  it('redraws what the shop did after the action failed', async () => {
    const publish = vi.fn()
    const { shop } = open({
      globals: { publish },
      update: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    const cart = await shop.write?.({ codes })
    if (cart) shop.refresh?.(cart)
    expect(publish).toHaveBeenCalledTimes(1)
  })
})
