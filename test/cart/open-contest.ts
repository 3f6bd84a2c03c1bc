import { stackingRules } from '../../src/grant/stacking.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import type { FakeShopOptions } from '../support/fake-shop/shop-types.js'
import type { OpenSyncOptions } from './open-sync.js'
import { openBrowser, openSync } from './open-sync.js'

/** Two that do not combine, the older one worth more, and one that goes with both. */
export const COUPONS = {
  OLD20: { percent: 20, not: ['NEW10'] },
  NEW10: { percent: 10, not: ['OLD20'] },
  EXTRA5: { percent: 5 },
  OWN7: { percent: 7 },
}

export interface OpenContestOptions extends OpenSyncOptions {
  readonly shop?: Partial<FakeShopOptions>
  readonly codes?: readonly string[]
}

/** A cart with one item, and a link after the other that nothing was asked of the shop for yet. */
export const openContest = (options: OpenContestOptions = {}) => {
  const { codes = ['OLD20', 'NEW10'], rule = stackingRules.best } = options
  // as the shop of most pages: it names no reasons
  const shop = openShop({ coupons: COUPONS, saysReasons: false, ...options.shop })
  const browser = openBrowser()
  const open = (more: OpenSyncOptions = {}) =>
    openSync(shop.platform, browser, { rule, ...options, ...more })
  const sync = open()
  shop.theme.addItem()
  for (const code of codes) sync.grant(code)
  return { browser, open, shop, sync }
}
