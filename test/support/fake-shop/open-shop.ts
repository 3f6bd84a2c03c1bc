import { expect, onTestFinished } from 'vitest'

import type { CartChange } from '../../../src/types.js'
import { createFakeShop } from './fake-shop.js'
import type { FakeShopOptions, Tell } from './shop-types.js'
import { openTheme } from './theme.js'

/** The shop of one test, which fails if anyone does there what no keeper may; with one page open. */
export const openShop = (options: Partial<FakeShopOptions> = {}) => {
  const violations: string[] = []
  onTestFinished(() => expect(violations).toEqual([]))
  const coupons = { SAVE10: {}, EXTRA5: { percent: 5 }, OWN7: { percent: 7 } }
  const shop = createFakeShop({
    coupons,
    violated: (what) => violations.push(what),
    ...options,
  })
  const told = new Set<Tell>()
  const kinds = (): readonly string[] => shop.requests.map(({ kind }) => kind)
  const writes = (): readonly CartChange[] =>
    shop.requests.flatMap(({ change, kind }) => (kind === 'write' && change ? [change] : []))
  return {
    ...shop,
    kinds,
    writes,
    writtenCodes: () => writes().map(({ codes }) => codes),
    platform: shop.openPlatform(told),
    theme: openTheme(shop, told),
    /** Another page of the same browser. */
    openPage: () => {
      const others = new Set<Tell>()
      return { platform: shop.openPlatform(others), theme: openTheme(shop, others) }
    },
  }
}

export type OpenShop = ReturnType<typeof openShop>
