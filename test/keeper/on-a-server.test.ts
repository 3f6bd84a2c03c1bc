import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { DiscountKeeper } from '../../src/index.js'
import { createDiscountKeeper } from '../../src/index.js'
import { shopifyTheme } from '../../src/platforms/shopify-theme.js'
import { openShop } from '../support/fake-shop/open-shop.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe.each([
  ['generic', () => undefined],
  ['shopify-theme', () => shopifyTheme()],
  ['any other', () => openShop().platform],
])('on a server, with the platform %s', (_, platform) => {
  const open = () => {
    const keeper = createDiscountKeeper({ platform: platform() })
    const errors: string[] = []
    keeper.on('error', ({ error }) => errors.push(error.message))
    return { errors, keeper }
  }

  it.each([
    ['apply', (keeper: DiscountKeeper) => keeper.apply('SAVE10')],
    ['remove', (keeper: DiscountKeeper) => keeper.remove('SAVE10')],
    ['consume', (keeper: DiscountKeeper) => keeper.consume({ orderId: '#1' })],
  ] as const)('%s resolves, reports nothing and leaves no timer', async (__, call) => {
    const { errors, keeper } = open()
    await call(keeper)
    expect(errors).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
