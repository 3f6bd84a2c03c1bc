import fc from 'fast-check'

import { DAY, HOUR } from '../../src/names.js'

export const LINKED = ['LINK1', 'Link2', 'LINK3'] as const
export const OWN = ['OWN7', 'Own8'] as const

/** What may happen between two looks at the shop. `hurry`: the next step comes before the page has come to rest. */
export type Step =
  | { readonly do: 'land'; readonly code: string; readonly ref?: string; readonly hurry: boolean }
  | { readonly do: 'type' | 'set only'; readonly code: string; readonly hurry: boolean }
  | { readonly do: 'pass'; readonly time: number }
  | { readonly do: 'clear'; readonly layer: 'storage' | 'cookie' }
  | {
      readonly do: 'browse' | 'add' | 'remove item' | 'take ours off'
      readonly hurry: boolean
    }
  | {
      readonly do:
        | 'new tab'
        | 'close tab'
        | 'next tab'
        | 'clear attributes'
        | 'cart expires'
        | 'cart replaced'
        | 'offline'
        | 'online'
        | 'checkout and back'
        | 'order'
    }

const hurry = fc.boolean()

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        do: fc.constant('land' as const),
        code: fc.constantFrom(...LINKED),
        ref: fc.constantFrom('anna', 'ben'),
        hurry,
      },
      { requiredKeys: ['do', 'code', 'hurry'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('type' as const, 'set only' as const),
      code: fc.constantFrom(...OWN),
      hurry,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      time: fc.constantFrom(HOUR, 5 * HOUR, DAY, 9 * DAY, 20 * DAY, 31 * DAY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clear' as const),
      layer: fc.constantFrom('storage' as const, 'cookie' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'browse' as const,
        'add' as const,
        'remove item' as const,
        'take ours off' as const,
      ),
      hurry,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'new tab' as const,
        'close tab' as const,
        'next tab' as const,
        'clear attributes' as const,
        'cart expires' as const,
        'cart replaced' as const,
        'offline' as const,
        'online' as const,
        'checkout and back' as const,
        'order' as const,
      ),
    }),
  },
)

/** Any life of a shopper, up to this many steps long. */
export const lives = (maxLength: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(step, { maxLength, size: 'max' })
