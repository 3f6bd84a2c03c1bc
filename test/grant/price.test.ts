import { describe, expect, it } from 'vitest'

import type { CartFacts } from '../../src/grant/price.js'
import { priceWith } from '../../src/grant/price.js'
import type { KnownTerms } from '../../src/grant/terms.js'
import type { Grant } from '../../src/types.js'
import { entry } from '../support/entry.js'

const EVERY: KnownTerms = { percentage: 10, everyProduct: true }
const WHOLE = { code: 'save10', applicable: true, saved: 200, percentage: 10 }
const EMPTY: CartFacts = { worth: 0, discount: 0, codes: [] }

interface Case {
  readonly grants?: readonly Grant[]
  readonly terms?: KnownTerms
  readonly cart?: CartFacts
}

const price = (amount: number, { cart, grants = [entry()], terms = {} }: Case = {}) =>
  priceWith(amount, { grants, terms: () => terms, cart })

describe('priceWith() what the merchant says', () => {
  it('takes a percentage off every product', () => {
    expect(price(2400, { terms: EVERY })).toBe(2160)
    expect(price(2400, { terms: EVERY, cart: EMPTY })).toBe(2160)
    expect(price(2400, { terms: { ...EVERY, percentage: 100 } })).toBe(0)
  })

  it('takes an amount off each, down to nothing', () => {
    const terms = { amountEach: 500, everyProduct: true }
    expect([2400, 500, 499, 0].map((amount) => price(amount, { terms }))).toEqual([1900, 0, 0, 0])
  })

  it.each([
    [2499, 10, 2249],
    [2495, 10, 2245],
    [2494, 10, 2245],
    [1, 50, 0],
    [3, 33.3, 2],
  ])('rounds what is taken off %i at %d %% to the nearest minor unit', (amount, rate, expected) => {
    expect(price(amount, { terms: { ...EVERY, percentage: rate } })).toBe(expected)
  })

  it('knows no price below the minimum, unless the cart makes up for it', () => {
    const terms = { ...EVERY, minimum: 5000 }
    expect(price(4999, { terms })).toBeUndefined()
    expect(price(5000, { terms })).toBe(4500)
    const cart = { ...EMPTY, worth: 3000 }
    expect(price(2000, { terms, cart })).toBe(1800)
    expect(price(1999, { terms, cart })).toBeUndefined()
  })

  it.each([
    [{ percentage: 10 }],
    [{ percentage: 10, everyProduct: false }],
    [{ everyProduct: true }],
    [{ amountOff: 500, everyProduct: true }],
    [{ percentage: 10, amountOff: 500, everyProduct: true }],
    [{ percentage: 10, amountEach: 500, everyProduct: true }],
    [{}],
  ])('knows no price by %j', (terms) => {
    expect(price(2400, { terms })).toBeUndefined()
  })
})

describe('priceWith() what the cart says', () => {
  const grants = [entry({ status: 'applied' })]
  const cart = { worth: 2000, discount: 200, codes: [WHOLE] }

  it('takes the percentage that the shop takes off every item', () => {
    expect(price(3000, { grants, cart })).toBe(2700)
  })

  it('believes the shop before the merchant', () => {
    expect(price(3000, { grants, cart, terms: { ...EVERY, percentage: 50 } })).toBe(2700)
  })

  it('takes the merchant’s word where the shop does not say how much', () => {
    const silent = { ...cart, codes: [{ code: 'SAVE10', applicable: true }] }
    expect(price(3000, { grants, cart: silent, terms: EVERY })).toBe(2700)
  })

  it('takes the merchant’s word for what the shop takes off each', () => {
    const terms = { amountEach: 100, everyProduct: true }
    const each = { code: 'SAVE10', applicable: true, saved: 200 }
    expect(price(3000, { grants, cart: { ...cart, codes: [each] }, terms })).toBe(2900)
    const silent = { ...cart, codes: [{ code: 'SAVE10', applicable: true }] }
    expect(price(3000, { grants, cart: silent, terms })).toBeUndefined()
  })

  it('does not take the merchant’s word for what the cart shows to be wrong', () => {
    const each = { code: 'SAVE10', applicable: true, saved: 200 }
    const terms = { percentage: 20, everyProduct: true }
    expect(price(3000, { grants, cart: { ...cart, codes: [each] }, terms })).toBeUndefined()
  })

  it.each([
    ['another code is on the cart', { codes: [WHOLE, { code: 'OTHER', applicable: false }] }],
    ['only another code is', { codes: [{ ...WHOLE, code: 'OTHER' }] }],
    ['the shop takes off more than the code', { discount: 300 }],
    ['the shop takes off more than the merchant said', { codes: [{ ...WHOLE, saved: 150 }] }],
    ['the shop takes something off by itself', { codes: [], discount: 50 }],
    ['the shop left items out', { worth: 2500 }],
    ['the code takes no effect', { codes: [{ ...WHOLE, applicable: false }] }],
  ])('knows no price where %s', (_, changes) => {
    expect(price(3000, { grants, cart: { ...cart, ...changes }, terms: EVERY })).toBeUndefined()
  })
})

describe('priceWith()', () => {
  it.each([
    ['no code is in force', []],
    ['two are', [entry(), entry({ code: 'EXTRA5' })]],
    ['the code waits', [entry({ status: 'waiting' })]],
  ])('knows no price where %s', (_, grants) => {
    expect(price(2400, { grants, terms: EVERY })).toBeUndefined()
  })

  it.each([-1, 24.5, NaN, Infinity, '2400', undefined, null])('knows no price of %j', (amount) => {
    expect(price(amount as number, { terms: EVERY })).toBeUndefined()
    const cart = { worth: 2000, discount: 200, codes: [WHOLE] }
    expect(price(amount as number, { grants: [entry()], cart })).toBeUndefined()
  })
})
