import { expect, onTestFinished } from 'vitest'

import type { WooCommerceOptions } from '../../../src/platforms/woocommerce.js'
import { woocommerce } from '../../../src/platforms/woocommerce.js'
import type { WooWindow } from '../../../src/platforms/woocommerce/woo-window.js'
import { openBrowser } from '../open-browser.js'
import { openWooShop } from './open-woo-shop.js'

export const API = '/wp-json/wc/store/v1'

export interface WooPageOptions extends WooCommerceOptions {
  /** The storefront proves itself by a token that it keeps, not by cookies and nonce. */
  readonly isHeadless?: boolean
}

/** A shop and one shopper's browser: what the storefront sends there, and the platform on its pages. */
export const openWooShopper = async ({ isHeadless = false, ...more }: WooPageOptions = {}) => {
  const shop = await openWooShop()
  const browser = openBrowser(shop.url)
  const { cookies, request } = browser
  const page = { ...browser.view, localStorage, DOMParser }
  let token: string | undefined

  const send = async (method: string, path: string, body?: object): Promise<void> => {
    const response = await request(API + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(isHeadless ? token && { 'Cart-Token': token } : { Nonce: shop.nonce }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (isHeadless) token = response.headers.get('Cart-Token') ?? token
  }

  /** The platform of the next page of the same browser. */
  const openPage = (view: object = {}) =>
    woocommerce({
      endpoint: shop.url + API,
      view: () => Object.assign(new EventTarget(), page, view) as unknown as WooWindow,
      ...(isHeadless && { cartToken: () => token }),
      ...more,
    }).load()

  return {
    ...browser,
    shop,
    /** What the storefront sends. */
    send,
    openPage,
    addItem: async () => {
      // an app without a token asks for one first
      if (isHeadless && !token) await send('GET', '/cart')
      await send('POST', '/cart/add-item', { id: 21, quantity: 1 })
    },
    emptyCart: () => send('DELETE', '/cart/items'),
    typeCode: (code: string) => send('POST', '/cart/apply-coupon', { code }),
    dropCode: (code: string) => send('POST', '/cart/remove-coupon', { code }),
    order: () => send('POST', '/checkout', { billing_address: {}, payment_method: 'cod' }),
    endCode: (code: string) => {
      const coupon = shop.coupons.get(code.toLowerCase())
      if (coupon) coupon.isExpired = true
    },
    setToken: (next: string | undefined) => {
      token = next
    },
    loseCart: () => {
      shop.sessions.clear()
      cookies.clear()
      token = undefined
    },
    /** Codes on the shopper's cart, as the shop knows them. */
    codes: () => [...shop.sessions.values()].at(-1)?.coupons ?? [],
    /** What was asked of the shop since the last call of this. */
    asked: () =>
      shop.requests.splice(0).map(({ body, method, path }) => {
        const { code = '' } = body as { readonly code?: string }
        return `${method} ${path} ${code}`.trim()
      }),
  }
}

/** The same, for one test: with one page open, and strict about what no client may do. */
export const openWooTest = async (options: WooPageOptions = {}) => {
  const shopper = await openWooShopper(options)
  onTestFinished(async () => {
    await shopper.shop.close()
    expect(shopper.shop.violations).toEqual([])
    localStorage.clear()
  })
  const { cartId, read, refresh, watch, write, ...rest } = await shopper.openPage()
  if (!cartId || !read || !refresh || !watch || !write) throw new Error('Not a whole platform')
  return { ...shopper, ...rest, cartId, read, refresh, watch, write }
}
