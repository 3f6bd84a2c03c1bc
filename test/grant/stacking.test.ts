import { describe, expect, it } from 'vitest'

import { newestLink, stackingRules } from '../../src/grant/stacking.js'
import { entry, NOON } from '../support/entry.js'

const first = [entry({ code: 'A1' }), entry({ code: 'A2' })]
const second = [entry({ code: 'B', grantedAt: NOON + 1 })]
const third = [
  entry({ code: 'C1', grantedAt: NOON + 2 }),
  entry({ code: 'C2', grantedAt: NOON + 2 }),
]
const typed = entry({ code: 'MINE', source: 'shopper', grantedAt: NOON + 9 })
const standing = (rule: 'last' | 'first' | 'combine', held = first, incoming = second) => {
  const stand = stackingRules[rule]({ held, incoming })
  if (stand instanceof Promise) throw new TypeError('a built-in rule answers at once')
  return stand.map(({ code }) => code)
}

describe('stackingRules', () => {
  it('last keeps all codes of the newest link', () => {
    expect(standing('last', [...first, ...second], third)).toEqual(['C1', 'C2'])
    expect(standing('last', third, first)).toEqual(['C1', 'C2'])
  })

  it('first keeps all codes of the oldest link', () => {
    expect(standing('first', [...first, ...second], third)).toEqual(['A1', 'A2'])
  })

  it('combine keeps the codes of every link, held before incoming', () => {
    expect(standing('combine', first, third)).toEqual(['A1', 'A2', 'C1', 'C2'])
  })

  it('decide between grants of two tabs, where nothing is incoming', () => {
    expect(standing('last', [...first, ...second], [])).toEqual(['B'])
    expect(standing('first', [...first, ...second], [])).toEqual(['A1', 'A2'])
  })

  it('last and first never take a code the shopper typed for a link', () => {
    expect(standing('last', [...first, typed], second)).toEqual(['B'])
    expect(standing('first', [{ ...typed, grantedAt: NOON - 1 }], second)).toEqual(['B'])
  })

  it('keep nothing of nothing', () => {
    for (const rule of ['last', 'first', 'combine'] as const)
      expect(standing(rule, [], [])).toEqual([])
  })
})

describe('newestLink()', () => {
  it('is the rule `last`, at once', () => {
    expect(newestLink({ held: first, incoming: second })).toEqual(second)
  })
})
