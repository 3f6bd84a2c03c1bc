import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { merge } from '../../src/grant/merge.js'
import { collidingEntries as entries, entry, NOON } from '../support/entry.js'

describe('merge()', () => {
  it('lets the newest grant of a code win, whatever its revision', () => {
    const old = entry({ rev: 9, status: 'removed' })
    const renewed = entry({ grantedAt: NOON + 1 })
    expect(merge([old], [renewed])).toEqual([renewed])
    expect(merge([renewed], [old])).toEqual([renewed])
  })

  it('lets the highest revision of the same grant win', () => {
    const early = entry({ rev: 1, status: 'waiting' })
    const late = entry({ rev: 2, status: 'applied' })
    expect(merge([late], [early])).toEqual([late])
    expect(merge([early, late])).toEqual([late])
  })

  it('takes codes that differ in case for one', () => {
    const lower = entry({ code: 'save10', grantedAt: NOON + 1 })
    expect(merge([entry({ code: 'SAVE10' })], [lower])).toEqual([lower])
  })

  it('keeps all other grants, oldest first', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((code, at) => entry({ code, grantedAt: NOON + at }))
    expect(merge([c!], [a!, b!])).toEqual([a, b, c])
  })

  it('makes nothing out of nothing', () => {
    expect(merge()).toEqual([])
    expect(merge([], [])).toEqual([])
  })
})

describe('merge() for any lists', { timeout: 60_000 }, () => {
  const runs = { numRuns: 1000 }

  it('is commutative', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        expect(merge(one, other)).toEqual(merge(other, one))
      }),
      runs,
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(entries, entries, entries, (one, two, three) => {
        expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)))
      }),
      runs,
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const once = merge(one, other)
        expect(merge(once, once)).toEqual(once)
        expect(merge(once, one)).toEqual(once)
      }),
      runs,
    )
  })

  it('keeps of each code one of the newest, and invents none', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const merged = merge(list)
        const named = (code: string) => list.filter((item) => item.code.toLowerCase() === code)
        expect(new Set(merged.map(({ code }) => code.toLowerCase()))).toEqual(
          new Set(list.map(({ code }) => code.toLowerCase())),
        )
        for (const kept of merged) {
          const rivals = named(kept.code.toLowerCase())
          expect(rivals).toContainEqual(kept)
          expect(kept.grantedAt).toBe(Math.max(...rivals.map((rival) => rival.grantedAt)))
        }
      }),
      runs,
    )
  })
})
