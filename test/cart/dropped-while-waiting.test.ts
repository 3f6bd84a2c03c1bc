import { describe, expect, it } from 'vitest'

import { openApplied } from './open-applied.js'

const SIGNALS = ['codes', 'items', undefined] as const

describe('a waiting code that something drops again and again', () => {
  it('is not put back while the same things are in the cart', async () => {
    const { shop, sync } = await openApplied({ coupons: { SAVE10: { minimum: 9000 } } })
    expect(shop.writes()).toHaveLength(1)
    for (let round = 0; round < 5; round++) {
      shop.theme.setCodes([])
      for (const signal of SIGNALS) await sync.check(signal)
    }
    expect(shop.writes()).toHaveLength(1)
    expect(sync.status()).toBe('waiting')
  })

  it('is put back once each time the items change', async () => {
    const coupons = { SAVE10: { minimum: 4000 } }
    const { shop, sync } = await openApplied({ coupons, itemsDropCodes: true })
    for (const writes of [2, 3, 4]) {
      shop.theme.addItem()
      for (const signal of SIGNALS) {
        await sync.check(signal)
        if (sync.status() === 'waiting') shop.theme.setCodes([])
      }
      expect(shop.writes()).toHaveLength(writes)
    }
    expect(sync.status()).toBe('applied')
    expect(shop.current()?.codes).toEqual(['SAVE10'])
  })
})
