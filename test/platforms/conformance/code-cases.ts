import { expect } from 'vitest'

import type { Reason } from '../../../src/types.js'
import type { Case, Cases, Shopper } from './open-shopper.js'

const LINK = '/?discount=CREATOR20'

const outcomeOf = (reason: Reason): string =>
  (/NOT_FOUND|USAGE_LIMIT/.test(reason) ? 'rejected ' : 'waiting ') + reason

/** A link promises a code that the shop refuses. */
const refused =
  (code: string, why: (shopper: Shopper) => Reason): Case =>
  async (shopper) => {
    const { addItem, arrive, cart, honoured, outcome } = shopper
    await addItem()
    await arrive(`/?discount=${code}`)
    expect(outcome(code)).toBe(outcomeOf(why(shopper)))
    expect(await honoured()).toEqual([])
    expect((await cart()).total).toBe(5000)
    return outcome(code)
  }

/** What becomes of codes, by what is done with them. */
export const codeCases: Cases = {
  'second code': async ({ addItem, capabilities, cart, honoured, write }) => {
    await addItem()
    await write({ codes: ['CREATOR20', 'EXTRA10'] })
    expect(await honoured()).toHaveLength(capabilities.multi ? 2 : 1)
    const { total = 0 } = await cart()
    if (capabilities.multi) expect(total).toBeLessThan(4000)
    return `${(total / 100).toFixed(2)} to pay`
  },

  'second code not combinable': async (shopper) => {
    const { addItem, arrive, cart, dropCode, honoured, look, outcome, reasons, typeCode } = shopper
    await addItem()
    await typeCode('EXTRA10')
    await arrive('/?discount=SOLO30')
    const beside = outcome('SOLO30')
    expect(beside).toBe(`waiting ${reasons.beside ?? 'UNKNOWN'}`)
    expect(await honoured()).toEqual(['extra10'])
    expect((await cart()).total).toBe(4500)
    await dropCode('EXTRA10')
    await look()
    await addItem()
    await look()
    expect(outcome('SOLO30')).toBe('applied')
    expect(await honoured()).toEqual(['solo30'])
    expect((await cart()).total).toBe(7000)
    return `${beside}, then applied`
  },

  'same code twice': async ({ addItem, cart, honoured, write }) => {
    await addItem()
    await write({ codes: ['CREATOR20'] })
    const again = await write({ codes: ['CREATOR20'] })
    expect(again.codes).toHaveLength(1)
    expect(await honoured()).toEqual(['creator20'])
    expect((await cart()).total).toBe(4000)
    return 'once'
  },

  'other case': async ({ addItem, arrive, capabilities, cart, outcome, reasons }) => {
    await addItem()
    await arrive('/?discount=cREATOR20')
    const expected = capabilities.caseSensitive ? outcomeOf(reasons.unknown) : 'applied'
    expect(outcome('cREATOR20')).toBe(expected)
    const { codes, total } = await cart()
    if (expected === 'applied') expect([codes?.length, total]).toEqual([1, 4000])
    return outcome('cREATOR20')
  },

  unknown: refused('NOPE', ({ reasons }) => reasons.unknown),
  expired: refused('EXPIRED', ({ reasons }) => reasons.expired),
  'not yet started': refused('FUTURE', ({ reasons }) => reasons.future),
  'limit reached': refused('ONCE', ({ reasons }) => reasons.limit),

  'minimum unmet': async (shopper) => {
    const { addItem, look, outcome } = shopper
    const unmet = await refused('MIN100', ({ reasons }) => reasons.minimum)(shopper)
    await addItem()
    await look()
    expect(outcome('MIN100')).toBe('applied')
    return `${unmet}, then applied`
  },

  'dies in mid-session': async (shopper) => {
    const { addItem, arrive, cart, endCode, honoured, look, outcome, reasons } = shopper
    await addItem()
    await arrive(LINK)
    expect(outcome('CREATOR20')).toBe('applied')
    await endCode('CREATOR20')
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe(outcomeOf(reasons.died ?? reasons.expired))
    expect(await honoured()).toEqual([])
    expect((await cart()).total).toBe(10_000)
    return outcome('CREATOR20')
  },

  'shopper’s own code kept': async ({ addItem, arrive, capabilities, honoured, typeCode }) => {
    await addItem()
    await typeCode('EXTRA10')
    await arrive(LINK)
    const kept = await honoured()
    expect(kept).toEqual(capabilities.multi ? ['creator20', 'extra10'] : ['extra10'])
    return kept.length > 1 ? 'kept, ours beside it' : 'kept alone'
  },

  remove: async ({ addItem, arrive, honoured, look, outcome, typeCode, capabilities }) => {
    await addItem()
    const keeper = await arrive(LINK)
    if (capabilities.multi) await typeCode('EXTRA10')
    await look()
    await keeper.remove('CREATOR20')
    expect(outcome('CREATOR20')).toBe('removed')
    expect(await honoured()).toEqual(capabilities.multi ? ['extra10'] : [])
    return outcome('CREATOR20')
  },

  'removed by the shopper': async ({ addItem, arrive, dropCode, honoured, look, outcome }) => {
    await addItem()
    await arrive(LINK)
    await dropCode('CREATOR20')
    await look()
    expect(outcome('CREATOR20')).toBe('removed')
    await addItem()
    await arrive()
    expect(await honoured()).toEqual([])
    return 'removed, not put back'
  },
}
