import { expect, it } from 'vitest'

import { stackingRules } from '../../src/grant/stacking.js'
import type { CartChange } from '../../src/types.js'
import { openContest } from './open-contest.js'
import { openSync } from './open-sync.js'

it('a code that the shop drops as a page is left in its first write is not taken for removed', async () => {
  const { browser, open, shop, sync } = openContest({
    codes: ['OLD20'],
    shop: { dropsSilently: true },
  })
  await sync.check()
  const write = async (change: CartChange) => {
    await shop.platform.write?.(change)
    return new Promise<never>(() => undefined)
  }
  const left = openSync({ ...shop.platform, write }, browser, { rule: stackingRules.best })
  left.grant('NEW10')
  void left.check()
  await expect.poll(() => shop.current()?.codes).toEqual(['NEW10'])
  const next = open()
  await next.check()
  expect(next.status('OLD20')).toBe('applied')
  expect(shop.current()?.codes).toEqual(['OLD20'])
})
