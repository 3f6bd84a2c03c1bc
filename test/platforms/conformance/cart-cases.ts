import { expect } from 'vitest'

import type { Cases } from './open-shopper.js'

const LINK = '/?discount=CREATOR20'

/** The life of a cart, from before it is there until after it is lost. */
export const cartCases: Cases = {
  'empty cart': async ({ arrive, expectWayOut, outcome, platform }) => {
    await arrive(LINK)
    expect(platform.cartId?.()).toBe('')
    expect(outcome('CREATOR20')).toBe('held')
    expectWayOut('CREATOR20')
    return 'held, no cart made'
  },

  'first item': async ({ addItem, arrive, cart, look, outcome, platform }) => {
    await arrive(LINK)
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe('applied')
    const { discount, id, itemCount, total } = await cart()
    expect([itemCount, discount, total]).toEqual([1, 1000, 4000])
    expect(platform.cartId?.()).toBe(id)
    return outcome('CREATOR20')
  },

  'code applied': async ({ addItem, arrive, cart, honoured, outcome, platform }) => {
    await addItem()
    const before = await cart()
    expect([before.discount, before.total]).toEqual([0, 5000])
    expect(before.id).not.toBe('')
    expect(before.id).toBe(platform.cartId?.())
    await arrive(LINK)
    expect(outcome('CREATOR20')).toBe('applied')
    expect(await honoured()).toEqual(['creator20'])
    const after = await cart()
    expect([after.id, after.discount, after.total]).toEqual([before.id, 1000, 4000])
    return outcome('CREATOR20')
  },

  'emptied cart': async ({ addItem, arrive, emptyCart, look, outcome }) => {
    await addItem()
    await arrive(LINK)
    await emptyCart()
    await look()
    expect(outcome('CREATOR20')).toBe('held')
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe('applied')
    return 'held, then applied'
  },

  'dead session or cart': async ({ addItem, arrive, cart, errors, look, loseCart, outcome }) => {
    await addItem()
    await arrive(LINK)
    expect(outcome('CREATOR20')).toBe('applied')
    await loseCart()
    await arrive()
    expect(outcome('CREATOR20')).toBe('held')
    expect((await cart()).itemCount).toBe(0)
    await addItem()
    await look()
    expect(outcome('CREATOR20')).toBe('applied')
    expect(errors).toEqual([])
    return 'held, then applied'
  },

  attributes: async ({ addItem, arrive, capabilities, cart, honoured, write }) => {
    const said = (value: string): string => (capabilities.attributes ? value : '')
    const ours = async (): Promise<readonly string[]> => {
      const { attributes } = await cart()
      return ['cc-discount-code', 'cc-ref'].map((name) => attributes[name] ?? '')
    }
    await addItem()
    await arrive(LINK + '&ref=amy')
    expect(await ours()).toEqual([said('CREATOR20'), said('amy')])
    const without = await write({ attributes: { 'cc-ref': '' } })
    expect(without.attributes['cc-ref'] ?? '').toBe('')
    expect(await ours()).toEqual([said('CREATOR20'), ''])
    await write({ attributes: { 'cc-ref': 'ben' } })
    expect(await ours()).toEqual([said('CREATOR20'), said('ben')])
    expect(await honoured()).toEqual(['creator20'])
    return said('merged') || 'none'
  },
}
