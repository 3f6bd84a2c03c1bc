import { describe, expect, it, vi } from 'vitest'

import type { Contest } from '../../src/cart/candidates.js'
import type { Seen } from '../../src/cart/seen.js'
import { createWeighing } from '../../src/cart/weigh.js'
import { DiscountKeeperError } from '../../src/errors.js'
import { stackingRules } from '../../src/grant/stacking.js'
import type { Ledger } from '../../src/layers/ledger.js'
import type { Cart } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

const cartOf = (...codes: readonly string[]): Cart => ({
  id: 'c1',
  itemCount: 1,
  attributes: {},
  discount: 0,
  codes: codes.map((code) => ({ code, applicable: true })),
})
const AB: Contest = {
  fixed: [],
  room: 9,
  contenders: [entry({ code: 'A' }), entry({ code: 'B' })],
}

const open = (start: Seen = {}, rule = stackingRules.best, ids: readonly string[] = []) => {
  let seen = start
  const left = [...ids]
  const sync = vi.fn<Ledger['sync']>()
  const write = vi.fn<(codes: readonly string[]) => Promise<Cart>>()
  const weighing = createWeighing({
    platform: {
      name: 'stub',
      checkoutPath: /^\/checkout/,
      cartId: () => left.shift() ?? 'c1',
      write: () => Promise.resolve(cartOf()),
    },
    discounts: { sync, all: () => AB.contenders, live: () => AB.contenders } as unknown as Ledger,
    rule,
    seen: {
      read: () => seen,
      write: (change) => void (seen = { ...seen, ...change }),
      due: () => undefined,
      tidy: () => undefined,
    },
    now: () => NOON,
    pause: () => Promise.resolve(true),
    write,
    report: () => undefined,
  })
  return { seen: () => seen, sync, weighing, write }
}

describe('ordered()', () => {
  const LEFT = { codes: ['B', 'a'], weighed: { of: 'x', again: NOON } }
  const { weighing } = open(LEFT)

  it('brings back the order that was best when a page was left in between', () => {
    expect(weighing.ordered(undefined, cartOf('X', 'A', 'B'), undefined)).toEqual({
      codes: ['B', 'A', 'X'],
    })
    const change = { codes: ['A', 'B'], attributes: { note: 'x' } }
    expect(weighing.ordered(change, cartOf(), undefined)).toEqual({ ...change, codes: ['B', 'A'] })
  })

  it('changes nothing where the order is right, or none is known', () => {
    const change = { codes: ['B', 'A'] }
    expect(weighing.ordered(change, cartOf(), undefined)).toBe(change)
    expect(weighing.ordered(undefined, cartOf('B', 'A'), undefined)).toBeUndefined()
    expect(open().weighing.ordered(undefined, cartOf('X', 'A'), undefined)).toBeUndefined()
  })

  it('asks for all contenders where they are to be weighed, and only where codes are written', () => {
    expect(weighing.ordered({ codes: ['B'] }, cartOf(), AB)).toEqual({ codes: ['A', 'B'] })
    const change = { attributes: { note: 'x' } }
    expect(weighing.ordered(change, cartOf(), AB)).toBe(change)
  })
})

describe('begin()', () => {
  it('leaves word of what was best, for whoever comes after a page that was left', () => {
    const { seen, sync, weighing } = open({ want: 'settled', codes: ['old'] })
    weighing.begin(AB, cartOf('A'), { codes: ['A', 'B'] })
    expect(seen()).toMatchObject({
      codes: ['A'],
      want: undefined,
      weighed: { again: NOON + 10_000 },
    })
    expect(sync).toHaveBeenCalledOnce()
  })

  it.each([
    ['no codes are written', { change: {} }],
    ['something else is on the cart', { cart: cartOf('A', 'X') }],
    ['nothing is compared', { rule: stackingRules.combine }],
  ])('leaves none where %s', (_, changes) => {
    const all = { cart: cartOf('A'), change: { codes: ['A', 'B'] }, rule: stackingRules.best }
    const { cart, change, rule } = { ...all, ...changes }
    const { seen, sync, weighing } = open({ want: 'settled' }, rule)
    weighing.begin(AB, cart, change)
    expect(seen().want).toBe('settled')
    expect(seen().weighed?.again).toBe(NOON + 10_000)
    expect(sync).not.toHaveBeenCalled()
  })
})

describe('close()', () => {
  const half = { ...cartOf('A'), codes: [...cartOf('A').codes!, { code: 'B', applicable: false }] }
  const first = { cart: cartOf('X'), change: { codes: ['A', 'B'] }, after: cartOf('A', 'B') }

  it('has nothing left to do where nothing is known of any list', () => {
    const { sync, weighing } = open()
    expect(weighing.close(AB, { ...first, isAnswered: false })).toBeUndefined()
    expect(sync).not.toHaveBeenCalled()
    expect(weighing.close(AB, { ...first, isAnswered: true })).toBeTypeOf('function')
    expect(sync).toHaveBeenCalledOnce()
  })

  it.each([
    [
      'an hour where the shop asked for it',
      new DiscountKeeperError('COOL_DOWN', 'later'),
      3_600_000,
    ],
    ['ten seconds where something broke', new TypeError('broken'), 10_000],
    ['ten seconds where no one knows what', undefined, 10_000],
  ])('waits %s', async (_, error, wait) => {
    const { seen, weighing, write } = open()
    write.mockRejectedValue(error)
    const weigh = weighing.close(AB, { ...first, after: half, isAnswered: true })
    await expect(weigh?.()).rejects.toBe(error)
    expect(seen().weighed?.again).toBe(NOON + wait)
  })

  it('writes nothing to a cart that took the place of this one', async () => {
    const { weighing, write } = open({}, stackingRules.best, ['c0'])
    expect(
      await weighing.close(AB, { ...first, after: half, isAnswered: true })?.(),
    ).toBeUndefined()
    expect(write).not.toHaveBeenCalled()
  })

  it('is not over for a refusal either, which ends it only for now', async () => {
    const { seen, weighing, write } = open()
    write.mockRejectedValue(new DiscountKeeperError('REFUSED', 'no'))
    const weigh = weighing.close(AB, { ...first, after: half, isAnswered: true })
    await expect(weigh?.()).rejects.toMatchObject({ code: 'REFUSED' })
    expect(seen().weighed?.again).toBe(NOON + 10_000)
  })
})
