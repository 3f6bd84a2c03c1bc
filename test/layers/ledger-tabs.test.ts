import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Entry } from '../../src/grant/entry.js'
import { DISCOUNT_KEY as key } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { createClock, createPlace, openLedger } from '../support/open-ledger.js'

/** Tabs of one browser: each remembers by itself, all share two layers and a clock. */
const openTabs = (count: number) => {
  const places = [createPlace('one'), createPlace('two')]
  const clock = createClock()
  const layers = places.map(({ layer }) => layer)
  const tabs = Array.from({ length: count }, () => openLedger({ layers, now: clock.now }))
  const tab = (at: number) => tabs[at % count] ?? openLedger()
  const settle = () => [...tabs, ...tabs].forEach(({ sync }) => sync())
  return { clock, places, settle, tab, tabs }
}

describe('createLedger() in two tabs', () => {
  it('knows what the other tab was granted at its next sync, told once among them', () => {
    const { tab } = openTabs(2)
    tab(0).land({ code: 'A' })
    tab(1).land({ code: 'B', grantedAt: NOON + 1 })
    tab(0).sync()
    expect(tab(0).codes()).toEqual(['A', 'B'])
    expect(tab(1).codes()).toEqual(['A', 'B'])
    expect([...tab(0).told, ...tab(1).told]).toEqual(['A held', 'B held'])
  })

  it('knows what the other tab took off, told once among them', () => {
    const { tab } = openTabs(2)
    tab(0).land()
    tab(1).sync()
    tab(1).mark('SAVE10', { status: 'removed' })
    tab(0).sync()
    expect(tab(0).codes()).toEqual([])
    expect([...tab(0).told, ...tab(1).told]).toEqual(['SAVE10 held', 'SAVE10 removed'])
  })

  it.each([
    [0, 1],
    [1, 0],
  ])('lets the newer grant of a code win, tab %s writing first', (first, second) => {
    const grants = [{ grantedAt: NOON }, { grantedAt: NOON + 1, status: 'waiting' }] as const
    const { settle, tab, tabs } = openTabs(2)
    tab(first).land(grants[first])
    tab(second).land(grants[second])
    settle()
    for (const { all } of tabs)
      expect(all().map(({ grantedAt, status }) => [grantedAt, status])).toEqual([
        [NOON + 1, 'waiting'],
      ])
  })

  it('keeps a grant in memory that another script cleared from every layer', () => {
    const { places, settle, tab, tabs } = openTabs(2)
    tab(0).land()
    settle()
    for (const { texts } of places) texts.clear()
    tab(1).sync()
    for (const { codes } of tabs) expect(codes()).toEqual(['SAVE10'])
    expect(places[0]?.texts.get(key)).toContain('SAVE10')
  })
})

describe('createLedger() in any tabs', { timeout: 60_000 }, () => {
  const code = fc.constantFrom('A', 'a', 'B', 'C')
  const status = fc.constantFrom<Entry['status']>('applied', 'waiting', 'removed', 'rejected')
  const step = fc.oneof(
    fc.record({ act: fc.constant('land' as const), code }),
    fc.record({ act: fc.constant('mark' as const), code, status }),
    fc.record({ act: fc.constant('sync' as const) }),
    fc.record({ act: fc.constant('clear' as const), layer: fc.nat(1) }),
    fc.record({ act: fc.constant('pass' as const), time: fc.constantFrom(1, 1000) }),
  )
  const steps = fc.array(fc.tuple(fc.nat(2), step), { maxLength: 20 })

  const play = (
    moves: readonly (readonly [number, typeof step extends fc.Arbitrary<infer S> ? S : never])[],
  ) => {
    const opened = openTabs(3)
    const { clock, places, tab } = opened
    for (const [at, move] of moves) {
      if (move.act === 'land') tab(at).land({ code: move.code, grantedAt: clock.time })
      if (move.act === 'mark') tab(at).mark(move.code, { status: move.status })
      if (move.act === 'sync') tab(at).sync()
      if (move.act === 'clear') places[move.layer]?.texts.clear()
      if (move.act === 'pass') clock.time += move.time
    }
    opened.settle()
    return opened
  }

  it('comes to one state that every tab and every layer holds', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const { places, tabs } = play(moves)
        const [first, ...others] = tabs.map(({ all }) => all())
        for (const other of others) expect(other).toEqual(first)
        const [one, two] = places.map(({ texts }) => texts.get(key))
        expect(one).toBe(two)
        expect(!!one).toBe(!!first?.length)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps each code once, as it was last granted', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const landed = new Map<string, number>()
        let time = NOON
        for (const [, move] of moves) {
          if (move.act === 'pass') time += move.time
          if (move.act === 'land') landed.set(move.code.toLowerCase(), time)
        }
        const [tab] = play(moves).tabs
        const held = tab?.all().map(({ code: name, grantedAt }) => [name.toLowerCase(), grantedAt])
        expect(new Map(held as [string, number][])).toEqual(landed)
        expect(held).toHaveLength(landed.size)
      }),
      { numRuns: 500 },
    )
  })

  it('rests: once settled, another sync writes nothing and tells nothing', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const { places, settle, tabs } = play(moves)
        const counts = () => [
          ...places.map(({ asked }) => asked.writes),
          ...tabs.map(({ told }) => told.length),
        ]
        const before = counts()
        settle()
        expect(counts()).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })
})
