import { expect } from 'vitest'

import type { Cases } from './open-shopper.js'

/** What a platform promises that knows no cart: the way out, and the shopper's word. */
export const cartlessCases: Cases = {
  'empty cart': async ({ arrive, expectWayOut, outcome, platform }) => {
    await arrive('/?discount=CREATOR20')
    expect([platform.read, platform.write, platform.cartId]).toEqual(Array(3).fill(undefined))
    expect(outcome('CREATOR20')).toBe('held')
    expectWayOut('CREATOR20')
    return 'held, no cart made'
  },

  'first item': async ({ addItem, arrive, expectWayOut, look, outcome }) => {
    await arrive('/?discount=CREATOR20')
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe('held')
    await arrive()
    expectWayOut('CREATOR20')
    return 'held'
  },

  'other case': async ({ arrive, expectWayOut }) => {
    await arrive('/?discount=cREATOR20')
    expectWayOut('cREATOR20')
    return 'leaves as it came'
  },

  'shopper’s own code kept': async ({ arrive, expectWayOut }) => {
    const keeper = await arrive('/?discount=CREATOR20')
    const { status } = await keeper.apply('EXTRA10')
    expect(status).toBe('held')
    await arrive()
    expectWayOut('EXTRA10,CREATOR20')
    return 'first, ours beside it'
  },

  remove: async ({ arrive, expectNoWayOut, outcome }) => {
    const keeper = await arrive('/?discount=CREATOR20')
    await keeper.remove('CREATOR20')
    expect(outcome('CREATOR20')).toBe('removed')
    await arrive()
    expectNoWayOut()
    return 'removed'
  },
}
