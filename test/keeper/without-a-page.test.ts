import { describe, expect, it } from 'vitest'

import { createDiscountKeeper } from '../../src/index.js'
import { shopifyTheme } from '../../src/platforms/shopify-theme.js'

describe.each([
  ['generic', undefined],
  ['shopify-theme', shopifyTheme()],
])('a keeper without a page, for %s', (_, platform) => {
  it('answers every member, and touches nothing', async () => {
    const before = Object.getOwnPropertyNames(globalThis)
    const keeper = createDiscountKeeper({ platform })
    const heard: string[] = []
    keeper.on('ready', () => heard.push('ready'))()
    await keeper.start()
    expect(keeper.grants).toEqual([])
    expect(keeper.ref).toBeUndefined()
    expect(await keeper.apply('<b>')).toMatchObject({ status: 'rejected' })
    expect(await keeper.apply('SAVE10')).toMatchObject({ status: 'held' })
    await keeper.remove('SAVE10')
    await keeper.consume({ orderId: '#1' })
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
    expect(keeper.link('https://shop.test/p')).toBe('https://shop.test/p')
    expect(keeper.inspect()).toMatchObject({ durability: 'memory', grants: [] })
    keeper.stop()
    expect(heard).toEqual([])
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(before)
  })
})
