import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readCodes, readContents } from '../../src/platforms/shopify-theme/read-allocations.js'

const CODE = { code: 'SAVE10', applicable: true }

/** An application as the Ajax API writes it. */
const application = (changes: object = {}) => ({
  type: 'discount_code',
  title: 'SAVE10',
  value: '10.0',
  value_type: 'percentage',
  allocation_method: 'across',
  target_selection: 'all',
  target_type: 'line_item',
  total_allocated_amount: 240,
  ...changes,
})
const line = (amount: number, changes: object = {}) => ({
  line_level_discount_allocations: [{ amount, discount_application: application(changes) }],
})
const codes = (cart: object) => readCodes({ discount_codes: [CODE], ...cart })

describe('readCodes()', () => {
  it('says what a code takes off the cart, and that it is off every item', () => {
    expect(codes({ cart_level_discount_applications: [application()] })).toEqual([
      { ...CODE, saved: 240, percentage: 10 },
    ])
  })

  it('adds up what a code takes off the lines', () => {
    const items = [line(100, { target_selection: 'entitled' }), line(50)]
    expect(codes({ items })).toEqual([{ ...CODE, saved: 150 }])
  })

  it('finds a code whatever its case, and only of codes', () => {
    const applications = [
      application({ title: 'save10' }),
      application({ type: 'automatic' }),
      application({ title: 'OTHER' }),
    ]
    expect(codes({ cart_level_discount_applications: applications })?.[0]?.saved).toBe(240)
  })

  it.each([
    { value_type: 'fixed_amount', value: '10.00' },
    { target_selection: 'entitled' },
    { target_selection: 'explicit' },
    { target_selection: undefined },
    { target_type: 'shipping_line' },
    { value: 'ten' },
    { value: '0.0' },
    { value: undefined },
  ])('says no percentage for %j', (changes) => {
    expect(codes({ cart_level_discount_applications: [application(changes)] })).toEqual([
      { ...CODE, saved: 240 },
    ])
  })

  it('says no percentage where a code has several', () => {
    for (const changes of [{ value: '20.0' }, { target_selection: 'entitled' }]) {
      const applications = [application(), application(changes)]
      expect(codes({ cart_level_discount_applications: applications })).toEqual([
        { ...CODE, saved: 480 },
      ])
    }
  })

  it('says neither where the cart says neither', () => {
    for (const cart of [{}, { items: [] }, { items: [{}] }, { items: 'none' }])
      expect(codes(cart)).toEqual([CODE])
  })

  it('is unknown where the shop does not say which codes the cart holds', () => {
    const { discount_codes: _, ...cart } = { discount_codes: [CODE], items: [] }
    expect(readCodes(cart)).toBeUndefined()
    expect(readCodes({ discount_codes: 'SAVE10' as never })).toBeUndefined()
  })

  it('leaves out what is no code', () => {
    const listed = [null, 'SAVE10', { code: 7 }, CODE] as never
    expect(readCodes({ discount_codes: listed })).toEqual([CODE])
  })

  it('never throws and answers no nonsense, whatever the allocations are', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (items, applications) => {
        const cart = { items, cart_level_discount_applications: applications }
        for (const { percentage = 1, saved = 1 } of codes(cart) ?? []) {
          expect(percentage > 0 && percentage <= 100).toBe(true)
          expect(saved > 0 && Number.isFinite(saved)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
    const evil = { toString: 1, valueOf: 1 }
    expect(codes({ items: [line(evil as never, { title: evil, value: evil })] })).toEqual([CODE])
    const hostile = { ...application(), total_allocated_amount: 'x', value: '999' }
    expect(codes({ cart_level_discount_applications: [hostile, application()] })).toEqual([CODE])
  })
})

const item = (id: number, quantity: number, changes: object = {}) => ({
  variant_id: id,
  quantity,
  key: `${id}:${Math.random()}`,
  ...changes,
})
const contents = (...items: readonly object[]) => readContents({ items })

describe('readContents()', () => {
  it('is the same for the same things, in whatever order and however many lines', () => {
    expect(contents(item(1, 2), item(2, 1))).toBe(contents(item(2, 1), item(1, 1), item(1, 1)))
  })

  it.each([
    ['another version', [item(2, 1)]],
    ['another number', [item(1, 2)]],
    ['one thing more', [item(1, 1), item(2, 1)]],
    ['a subscription to it', [item(1, 1, { selling_plan_allocation: { selling_plan: {} } })]],
  ])('differs for %s', (_, items) => {
    expect(contents(...items)).not.toBe(contents(item(1, 1)))
  })

  it.each([[[]], [[{}]], [[item(1, 1), { quantity: 1 }]], [[item(1, 0)]], ['none'], [undefined]])(
    'is unknown for %j',
    (items) => {
      expect(readContents({ items })).toBeUndefined()
    },
  )
})
