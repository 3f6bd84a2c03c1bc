import { expect, it } from 'vitest'

import { stackingRules } from '../../src/grant/stacking.js'
import { openContest } from './open-contest.js'

it('a page view costs nothing where all but one code are over, whatever came into the cart', async () => {
  const { browser, open, shop, sync } = openContest()
  await sync.check()
  sync.end('NEW10', 'expired')
  browser.clock.now += 60_000
  shop.theme.addItem()
  await sync.check('items')
  const sent = shop.requests.length
  browser.clock.now += 60_000
  await open().check()
  await open().check()
  expect(shop.requests).toHaveLength(sent)
})

it('one code alone is never weighed', async () => {
  const { browser, open, shop, sync } = openContest({ codes: ['OLD20'] })
  await sync.check()
  browser.clock.now += 60_000
  shop.theme.addItem()
  await sync.check('items')
  expect(browser.seen.read().weighed).toBeUndefined()
  const sent = shop.requests.length
  browser.clock.now += 60_000
  await open().check()
  expect(shop.requests).toHaveLength(sent)
})

it('codes of one link are written once where the rule does not leave it to the cart', async () => {
  const { shop, sync } = openContest({ rule: stackingRules.last })
  await sync.check()
  expect(shop.writtenCodes()).toEqual([['NEW10', 'OLD20']])
})

it('nothing is tried on a cart that does not say its codes', async () => {
  const { shop, sync } = openContest({ shop: { saysCodes: false } })
  await sync.check()
  await sync.check('items')
  expect(shop.writes()).toHaveLength(1)
  expect(sync.errors).toEqual([])
})

it('the theme draws the cart once where the first list was the best', async () => {
  const drawn: unknown[] = []
  const contest = openContest({ codes: ['OLD20', 'EXTRA5'] })
  Object.assign(contest.shop.platform, { refresh: (cart: unknown) => drawn.push(cart) })
  await contest.open().check()
  expect(drawn).toHaveLength(1)
})
