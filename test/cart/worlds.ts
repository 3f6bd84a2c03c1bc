import fc from 'fast-check'

import type { Conflicts, Coupons } from '../support/fake-shop/coupon.js'
import { PRICE } from '../support/fake-shop/coupon.js'
import type { Fault } from '../support/fake-shop/shop-types.js'

const LINKED = ['A1', 'B2', 'C3', 'D4', 'E5'] as const
/** The code that the shopper typed. */
export const OWN = 'OWN7'

/** A shop, and how a shopper came to it. */
export interface World {
  readonly coupons: Coupons
  readonly conflicts: Conflicts
  readonly saysReasons: boolean
  readonly dropsSilently: boolean
  readonly items: number
  /** Codes of one link each, in the order in which they are followed. */
  readonly links: readonly (readonly string[])[]
  /** After how many links the cart is looked at for the first time. */
  readonly lookAfter: number
  /** Whether the shopper typed a code, and how. */
  readonly own: 'no' | 'theme' | 'keeper'
}

const coupon = (codes: readonly string[]) =>
  fc.record(
    {
      percent: fc.integer({ min: 1, max: 30 }),
      minimum: fc.constantFrom(0, 0, 0, PRICE * 2),
      exclusive: fc.constantFrom(false, false, true),
      not: fc.subarray([...codes], { maxLength: 2 }),
    },
    { requiredKeys: ['percent'] },
  )

/** Any world with so many codes of links. */
export const worlds = (most: number): fc.Arbitrary<World> => {
  const codes = LINKED.slice(0, most)
  const all = [...codes, OWN]
  return fc.record({
    coupons: fc.record(Object.fromEntries(all.map((code) => [code, coupon(all)]))),
    conflicts: fc.constantFrom('first', 'last', 'best'),
    saysReasons: fc.boolean(),
    dropsSilently: fc.constantFrom(false, false, true),
    items: fc.integer({ min: 1, max: 3 }),
    links: fc.constantFrom(
      codes.map((code) => [code]),
      [codes.slice(0, 2), ...codes.slice(2).map((code) => [code])],
    ),
    lookAfter: fc.integer({ min: 0, max: most - 1 }),
    own: fc.constantFrom('no', 'theme', 'keeper'),
  })
}

const ONE = { percent: 1 }

const hardWorld = (changes: Partial<World>): World => ({
  coupons: { A1: ONE, B2: ONE, C3: ONE, D4: ONE, E5: ONE, OWN7: ONE },
  conflicts: 'last',
  saysReasons: false,
  dropsSilently: false,
  items: 1,
  links: [['A1', 'B2'], ['C3'], ['D4'], ['E5']],
  lookAfter: 3,
  own: 'no',
  ...changes,
})
const ALL = hardWorld({}).coupons
/** Worlds in which one failure or another once left the cart on something worse. */
export const HARD_WORLDS: [World, (Fault | undefined)[]][] = [
  [
    hardWorld({
      coupons: {
        ...ALL,
        A1: { percent: 1, not: ['B2'] },
        B2: { percent: 3 },
        D4: { percent: 1, not: ['A1'] },
      },
    }),
    [undefined, 'refused-after-success'],
  ],
  [
    hardWorld({
      coupons: { ...ALL, OWN7: { percent: 3, not: ['D4'] } },
      lookAfter: 2,
      own: 'keeper',
    }),
    [undefined, undefined, 'cool-down'],
  ],
  [
    hardWorld({
      coupons: { ...ALL, C3: { percent: 1, exclusive: true } },
      conflicts: 'first',
      dropsSilently: true,
      links: LINKED.map((code) => [code]),
      lookAfter: 2,
    }),
    [undefined, undefined, undefined, 'cool-down'],
  ],
  [
    hardWorld({
      coupons: { ...ALL, D4: { percent: 4, not: ['A1'] }, E5: { percent: 1, not: ['C3'] } },
    }),
    [undefined, 'refused-after-success', undefined, 'offline'],
  ],
  [
    hardWorld({
      coupons: { ...ALL, A1: { percent: 1, exclusive: true }, C3: { percent: 1, not: ['B2'] } },
      conflicts: 'first',
      own: 'theme',
    }),
    [undefined, undefined, undefined, undefined, 'refused-after-success', 'offline'],
  ],
]
