import { describe, expect, it } from 'vitest'

import { basisOf } from '../../src/cart/basis-of.js'
import { observe } from '../../src/cart/observe.js'
import type { Before } from '../../src/cart/perished.js'
import { perished } from '../../src/cart/perished.js'
import type { Entry } from '../../src/grant/entry.js'
import type { Cart, CartCode, Reason } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

const APPLIED = entry({ status: 'applied', cart: 'cart-1' })
const OTHER = entry({ code: 'EXTRA5', status: 'applied', cart: 'cart-1' })

const cart = (codes: readonly CartCode[], changes: Partial<Cart> = {}): Cart => ({
  id: 'cart-1',
  itemCount: 1,
  contents: '7x1',
  codes,
  attributes: {},
  discount: 0,
  total: 1000,
  ...changes,
})
const refused = (reason?: Reason): readonly CartCode[] => [
  { code: 'SAVE10', applicable: false, reason },
]
const BASIS = basisOf(cart([]))
const LAG = 300_000

/** What an answer of the cart makes of the first entry, by what was known before. */
const after = (now: Cart, entries: readonly Entry[], before: Partial<Before> = {}) =>
  perished(now, { cart: 'cart-1', basis: BASIS, entries, now: NOON + LAG, ...before })(
    observe(now)(entries),
  )[0]

describe('perished(): without a reason', () => {
  it('refuses a code that the same cart honoured before', () => {
    const over = { status: 'rejected', reason: 'UNKNOWN' }
    expect(after(cart(refused()), [APPLIED])).toMatchObject(over)
    expect(after(cart(refused('UNKNOWN')), [APPLIED])).toMatchObject(over)
  })

  it('refuses a code that the shop dropped, and drops again, without a word', () => {
    expect(after(cart([]), [APPLIED])).toMatchObject({ status: 'rejected', reason: 'UNKNOWN' })
  })

  it('refuses one of two codes that were honoured together, where the other explains the rest', () => {
    const both = [{ code: 'EXTRA5', applicable: true, saved: 50 }, ...refused()]
    const now = cart(both, { discount: 50, total: 950 })
    expect(after(now, [APPLIED, OTHER])).toMatchObject({ status: 'rejected' })
  })

  it('refuses one beside a code of others that takes no effect', () => {
    const theirs = { code: 'THEIRS', applicable: false }
    expect(after(cart([theirs, ...refused()]), [APPLIED])).toMatchObject({ status: 'rejected' })
  })

  it.each([
    ['other things are in the cart', { contents: '8x1' }, {}],
    ['the same things cost something else', { total: 900 }, {}],
    ['the shop does not say what is in the cart', { contents: undefined }, {}],
    [
      'the shop never says what is in the cart',
      { contents: undefined },
      { basis: basisOf({ ...cart([]), contents: undefined }) },
    ],
    ['it is another cart', { id: 'cart-2' }, {}],
    ['the cart was not read before', {}, { cart: undefined, basis: undefined }],
    ['the cart was read before another came', {}, { cart: 'cart-0' }],
    ['something else takes money off', { discount: 50, total: 950 }, {}],
  ] as const)('lets a code wait where %s', (_, changes, before) => {
    const now = cart(refused(), changes)
    expect(after(now, [APPLIED], { basis: BASIS, ...before })?.status).toBe('waiting')
  })

  it.each([
    ['of the shopper came', [APPLIED]],
    ['of ours was not honoured before', [APPLIED, { ...OTHER, status: 'waiting' as const }]],
  ])('lets a code wait where a code %s', (_, entries) => {
    const now = cart([{ code: 'EXTRA5', applicable: true }, ...refused()])
    expect(after(now, entries)?.status).toBe('waiting')
  })

  it.each(['held', 'waiting'] as const)('lets a code wait that was %s', (status) => {
    expect(after(cart(refused()), [{ ...APPLIED, status }])?.status).toBe('waiting')
  })

  it('leaves a code on the cart that the shopper typed', () => {
    expect(after(cart(refused()), [{ ...APPLIED, source: 'shopper' }])?.status).toBe('waiting')
  })

  it('leaves alone what another cart honoured', () => {
    expect(after(cart(refused()), [{ ...APPLIED, cart: 'cart-0' }])?.status).toBe('waiting')
  })
})

describe('perished(): with a reason', () => {
  const inactive = cart(refused('DISCOUNT_CURRENTLY_INACTIVE'), { contents: undefined })

  it('ends a code that was honoured and is inactive, whatever is in the cart', () => {
    const over = { status: 'expired', reason: 'DISCOUNT_CURRENTLY_INACTIVE' }
    expect(after(inactive, [APPLIED])).toMatchObject(over)
  })

  it('ends a code that is inactive though its terms say it has started', () => {
    const started = { ...entry(), startsAt: NOON }
    expect(after(inactive, [started])?.status).toBe('expired')
  })

  it('lets a code wait that has just started, where the clock of the shop may be behind', () => {
    const started = { ...entry(), startsAt: NOON }
    expect(after(inactive, [started], { now: NOON + LAG - 1 })?.status).toBe('waiting')
    expect(after(inactive, [{ ...APPLIED, startsAt: NOON }], { now: NOON })?.status).toBe('expired')
  })

  it('lets a code wait that is inactive and may be yet to start', () => {
    expect(after(inactive, [entry()])?.status).toBe('waiting')
  })

  it.each([
    'DISCOUNT_CODE_NOT_HONOURED',
    'DISCOUNT_CUSTOMER_NOT_ELIGIBLE',
    'DISCOUNT_PURCHASE_NOT_IN_RANGE',
  ] as const)('believes %s, and lets the code wait', (reason) => {
    expect(after(cart(refused(reason)), [APPLIED])).toMatchObject({ status: 'waiting', reason })
  })

  it('leaves a code alone that is over already', () => {
    const reason = 'DISCOUNT_CURRENTLY_INACTIVE' as const
    const removed = { ...APPLIED, status: 'removed' as const, reason, startsAt: NOON }
    expect(after(inactive, [removed])?.status).toBe('removed')
  })
})
