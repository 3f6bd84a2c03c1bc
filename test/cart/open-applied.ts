import type { FakeShopOptions } from '../support/fake-shop/shop-types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowser, openSync } from './open-sync.js'

/** A cart with one item and our code on it. */
export const openApplied = async (options: Partial<FakeShopOptions> = {}) => {
  const shop = openShop(options)
  const browser = openBrowser()
  const sync = openSync(shop.platform, browser)
  shop.theme.addItem()
  sync.grant()
  await sync.check()
  return { browser, shop, sync }
}
