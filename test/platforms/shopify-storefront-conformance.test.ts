// @vitest-environment jsdom
import type { Coupon } from '../support/storefront-api/coupon.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import type { ShopUnderTest } from './conformance.js'
import { conformsToPlatform } from './conformance.js'

const DAY = 86_400_000

const seed = (now: number): readonly Coupon[] => [
  { code: 'CREATOR20', percent: 20 },
  { code: 'EXTRA10', percent: 10 },
  { code: 'EXPIRED', percent: 10, endsAt: now - DAY },
  { code: 'FUTURE', percent: 10, startsAt: now + 5 * DAY },
  { code: 'ONCE', percent: 10, isUsedUp: true },
  { code: 'MIN100', percent: 10, minimum: 10_000 },
  { code: 'SOLO30', percent: 30, combines: false },
]

const open = async (): Promise<ShopUnderTest> => {
  const { api, app, browser, platform } = await openHeadlessShop({ coupons: seed(Date.now()) })
  return {
    ...app,
    platform,
    endCode: (code) => {
      const at = api.coupons.findIndex((coupon) => coupon.code === code)
      const [coupon] = api.coupons.splice(at, 1)
      if (coupon) api.coupons.push({ ...coupon, endsAt: Date.now() })
      return Promise.resolve()
    },
    loseCart: () => {
      api.carts.clear()
      return app.look()
    },
    fault: browser.fault,
    close: () => Promise.resolve(),
  }
}

conformsToPlatform('shopify-storefront', {
  open,
  capabilities: {
    multi: true,
    replacesOnApply: true,
    caseSensitive: false,
    emptyCartKeeps: false,
    typedErrors: true,
    attributes: true,
  },
  reasons: {
    unknown: 'DISCOUNT_NOT_FOUND',
    expired: 'DISCOUNT_CURRENTLY_INACTIVE',
    future: 'DISCOUNT_CURRENTLY_INACTIVE',
    limit: 'DISCOUNT_USAGE_LIMIT_REACHED',
    minimum: 'DISCOUNT_PURCHASE_NOT_IN_RANGE',
    // only a write tells reasons, and there is nothing to write
    died: 'UNKNOWN',
    beside: 'DISCOUNT_CODE_NOT_HONOURED',
  },
})
