import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { knownMoney, moneyOf } from '../../src/cart/money.js'
import type { Seen } from '../../src/cart/seen.js'
import type { Cart } from '../../src/types.js'

const CART: Cart = { id: 'c1', itemCount: 1, attributes: {}, discount: 200, total: 1800 }
const store = (seen: unknown) => ({
  read: () => seen as Seen,
  write: () => undefined,
  due: () => undefined,
  tidy: () => undefined,
})
const MONEY = {
  worth: 2000,
  discount: 200,
  currency: 'EUR',
  codes: [{ code: 'SAVE10', applicable: true, saved: 200, percentage: 10 }],
}
const known = (seen: unknown, id: string | undefined = 'c1') => knownMoney(store(seen), id)

describe('moneyOf()', () => {
  it('is what the items cost, what is taken off, and by which codes', () => {
    const codes = [{ code: 'SAVE10', applicable: true, saved: 200 }]
    expect(moneyOf({ ...CART, codes, currency: 'EUR' })).toEqual({
      worth: 2000,
      discount: 200,
      currency: 'EUR',
      codes,
    })
  })

  it('names no code and no currency where the cart names none', () => {
    const money = moneyOf(CART)
    expect(money).toEqual({ worth: 2000, discount: 200, codes: [] })
    expect(known({ cart: 'c1', money })).toEqual(money)
  })

  it('is unknown where the shop does not say what is to be paid', () => {
    expect(moneyOf({ ...CART, total: undefined })).toBeUndefined()
  })
})

describe('knownMoney()', () => {
  it('is what was last read of this cart', () => {
    expect(known({ cart: 'c1', money: MONEY })).toEqual(MONEY)
  })

  it('is nothing at all for a shopper without a cart', () => {
    expect(known({ cart: 'c1', money: MONEY }, '')).toEqual({ worth: 0, discount: 0, codes: [] })
  })

  it.each([
    ['another cart', { cart: 'c0', money: MONEY }],
    ['a cart that may have changed since', { cart: 'c1', due: 'items', money: MONEY }],
    ['a cart that was never read', {}],
  ])('is unknown for %s', (_, seen) => {
    expect(known(seen)).toBeUndefined()
  })

  it('is unknown where the shop has no cart to ask for', () => {
    expect(knownMoney(store({ cart: 'c1', money: MONEY }), undefined)).toBeUndefined()
  })

  it.each([
    { worth: '2000' },
    { worth: undefined },
    { discount: null },
    { currency: '<b>' },
    { currency: 7 },
    { currency: ['EUR'] },
    { currency: 'EURO' },
    { currency: 'xEUR' },
    { decimals: 7 },
    { decimals: '2' },
    { codes: undefined },
    { codes: [7] },
    { codes: [...MONEY.codes, 7] },
    { codes: [{ code: 7 }] },
    { codes: [{ code: 'A', saved: '2' }] },
    { codes: [{ code: 'A', percentage: {} }] },
  ])('believes no cookie that says %j', (changes) => {
    expect(known({ cart: 'c1', money: { ...MONEY, ...changes } })).toBeUndefined()
  })

  it('answers numbers or nothing, whatever the cookie says', () => {
    fc.assert(
      fc.property(fc.anything(), (money) => {
        const { worth, discount } = known({ cart: 'c1', money }) ?? { worth: 0, discount: 0 }
        expect(Number.isFinite(worth) && Number.isFinite(discount)).toBe(true)
      }),
    )
  })
})
