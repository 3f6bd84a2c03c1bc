// @vitest-environment jsdom
import { expect } from 'vitest'

import type { WooCommerceOptions } from '../../src/platforms/woocommerce.js'
import { woocommerce } from '../../src/platforms/woocommerce.js'
import type { WooWindow } from '../../src/platforms/woocommerce/woo-window.js'
import { openBrowser } from '../support/open-browser.js'
import { openWooShop } from '../support/woo-shop/open-woo-shop.js'
import type { ConformanceOptions, ShopUnderTest } from './conformance.js'
import { conformsToPlatform } from './conformance.js'

const API = '/wp-json/wc/store/v1'

/** A shopper whose storefront proves itself by cookies and nonce, or by a token that it keeps. */
const openWith = (isHeadless: boolean) => async (): Promise<ShopUnderTest> => {
  const shop = await openWooShop()
  const { cookies, fault, request, view } = openBrowser(shop.url)
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
  const options: WooCommerceOptions = {
    endpoint: shop.url + API,
    view: () => view as unknown as WooWindow,
    ...(isHeadless && { cartToken: () => token }),
  }
  return {
    platform: await woocommerce(options).load(),
    addItem: async () => {
      // an app without a token asks for one first
      if (isHeadless && !token) await send('GET', '/cart')
      await send('POST', '/cart/add-item', { id: 21, quantity: 1 })
    },
    emptyCart: () => send('DELETE', '/cart/items'),
    typeCode: (code) => send('POST', '/cart/apply-coupon', { code }),
    dropCode: (code) => send('POST', '/cart/remove-coupon', { code }),
    endCode: (code) => {
      const coupon = shop.coupons.get(code.toLowerCase())
      if (coupon) coupon.isExpired = true
      return Promise.resolve()
    },
    loseCart: () => {
      shop.sessions.clear()
      cookies.clear()
      token = undefined
      return Promise.resolve()
    },
    fault,
    close: async () => {
      await shop.close()
      expect(shop.violations).toEqual([])
    },
  }
}

const options = (isHeadless: boolean): ConformanceOptions => ({
  open: openWith(isHeadless),
  capabilities: {
    multi: true,
    replacesOnApply: false,
    caseSensitive: false,
    emptyCartKeeps: isHeadless,
    typedErrors: false,
    attributes: true,
  },
  reasons: {
    unknown: 'UNKNOWN',
    expired: 'UNKNOWN',
    future: 'UNKNOWN',
    limit: 'UNKNOWN',
    minimum: 'UNKNOWN',
  },
})

conformsToPlatform('woocommerce, cookies', options(false))
conformsToPlatform('woocommerce, token', options(true))
