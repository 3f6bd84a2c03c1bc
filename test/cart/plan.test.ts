import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { desiredCodes, fingerprint, plan } from '../../src/cart/plan.js'
import type { Cart } from '../../src/types.js'
import { entry, ledgerEntries, NOON } from '../support/entry.js'

const cartWith = (codes: readonly string[] | undefined, changes: Partial<Cart> = {}): Cart => ({
  id: 'cart-1',
  itemCount: 1,
  codes: codes?.map((code) => ({ code, applicable: true })),
  attributes: {},
  discount: 100,
  ...changes,
})

describe('desiredCodes', () => {
  it('names the codes in force, the newest first', () => {
    const entries = [
      entry({ code: 'OLD', grantedAt: 1 }),
      entry({ code: 'GONE', grantedAt: 2, status: 'removed' }),
      entry({ code: 'NEW', grantedAt: 3 }),
    ]
    expect(desiredCodes(entries)).toEqual(['NEW', 'OLD'])
  })

  it('names what the shopper typed before what links brought', () => {
    const entries = [entry({ code: 'TYPED', source: 'shopper' }), entry({ code: 'LINKED' })]
    expect(desiredCodes(entries)).toEqual(['TYPED', 'LINKED'])
  })
})

describe('fingerprint', () => {
  const base = fingerprint([entry()], { 'cc-ref': 'ANNA' })

  it.each([
    ['another code', fingerprint([entry({ code: 'EXTRA5' })], { 'cc-ref': 'ANNA' })],
    ['a code that is over', fingerprint([entry({ status: 'expired' })], { 'cc-ref': 'ANNA' })],
    ['another attribute', fingerprint([entry()], { 'cc-ref': 'BEN' })],
    ['a withdrawn attribute', fingerprint([entry()], { 'cc-ref': '' })],
  ])('differs for %s', (_, other) => {
    expect(other).not.toBe(base)
  })

  it('differs while a code that is over is still on a cart', () => {
    const over = entry({ status: 'expired' })
    expect(fingerprint([{ ...over, cart: 'cart-1' }], {})).not.toBe(fingerprint([over], {}))
  })

  it('is the same beside a code that is over and on no cart, and an attribute that is empty', () => {
    const over = entry({ code: 'EXTRA5', status: 'expired' })
    expect(fingerprint([entry(), over], { 'cc-ref': '' })).toBe(fingerprint([entry()], {}))
  })

  it('differs for a code that is promised anew, and for one that is to go instead of to come', () => {
    const again = entry({ grantedAt: NOON + 1 })
    expect(fingerprint([again], {})).not.toBe(fingerprint([entry()], {}))
    const [at] = fingerprint([entry()], {}).split('SAVE10').slice(-1)
    const gone = entry({ code: 'SAVE10' + at, status: 'removed', cart: 'cart-1' })
    expect(fingerprint([gone], {})).not.toBe(fingerprint([entry()], {}))
  })

  it('is the same for attributes in any order and statuses of codes in force', () => {
    const one = fingerprint([entry()], { 'cc-ref': 'A', 'cc-discount-code': 'B' })
    const attributes = { 'cc-discount-code': 'B', 'cc-ref': 'A' }
    expect(fingerprint([entry({ status: 'applied', cart: 'c' })], attributes)).toBe(one)
  })
})

describe('plan', () => {
  it('asks for nothing when the cart is right, whatever the case of its codes', () => {
    expect(plan(cartWith(['save10']), [entry()], {})).toBeUndefined()
  })

  it('asks for nothing when there is nothing to want', () => {
    expect(plan(cartWith([]), [], {})).toBeUndefined()
    expect(plan(cartWith(['THEIRS']), [], {})).toBeUndefined()
    expect(plan(cartWith(['THEIRS']), [entry({ status: 'removed' })], {})).toBeUndefined()
  })

  it('adds ours after the codes that are there, which keep place and spelling', () => {
    const change = plan(cartWith(['ZuletzT', 'aBC']), [entry()], {})
    expect(change).toEqual({ codes: ['ZuletzT', 'aBC', 'SAVE10'], attributes: undefined })
  })

  it('adds what the shopper typed in front', () => {
    const typed = entry({ code: 'TYPED', source: 'shopper' })
    expect(plan(cartWith(['THEIRS']), [entry(), typed], {})?.codes).toEqual([
      'TYPED',
      'THEIRS',
      'SAVE10',
    ])
  })

  it('takes off only what is over and was ours on this very cart', () => {
    const over = entry({ status: 'expired', cart: 'cart-1' })
    expect(plan(cartWith(['THEIRS', 'save10']), [over], {})?.codes).toEqual(['THEIRS'])
    expect(plan(cartWith(['save10']), [{ ...over, cart: 'cart-0' }], {})).toBeUndefined()
  })

  it('writes codes and attributes in one change, and only the attributes that differ', () => {
    const cart = cartWith(['SAVE10'], { attributes: { 'cc-ref': 'ANNA', gift: 'yes' } })
    expect(plan(cart, [entry()], { 'cc-ref': 'ANNA', 'cc-discount-code': 'SAVE10' })).toEqual({
      codes: undefined,
      attributes: { 'cc-discount-code': 'SAVE10' },
    })
    expect(plan(cart, [entry({ code: 'NEW' })], { 'cc-ref': '' })).toEqual({
      codes: ['SAVE10', 'NEW'],
      attributes: { 'cc-ref': '' },
    })
  })

  it('does not ask for the removal of an attribute that is not there', () => {
    expect(plan(cartWith(['SAVE10']), [entry()], { 'cc-ref': '' })).toBeUndefined()
  })

  it('asks for its codes where the cart does not say which it holds', () => {
    for (const discount of [0, 100])
      expect(plan(cartWith(undefined, { discount }), [entry()], {})?.codes).toEqual(['SAVE10'])
  })

  it('brings every cart to where a second plan has nothing to do, and drops no code of others', () => {
    const codes = fc.uniqueArray(fc.constantFrom('A', 'b', 'MINE', 'Theirs', 'X9'))
    fc.assert(
      fc.property(codes, ledgerEntries, (there, entries) => {
        const change = plan(cartWith(there), entries, {})
        const after = change?.codes ?? there
        expect(plan(cartWith(after), entries, {})).toBeUndefined()
        const named = new Set(entries.map(({ code }) => code.toLowerCase()))
        const theirs = (list: readonly string[]) =>
          list.filter((code) => !named.has(code.toLowerCase()))
        expect(theirs(after)).toEqual(theirs(there))
      }),
      { numRuns: 300 },
    )
  })
})
