import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openSync } from './open-sync.js'

describe('a shop that does not say its codes', () => {
  it('rule 2 does not write over a code list that it cannot read', async () => {
    const shop = openShop({ saysCodes: false })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    shop.theme.typeCode('OWN7')
    await sync.check('codes')
    expect(shop.current()?.codes).toContain('OWN7')
  })

  it('rule 3 writes once to a shop that does not say its codes', async () => {
    const shop = openShop({ saysCodes: false })
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    await sync.check('items')
    expect(shop.writes().length).toBeLessThanOrEqual(1)
  })

  it.each(['some', false] as const)(
    'rule 4 writes what it could not write to the empty cart, where answers say codes: %s',
    async (saysCodes) => {
      const shop = openShop({ saysCodes, hasVisit: false })
      const sync = openSync(shop.platform)
      shop.makeCart()
      sync.grant()
      await sync.check()
      shop.theme.addItem()
      await sync.check('items')
      expect(shop.current()?.codes).toEqual(['SAVE10'])
      await sync.check('items')
      expect(shop.writes()).toHaveLength(1)
    },
  )
})
