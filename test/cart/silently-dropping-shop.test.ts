import { expect, it } from 'vitest'
import { openApplied } from './open-applied.js'
it('silent', async () => {
  const { shop, sync } = await openApplied({
    coupons: { SAVE10: { minimum: 9000 } },
    dropsSilently: true,
  })
  const n = [shop.writes().length]
  for (let i = 0; i < 5; i++) {
    await sync.check('items')
    n.push(shop.writes().length)
  }
  expect([sync.status(), ...n]).toEqual(['waiting', 1, 1, 1, 1, 1, 1])
})
