import { describe, expect, it } from 'vitest'

import type { Contest } from '../../src/cart/candidates.js'
import type { Seen } from '../../src/cart/seen.js'
import { createWeighed } from '../../src/cart/weighed.js'
import type { Cart } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

const HOUR = 3_600_000
const CART: Cart = {
  id: 'c1',
  itemCount: 1,
  attributes: {},
  discount: 100,
  total: 900,
  codes: [{ code: 'A', applicable: true }],
}
const of = (...codes: readonly string[]): Contest => ({
  fixed: [],
  contenders: codes.map((code) => entry({ code })),
  room: 9,
})
const AB = of('A', 'B')
const RENEWED = entry({ code: 'A', grantedAt: NOON + 1 })

const open = (start: Seen = {}, isRepeated = true) => {
  const clock = { now: NOON }
  let seen = start
  const write = (change: Seen): void => void (seen = { ...seen, ...change })
  const store = { read: () => seen, write, due: () => undefined, tidy: () => undefined }
  return { clock, write, memory: createWeighed({ seen: store, now: () => clock.now, isRepeated }) }
}

describe('what was weighed to the end', () => {
  const settle = (isRepeated = true) => {
    const opened = open({}, isRepeated)
    opened.memory.ended(CART, AB)
    return opened
  }

  it('is not weighed again on the same cart', () => {
    const { clock, memory } = settle()
    clock.now += 5 * HOUR
    expect(memory.isDueOn(CART, AB)).toBe(false)
  })

  it.each<[string, Cart, Contest]>([
    ['on another cart', { ...CART, id: 'c2' }, AB],
    ['with another code', CART, of('A', 'C')],
    ['with one code fewer', CART, of('A')],
    [
      'with a code that was promised anew',
      CART,
      { ...AB, contenders: [RENEWED, ...of('B').contenders] },
    ],
    ['when what won is honoured no more', { ...CART, codes: [] }, AB],
  ])('is weighed at once %s', (_, cart, contest) => {
    expect(settle().memory.isDueOn(cart, contest)).toBe(true)
  })

  it('is weighed again with other contents, after ten seconds to the millisecond', () => {
    const { clock, memory } = settle()
    const more = { ...CART, itemCount: 2 }
    clock.now += 9999
    expect(memory.isDueOn(more, AB)).toBe(false)
    clock.now += 1
    expect(memory.isDueOn(more, AB)).toBe(true)
    expect(settle(false).memory.isDueOn(more, AB)).toBe(false)
  })

  it('is weighed again where a clock was wrong', () => {
    const { clock, memory } = settle()
    clock.now -= HOUR
    expect(memory.isDueOn({ ...CART, itemCount: 2 }, AB)).toBe(true)
  })

  it('is no reason to read a settled cart', () => {
    const { clock, memory, write } = settle()
    clock.now += HOUR
    write({ basis: 'of other contents' })
    expect(memory.isDue()).toBe(true)
    expect(open().memory.isDue()).toBe(false)
  })

  it('leaves nothing to bring back', () => {
    expect(settle().memory.leftOn()).toBeUndefined()
  })
})

describe('what was not weighed to the end', () => {
  const leave = (seen: Seen = {}) => {
    const opened = open({ codes: ['A'], ...seen })
    opened.memory.begun(CART, AB)
    return opened
  }

  it('has the best so far brought back first', () => {
    const { clock, memory } = leave()
    expect(memory.leftOn()).toEqual(['A'])
    clock.now += HOUR
    expect(memory.isDueOn(CART, AB)).toBe(false)
  })

  it('is weighed again once that is settled, after ten seconds', () => {
    const { clock, memory } = leave({ want: 'settled' })
    expect(memory.leftOn()).toBeUndefined()
    expect(memory.isDueOn(CART, AB)).toBe(false)
    clock.now += 10_000
    expect([memory.isDue(), memory.isDueOn(CART, AB)]).toEqual([true, true])
  })

  it('has nothing brought back where nothing was weighed', () => {
    expect(open({ codes: ['A'] }).memory.leftOn()).toBeUndefined()
  })
})

describe('a shop that asked to be left alone', () => {
  it('is, for an hour, whatever is to be weighed', () => {
    const { clock, memory } = open({ want: 'settled' })
    memory.forbidden()
    memory.forget()
    expect(memory.isDueOn(CART, AB)).toBe(false)
    clock.now += HOUR - 1
    expect([memory.isDue(), memory.isDueOn(CART, AB)]).toEqual([false, false])
    clock.now += 1
    expect(memory.isDueOn(CART, AB)).toBe(true)
  })
})
