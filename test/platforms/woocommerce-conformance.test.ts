// @vitest-environment jsdom
import { expect } from 'vitest'

import { openWooShopper } from '../support/woo-shop/open-woo-page.js'
import type { ConformanceOptions } from './conformance.js'
import { conformsToPlatform } from './conformance.js'

const options = (isHeadless: boolean): ConformanceOptions => ({
  open: async () => {
    const { endCode, loseCart, openPage, shop, ...shopper } = await openWooShopper({ isHeadless })
    return {
      ...shopper,
      platform: await openPage(),
      endCode: (code) => Promise.resolve(endCode(code)),
      loseCart: () => Promise.resolve(loseCart()),
      close: async () => {
        await shop.close()
        expect(shop.violations).toEqual([])
      },
    }
  },
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
    beside: 'DISCOUNT_CODE_NOT_HONOURED',
  },
})

conformsToPlatform('woocommerce, cookies', options(false))
conformsToPlatform('woocommerce, token', options(true))
