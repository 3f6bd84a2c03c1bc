import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { stackingRules } from '../../src/grant/stacking.js'
import { price } from '../support/fake-shop/coupon.js'
import { createFakeShop } from '../support/fake-shop/fake-shop.js'
import type { Fault } from '../support/fake-shop/shop-types.js'
import { openTheme } from '../support/fake-shop/theme.js'
import { openBrowser, openSync } from './open-sync.js'
import type { World } from './worlds.js'
import { HARD_WORLDS, OWN, worlds } from './worlds.js'

/** The same shops each time, unless more or others are asked for: `SHOP_SEED=$RANDOM SHOP_RUNS=5000`. */
const RUNS = Number(process.env['SHOP_RUNS'] ?? 200)
const SEED = Number(process.env['SHOP_SEED'] ?? 30)

/** One shopper in this world, who has followed all links. */
const openWorld = (world: World) => {
  const { coupons, conflicts, dropsSilently, items, links, own, saysReasons } = world
  const violations: string[] = []
  const shop = createFakeShop({
    coupons,
    conflicts,
    dropsSilently,
    saysReasons,
    violated: (what) => violations.push(what),
  })
  const theme = openTheme(shop, new Set())
  const browser = openBrowser()
  const open = () => openSync(shop.openPlatform(), browser, { rule: stackingRules.best })
  const sync = open()
  for (let at = 0; at < items; at++) theme.addItem()
  if (own === 'theme') theme.typeCode(OWN)
  if (own === 'keeper') sync.grant(OWN, { source: 'shopper' })
  const follow = (codes: readonly string[]) => {
    const grantedAt = browser.clock.now + 1000
    for (const code of codes) sync.grant(code, { grantedAt })
  }
  const total = (list: readonly string[]) => price({ coupons, conflicts }, items, list).total
  const typed = own === 'no' ? [] : [OWN]
  const newestFirst = (codes: readonly string[]) => [
    ...typed,
    ...[...links].reverse().flatMap((link) => link.filter((code) => codes.includes(code))),
  ]
  return {
    browser,
    follow,
    open,
    shop,
    sync,
    violations,
    typed,
    now: () => shop.tellCart().total ?? 0,
    /** What the cheapest of the documented candidates costs. */
    cheapest: () => {
      const codes = links.flat()
      const sets = [codes, ...links, ...codes.map((code) => [code])]
      // a shop that drops codes without a word may have dropped the shopper's own
      return dropsSilently ? Infinity : Math.min(...sets.map((set) => total(newestFirst(set))))
    },
  }
}

const keepsOwn = ({ shop, typed }: ReturnType<typeof openWorld>, { dropsSilently }: World) => {
  // what a shop itself has dropped, nobody knows of
  if (dropsSilently) return
  const lists = shop.requests.flatMap(({ change, kind }) =>
    kind === 'write' && change?.codes ? [change.codes] : [],
  )
  for (const codes of [...lists, shop.current()?.codes])
    expect(codes).toEqual(expect.arrayContaining(typed))
}

describe('best, in any shop', () => {
  it(
    'never costs more than before, nor than the cheapest candidate, and keeps the code of the shopper',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(worlds(3), async (world) => {
          const opened = openWorld(world)
          const { browser, cheapest, follow, now, open, shop, sync, violations } = opened
          for (const codes of world.links.slice(0, world.lookAfter)) follow(codes)
          await sync.check()
          const before = now()
          for (const codes of world.links.slice(world.lookAfter)) follow(codes)
          const sent = shop.requests.length
          await sync.check()
          expect(now()).toBeLessThanOrEqual(Math.min(before, cheapest()))
          expect(shop.requests.length - sent).toBeLessThanOrEqual(8)
          keepsOwn(opened, world)
          expect(violations).toEqual([])
          const settled = shop.requests.length
          browser.clock.now += 60_000
          await open().check()
          expect(shop.requests).toHaveLength(settled)
        }),
        { numRuns: RUNS, seed: SEED },
      )
    },
  )

  it(
    'never ends worse than it began where requests fail, once the shop answers again',
    { timeout: 120_000 },
    async () => {
      const faults = fc.array(
        fc.constantFrom<(Fault | undefined)[]>(
          undefined,
          undefined,
          'cool-down',
          'offline',
          'refused',
          'refused-after-success',
        ),
        { maxLength: 8 },
      )
      await fc.assert(
        fc.asyncProperty(worlds(5), faults, async (world, failing) => {
          // such a shop may drop the shopper's own code while nobody is looking
          fc.pre(!(world.dropsSilently && world.own === 'theme'))
          const opened = openWorld(world)
          const { browser, follow, now, open, shop, sync, violations } = opened
          for (const codes of world.links.slice(0, world.lookAfter)) follow(codes)
          await sync.check()
          const before = now()
          for (const codes of world.links.slice(world.lookAfter)) follow(codes)
          shop.faults.push(...failing)
          await sync.check()
          shop.faults.splice(0)
          for (let view = 0; view < 3; view++) {
            browser.clock.now += 2 * 3_600_000
            await open().check()
          }
          expect(now()).toBeLessThanOrEqual(before)
          keepsOwn(opened, world)
          expect(violations).toEqual([])
          const settled = shop.requests.length
          browser.clock.now += 2 * 3_600_000
          await open().check()
          expect(shop.requests).toHaveLength(settled)
        }),
        { numRuns: RUNS + HARD_WORLDS.length, seed: SEED, examples: HARD_WORLDS },
      )
    },
  )
})
