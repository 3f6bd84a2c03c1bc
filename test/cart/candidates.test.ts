import { describe, expect, it } from 'vitest'

import type { Contest, Tried } from '../../src/cart/candidates.js'
import {
  cheapest,
  honoured,
  losersOf,
  nextInCombining,
  nextInSearch,
} from '../../src/cart/candidates.js'
import type { Cart, Reason } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

/** Codes of one link where a number of them stand in one text, the newest link first. */
const contestOf = (links: readonly string[], changes: Partial<Contest> = {}): Contest => ({
  fixed: [],
  room: 9,
  contenders: links.flatMap((link, at) =>
    link.split('').map((code) => entry({ code, grantedAt: NOON - at })),
  ),
  ...changes,
})

/** The list that was asked for, and which of it the cart honoured. */
const tried = (
  asked: string,
  took: string,
  changes: Partial<Cart> & { readonly reason?: Reason } = {},
): Tried => {
  const { reason, ...others } = changes
  const codes = asked.split('')
  return {
    codes,
    cart: {
      id: 'c1',
      itemCount: 1,
      attributes: {},
      discount: 0,
      codes: codes.map((code) => ({ code, applicable: took.includes(code), reason })),
      ...others,
    },
  }
}
const next = (contest: Contest, ...list: readonly Tried[]) => nextInSearch(contest, list)?.join('')

describe('honoured()', () => {
  it('names what took effect of what was asked for', () => {
    const more = ['A', 'B'].map((code) => ({ code, applicable: true }))
    expect(honoured(contestOf(['A', 'B']), tried('A', 'A', { codes: more }))).toEqual(['A'])
  })
})

describe('cheapest()', () => {
  const best = (...list: readonly Tried[]) => cheapest(contestOf(['A', 'B']), list)?.codes.join('')

  it('is where the shopper pays least, whatever is called a discount', () => {
    const dear = tried('A', 'A', { total: 900, discount: 100 })
    expect(best(dear, tried('B', 'B', { total: 800, discount: 50 }))).toBe('B')
    expect(best(dear, tried('B', 'B', { total: 0, discount: 0 }))).toBe('B')
  })

  it('is where most is taken off, where the shop does not say what is to be paid', () => {
    expect(best(tried('A', 'A', { discount: 100 }), tried('B', 'B', { discount: 50 }))).toBe('A')
  })

  it('is nowhere where nothing was tried', () => {
    expect(best()).toBeUndefined()
  })
})

describe('nextInSearch()', () => {
  it('tries all together first, also where one is there already', () => {
    expect(next(contestOf(['A', 'B']))).toBe('AB')
    expect(next(contestOf(['B', 'A']), tried('A', 'A'))).toBe('BA')
  })

  it('has each that lost its place in front once', () => {
    const contest = contestOf(['AB', 'C', 'D'])
    const turns = [tried('ABCD', 'A'), tried('BCDA', 'B'), tried('CDAB', 'C'), tried('DABC', 'D')]
    expect(turns.map((_, at) => next(contest, ...turns.slice(0, at)))).toEqual(
      turns.map(({ codes }) => codes.join('')),
    )
    // then what one link brought, which was not tried by itself
    expect(next(contest, ...turns)).toBe('AB')
  })

  it('tries what was never honoured without what was', () => {
    const contest = contestOf(['AB', 'C', 'D'])
    expect(next(contest, tried('ABCD', 'A'), tried('BCDA', 'A'))).toBe('BCD')
    const more = [tried('ABCD', 'A'), tried('BCDA', 'AB'), tried('CDAB', 'A')]
    expect(next(contest, ...more)).toBe('CD')
  })

  it('learns nothing more where all together were honoured, or none at all', () => {
    const contest = contestOf(['A', 'B', 'C'])
    expect(next(contest, tried('ABC', 'ABC'))).toBeUndefined()
    expect(next(contest, tried('ABC', ''))).toBeUndefined()
    const own = contestOf(['A', 'B'], { fixed: ['X'] })
    expect(next(own, tried('XAB', 'XAB'))).toBeUndefined()
  })

  it('asks for no other order on account of a code that does not exist', () => {
    const gone = { codes: ['A', 'B', 'C', 'D'].map((code) => ({ code, applicable: code !== 'A' })) }
    const [first, ...others] = gone.codes
    const codes = [{ ...first!, reason: 'DISCOUNT_NOT_FOUND' as const }, ...others]
    expect(next(contestOf(['A', 'B', 'C', 'D']), tried('ABCD', '', { codes }))).toBeUndefined()
  })

  it('tries each alone where a code of the shopper was left out beside it', () => {
    const contest = contestOf(['AB'], { fixed: ['X'] })
    expect(next(contest, tried('XAB', 'A'), tried('XB', 'B'), tried('X', 'X'))).toBe('XA')
  })

  it('gives no room to a code that does not exist, and never asks for more than there is room for', () => {
    const gone = { reason: 'DISCOUNT_NOT_FOUND' } as const
    expect(next(contestOf(['A', 'B'], { room: 1 }), tried('A', '', gone))).toBe('B')
    const contest = contestOf(['A', 'B', 'C', 'D'], { room: 3 })
    expect(next(contest, tried('A', '', gone), tried('BCD', 'C'))).toBe('BDC')
  })
})

describe('nextInCombining()', () => {
  const contest = contestOf(['A', 'B'], { fixed: ['X'] })
  const then = (...list: readonly Tried[]) => nextInCombining(contest, list)?.join('')

  it('tries alone what was refused beside another, and nothing where none was honoured', () => {
    expect(then(tried('XAB', 'XA'))).toBe('XB')
    expect(then(tried('XAB', 'XA'), tried('XB', 'B'))).toBeUndefined()
    expect(then(tried('XAB', 'X'))).toBeUndefined()
    expect(then()).toBeUndefined()
  })

  it('has those lose that the cart takes alone', () => {
    expect(losersOf(contest, [tried('XAB', 'XA'), tried('XB', 'B')])).toEqual(['B'])
    expect(losersOf(contest, [tried('XAB', 'XA'), tried('XB', '')])).toEqual([])
    expect(losersOf(contest, [])).toEqual([])
  })
})
