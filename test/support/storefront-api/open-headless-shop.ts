import type { ShopifyStorefrontOptions } from '../../../src/platforms/shopify-storefront.js'
import { shopifyStorefront } from '../../../src/platforms/shopify-storefront.js'
import { openBrowser } from '../open-browser.js'
import { openHeadlessApp } from './open-headless-app.js'
import type { StorefrontApiOptions } from './open-storefront-api.js'
import { openStorefrontApi } from './open-storefront-api.js'

export const ORIGIN = 'https://shop.example'

type View = NonNullable<ShopifyStorefrontOptions['view']>

/** A headless shop whose own server passes the API on, as Hydrogen's does, seen by one shopper. */
export const openHeadlessShop = async (
  shop: StorefrontApiOptions = {},
  options: ShopifyStorefrontOptions = {},
) => {
  const api = openStorefrontApi(shop)
  const browser = openBrowser(ORIGIN, (url, init = {}) =>
    api.fetch(new URL(url instanceof Request ? url.url : url), init),
  )
  const app = openHeadlessApp(browser.request)
  const view = (() => browser.view) as unknown as View
  const platform = await shopifyStorefront({ cartId: app.cartId, view, ...options }).load()
  return { api, app, browser, platform }
}
