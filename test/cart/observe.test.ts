import { describe, expect, it } from 'vitest'

import { cameAlong, missed, observe, placed } from '../../src/cart/observe.js'
import type { Entry } from '../../src/grant/entry.js'
import type { Cart, Reason, Status } from '../../src/types.js'
import { entry } from '../support/entry.js'

const CART: Cart = {
  id: 'cart-1',
  itemCount: 1,
  codes: [{ code: 'save10', applicable: true }],
  attributes: {},
  discount: 100,
}
const after = (change: (entries: readonly Entry[]) => readonly Entry[], from: Entry) =>
  change([from])[0]

const refused = (reason?: Reason): Cart => ({
  ...CART,
  discount: 0,
  codes: [{ code: 'SAVE10', applicable: false, reason }],
})

describe('observe', () => {
  it('calls a code applied when the cart honours it and money is off', () => {
    expect(after(observe(CART), entry())).toMatchObject({ status: 'applied', cart: 'cart-1' })
  })

  it('calls a code waiting when it is honoured and no money is off', () => {
    const found = after(observe({ ...CART, discount: 0 }), entry())
    expect(found).toMatchObject({ status: 'waiting', reason: undefined })
  })

  it('calls a code waiting with the reason the cart gives', () => {
    const found = after(observe(refused('DISCOUNT_PURCHASE_NOT_IN_RANGE')), entry())
    expect(found).toMatchObject({ status: 'waiting', reason: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' })
  })

  it('counts no cart as one that held a code which it never did', () => {
    expect(after(observe({ ...CART, codes: [] }), entry())?.cart).toBeUndefined()
  })

  it('leaves a promise without a code as it is', () => {
    const promised = entry({ code: '', promise: { ref: 'anna' } })
    expect(after(observe(CART), promised)).toBe(promised)
  })

  it('forgets of a code that is over the cart that is gone, and of one in force not before it has to', () => {
    const over = entry({ status: 'removed', cart: 'cart-0' })
    expect(after(observe(CART), over)?.cart).toBeUndefined()
    const empty = { ...CART, itemCount: 0 }
    expect(after(observe(empty), entry({ cart: 'cart-0' }))?.cart).toBe('cart-0')
  })

  it('calls a code waiting for UNKNOWN when it is refused, or gone, without a word', () => {
    const unsaid = { status: 'waiting', reason: 'UNKNOWN' }
    expect(after(observe(refused()), entry())).toMatchObject(unsaid)
    expect(after(observe({ ...CART, codes: [] }), entry())).toMatchObject(unsaid)
  })

  // a reason that is new in the vocabulary has to find its place here
  const OUTCOMES: Readonly<Record<Reason, Status>> = {
    DISCOUNT_CODE_NOT_HONOURED: 'waiting',
    DISCOUNT_CURRENTLY_INACTIVE: 'waiting',
    DISCOUNT_CUSTOMER_NOT_ELIGIBLE: 'waiting',
    DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED: 'rejected',
    DISCOUNT_ELIGIBLE_CUSTOMER_MISSING: 'waiting',
    DISCOUNT_INCOMPATIBLE_PURCHASE_TYPE: 'waiting',
    DISCOUNT_NOT_FOUND: 'rejected',
    DISCOUNT_NO_ENTITLED_LINE_ITEMS: 'waiting',
    DISCOUNT_NO_ENTITLED_SHIPPING_LINES: 'waiting',
    DISCOUNT_PURCHASE_NOT_IN_RANGE: 'waiting',
    DISCOUNT_QUANTITY_NOT_IN_RANGE: 'waiting',
    DISCOUNT_USAGE_LIMIT_REACHED: 'rejected',
    UNKNOWN: 'waiting',
  }

  it.each(Object.entries(OUTCOMES) as readonly (readonly [Reason, Status])[])(
    'keeps the reason %s as the shop gives it, and calls the code %s',
    (reason, status) => {
      expect(after(observe(refused(reason)), entry())).toMatchObject({ status, reason })
      // whatever was known of it before
      for (const before of ['UNKNOWN', 'DISCOUNT_CODE_NOT_HONOURED'] as const)
        expect(after(observe(refused(reason)), entry({ reason: before }))).toMatchObject({
          status,
          reason,
        })
    },
  )

  it('remembers that a code has lost where the shop gives no reason', () => {
    const lost = { status: 'waiting', reason: 'DISCOUNT_CODE_NOT_HONOURED' } as const
    expect(after(observe(refused()), entry(lost))).toMatchObject(lost)
  })

  it('keeps the reason that a shop gave as it refused a code, since a later look does not tell it', () => {
    const reason = 'DISCOUNT_CURRENTLY_INACTIVE'
    const refusedThere = entry({ reason, status: 'waiting', cart: 'cart-1' })
    const gone: Cart = { ...CART, codes: [] }
    expect(after(observe(gone), refusedThere)).toMatchObject({ status: 'waiting', reason })
    expect(after(observe({ ...gone, id: 'cart-2' }), refusedThere)).toMatchObject({
      reason: 'UNKNOWN',
    })
    expect(after(observe(refused()), refusedThere)).toMatchObject({ reason: 'UNKNOWN' })
  })

  it.each([
    'DISCOUNT_NOT_FOUND',
    'DISCOUNT_USAGE_LIMIT_REACHED',
    'DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED',
  ] as const)('calls a code rejected for %s', (reason) => {
    expect(after(observe(refused(reason)), entry())).toMatchObject({ status: 'rejected', reason })
  })

  it('leaves a parked code where it is, and tells that it lost', () => {
    const parked = entry({ parked: true, status: 'applied', cart: 'cart-1' })
    const found = after(observe({ ...CART, codes: [] }), parked)
    expect(found).toMatchObject({
      status: 'waiting',
      reason: 'DISCOUNT_CODE_NOT_HONOURED',
      parked: true,
      cart: undefined,
    })
  })

  it('calls a code held on an empty cart, on none, and where the shop says nothing of codes', () => {
    const applied = entry({ status: 'applied', cart: 'cart-1' })
    const empty = { ...CART, itemCount: 0, codes: [] }
    expect(after(observe(empty), applied)).toMatchObject({ status: 'held', cart: undefined })
    const silent = { ...CART, codes: undefined, discount: 0 }
    expect(after(observe(silent), entry())).toMatchObject({ status: 'held' })
  })

  it('leaves a code alone that is over, and forgets the cart once it is gone from there', () => {
    const over = entry({ status: 'removed', cart: 'cart-1' })
    expect(after(observe(CART), over)).toEqual(over)
    expect(after(observe({ ...CART, codes: [] }), over)).toEqual({ ...over, cart: undefined })
  })
})

describe('missed', () => {
  const applied = entry({ status: 'applied', cart: 'cart-1' })
  const bare = { ...CART, codes: [] }

  it('takes a code for removed that this cart honoured and holds no more', () => {
    expect(after(missed(bare), applied)).toMatchObject({ status: 'removed', cart: undefined })
  })

  it('does not miss a code that is there in another case', () => {
    expect(after(missed(CART), applied)).toBe(applied)
  })

  it.each([
    ['waited for a condition', { ...applied, status: 'waiting', reason: 'UNKNOWN' }, bare],
    ['was on another cart', { ...applied, cart: 'cart-0' }, bare],
    ['was never on a cart', entry(), bare],
    ['was taken off because it lost', { ...applied, parked: true, status: 'waiting' }, bare],
    ['was used', { ...applied, status: 'consumed' }, bare],
  ] as const)('does not miss a code that %s', (_, from, cart) => {
    expect(after(missed(cart), from)).toBe(from)
  })
})

describe('cameAlong', () => {
  it('knows a code that is over for one of ours, where the shop was told of it', () => {
    const over = entry({ status: 'removed' })
    expect(after(cameAlong(CART, ['save10']), over)).toEqual({ ...over, cart: 'cart-1' })
    expect(after(cameAlong(CART, ['OTHER']), over)).toBe(over)
    expect(after(cameAlong({ ...CART, codes: [] }, ['SAVE10']), over)).toBe(over)
    const live = entry()
    expect(after(cameAlong(CART, ['SAVE10']), live)).toBe(live)
  })
})

describe('placed', () => {
  const none = { ...CART, codes: [] }

  it('counts what was written, or came with it, as ours on that cart', () => {
    const ours = { ...entry(), cart: 'cart-1' }
    expect(after(placed({ codes: ['SAVE10'] }, none, CART), entry())).toEqual(ours)
    expect(after(placed({ codes: ['SAVE10'] }, none, none), entry())).toEqual(ours)
    expect(after(placed({}, none, CART), entry())).toEqual(ours)
  })

  it('does not count what was there before, or was neither written nor is there', () => {
    for (const [before, found] of [
      [CART, CART],
      [none, none],
    ] as const)
      expect(after(placed({ codes: ['OTHER'] }, before, found), entry())).toEqual(entry())
    const over = entry({ status: 'removed' })
    expect(after(placed({ codes: ['SAVE10'] }, none, none), over)).toEqual(over)
  })
})
