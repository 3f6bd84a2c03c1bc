import { describe, expect, it } from 'vitest'

import type { Tried } from '../../src/cart/candidates.js'
import { afterwards, contestOf, isComparable, onTheWay } from '../../src/cart/contest.js'
import type { Entry } from '../../src/grant/entry.js'
import type { Cart, CartCode } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

const cartWith = (codes: readonly CartCode[] | undefined): Cart => ({
  id: 'c1',
  itemCount: 1,
  attributes: {},
  discount: 0,
  codes,
})
const ok = (code: string): CartCode => ({ code, applicable: true })
const not = (code: string, reason?: CartCode['reason']): CartCode => ({
  code,
  applicable: false,
  reason,
})
const a = entry({ code: 'A' })
const b = entry({ code: 'B' })
const typed = entry({ code: 'MINE', source: 'shopper', cart: 'c1' })
const AB = contestOf(cartWith([]), [a, b], undefined)
const tried = (codes: readonly string[], said: readonly CartCode[]): Tried => ({
  codes,
  cart: cartWith(said),
})

describe('contestOf()', () => {
  it('has the codes of one link in the same order each time', () => {
    for (const entries of [
      [a, b],
      [b, a],
    ])
      expect(contestOf(cartWith([]), entries, undefined).contenders).toEqual([a, b])
  })

  it.each<[string, readonly CartCode[], Entry]>([
    ['what somebody put there', [ok('THEIRS')], a],
    ['what the shopper typed, once', [ok('MINE')], typed],
    ['what the shopper typed and the cart lost', [], typed],
    ['a code of ours that is over', [ok('A')], { ...a, status: 'expired', cart: 'c0' }],
  ])('leaves out of the contest %s', (_, codes, held) => {
    const [fixed = held] = codes
    expect(contestOf(cartWith(codes), [held], undefined).fixed).toEqual([fixed.code])
  })

  it('takes no code along that is over and that we put on this cart', () => {
    const over = entry({ code: 'A', status: 'expired', cart: 'c1' })
    expect(contestOf(cartWith([ok('A')]), [over], undefined).fixed).toEqual([])
  })
})

describe('isComparable()', () => {
  const contest = { ...AB, fixed: ['MINE'] }

  it.each<[boolean, string, Cart]>([
    [true, 'holds what is weighed beside what is fixed', cartWith([ok('MINE'), ok('A')])],
    [true, 'holds only what is fixed', cartWith([ok('mine'), ok('MINE')].slice(1))],
    [false, 'lacks what is fixed', cartWith([ok('A')])],
    [false, 'holds something else as well', cartWith([ok('MINE'), ok('A'), ok('OVER')])],
    [false, 'holds nothing', cartWith([])],
    [false, 'says nothing', cartWith(undefined)],
  ])('is %s where the cart %s', (isSo, _, cart) => {
    expect(isComparable(contest, cart)).toBe(isSo)
  })
})

describe('onTheWay()', () => {
  const best = ['A']
  const listing = [tried(['A'], [ok('A')]), tried(['A', 'B'], [ok('A'), not('B')])]
  const on = [
    { ...a, cart: 'c1' },
    { ...b, cart: 'c1' },
  ]
  const carts = (list: readonly Tried[], to: readonly string[], entries: readonly Entry[] = on) =>
    onTheWay({ best, contest: AB }, list, to)(entries).map(({ cart }) => cart)

  it('parks what is not among the best', () => {
    const after = onTheWay({ best, contest: AB }, listing, ['A'])(on)
    expect(after.map(({ parked }) => parked)).toEqual([undefined, true])
  })

  it('is sure of what is on both lists, where the shop lists all that it was asked for', () => {
    expect(carts(listing, ['A', 'B'])).toEqual(['c1', 'c1'])
    expect(carts(listing, ['B'])).toEqual([undefined, 'c1'])
    expect(carts([listing[1]!, listing[0]!], ['A', 'B'])).toEqual(['c1', 'c1'])
  })

  it('is not sure after one answer, nor where a code was dropped without a word', () => {
    const dropping = [listing[0]!, tried(['A', 'B'], [ok('A')])]
    for (const list of [listing.slice(1), dropping, [...dropping].reverse()])
      expect(carts(list, ['A', 'B'])).toEqual([undefined, 'c1'])
  })

  it('does not take a code of the shopper for removed that the shop may have dropped', () => {
    const all = [...on, typed, { ...typed, code: 'OLD', status: 'removed' as const }]
    expect(carts(listing, ['A'], all).slice(2)).toEqual(['c1', 'c1'])
    expect(carts(listing.slice(1), ['A'], all).slice(2)).toEqual([undefined, 'c1'])
    const linked = entry({ code: 'C', cart: 'c1' })
    expect(carts(listing.slice(1), ['A'], [linked])).toEqual(['c1'])
  })
})

describe('afterwards()', () => {
  const end = (list: readonly Tried[], entries: readonly Entry[] = [a, b], losers: string[] = []) =>
    afterwards({ best: ['A'], contest: AB }, list, losers)(entries)
  const won = tried(['A'], [ok('A')])

  it('says why what is not on the cart is not: it lost, the shop said so, or nobody knows', () => {
    const reason = (list: readonly Tried[]) => end(list)[1]
    expect(reason([tried(['B'], [ok('B')]), won])).toMatchObject({
      parked: true,
      reason: 'DISCOUNT_CODE_NOT_HONOURED',
    })
    const minimum = 'DISCOUNT_PURCHASE_NOT_IN_RANGE'
    expect(reason([tried(['B'], [not('B', minimum)]), won])?.reason).toBe(minimum)
    expect(reason([tried(['B'], [not('B')]), won])?.reason).toBe('UNKNOWN')
  })

  it('has none wait for what can never come', () => {
    const found = 'DISCOUNT_NOT_FOUND'
    const gone = tried(['A', 'B'], [not('A', found), not('B', found)])
    expect(end([gone, gone])).toEqual([
      { ...a, status: 'rejected', reason: found, cart: 'c1', parked: undefined },
      { ...b, status: 'rejected', reason: found, cart: undefined, parked: undefined },
    ])
  })

  it('has what is on the cart without effect wait for what the shop said', () => {
    expect(end([tried(['A'], [not('A')])])[0]).toMatchObject({ cart: 'c1', reason: 'UNKNOWN' })
    expect(end([won])[0]).toMatchObject({ cart: 'c1', reason: undefined })
  })

  it('says nothing of what was promised anew, or ended, meanwhile', () => {
    const others = [entry({ code: 'A', grantedAt: NOON + 1 }), { ...b, status: 'removed' as const }]
    expect(end([won], [...others, entry({ code: 'C' })])).toEqual([...others, entry({ code: 'C' })])
  })
})
