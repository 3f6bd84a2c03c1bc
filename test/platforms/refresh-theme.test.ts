// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { ajaxCart } from '../../src/platforms/shopify-theme/ajax-cart.js'
import { rawCart, json, openTheme } from '../support/theme-view.js'

const codes = [{ code: 'SAVE10', applicable: true }]
const raw = rawCart({ discount_codes: codes })
const EVENTS = ['shopify:cart:discount-update', 'cart:update', 'cart-update']

/** A theme that was refreshed with the cart of the last answer, and the events that its document heard. */
const refreshed = async (globals: Parameters<typeof openTheme>[0]) => {
  const { fetch, view } = openTheme(globals)
  fetch.mockResolvedValue(json(raw))
  const shop = ajaxCart(() => view)
  const cart = await shop.read?.()
  const heard: Event[] = []
  const stopped = new AbortController()
  for (const name of EVENTS)
    document.addEventListener(name, (event) => heard.push(event), { signal: stopped.signal })
  if (cart) shop.refresh?.(cart)
  stopped.abort()
  return heard
}

describe('ajaxCart().refresh', () => {
  it('tells Horizon in its new way and in its old one', async () => {
    const [standard, old, ...others] = await refreshed({ Theme: { routes: {} } })
    expect(others).toEqual([])
    expect(standard).toMatchObject({
      type: 'shopify:cart:discount-update',
      bubbles: true,
      context: 'discount-keeper',
      discountCodes: codes,
    })
    const { promise } = standard as unknown as { readonly promise: Promise<unknown> }
    expect(await promise).toEqual({ cart: { discountCodes: codes } })
    expect(old).toMatchObject({
      type: 'cart:update',
      bubbles: true,
      detail: {
        resource: raw,
        sourceId: 'discount-keeper',
        data: { source: 'discount-keeper', itemCount: 1 },
      },
    })
  })

  it('tells Dawn through its own publish, with the cart as the shop sent it', async () => {
    const publish = vi.fn()
    expect(await refreshed({ publish })).toEqual([])
    expect(publish.mock.calls).toEqual([
      ['cart-update', { source: 'discount-keeper', cartData: raw }],
    ])
  })

  it('tells a theme that has an action of its own in the way of the standard', async () => {
    const updateCart = Object.assign(vi.fn(), { isDefault: () => false })
    const [standard, ...others] = await refreshed({ Shopify: { actions: { updateCart } } })
    expect(others).toEqual([])
    expect(standard).toMatchObject({
      type: 'shopify:cart:discount-update',
      context: 'discount-keeper',
      discountCodes: codes,
    })
    expect(updateCart).not.toHaveBeenCalled()
  })

  it.each([
    ['is the default one', () => true],
    [
      'cannot say',
      () => {
        throw new TypeError('theme')
      },
    ],
  ])('tells Dawn alone where the action %s', async (_, isDefault) => {
    const publish = vi.fn()
    const updateCart = Object.assign(vi.fn(), { isDefault })
    expect(await refreshed({ publish, Shopify: { actions: { updateCart } } })).toEqual([])
    expect(publish).toHaveBeenCalledTimes(1)
  })

  it('tells no theme it does not know', async () => {
    expect(await refreshed({})).toEqual([])
    expect(await refreshed({ Theme: {} })).toEqual([])
  })

  it('is not stopped by a subscriber of the theme that throws', async () => {
    const publish = vi.fn(() => {
      throw new TypeError('subscriber')
    })
    await refreshed({ publish })
    expect(publish).toHaveBeenCalledTimes(1)
  })

  it('tells nothing before the shop has answered', () => {
    const publish = vi.fn()
    const { view } = openTheme({ publish })
    ajaxCart(() => view).refresh?.({
      id: '',
      itemCount: 0,
      attributes: {},
      discount: 0,
    })
    expect(publish).not.toHaveBeenCalled()
  })
})
