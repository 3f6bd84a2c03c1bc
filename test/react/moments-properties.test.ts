// @vitest-environment jsdom
import fc from 'fast-check'
import { act, createElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Discount } from '../../src/react/index.js'
import { createReader, expectNoComplaints, mount } from './open-root.js'
import type { StubState } from './stub-keeper.js'
import { createStubKeeper, grantOf } from './stub-keeper.js'

expectNoComplaints()

const AMOUNTS = [0, 5000]

const states: fc.Arbitrary<StubState> = fc.record({
  grants: fc.constantFrom([], [grantOf('A')], [grantOf('A', 'held')], [grantOf('A'), grantOf('B')]),
  notices: fc.constantFrom([], [{ code: 'A', state: 'held' as const }]),
  ref: fc.constantFrom(undefined, { ref: 'amy', grantedAt: 1, expiresAt: 2 }),
  percent: fc.constantFrom(undefined, 0, 20),
  query: fc.constantFrom('', '?discount=A'),
})

const steps = fc.array(fc.record({ state: states, isTold: fc.boolean(), isReady: fc.boolean() }), {
  maxLength: 12,
})

const say = ({ checkoutUrl, grants, isReady, notices, price, ref }: Discount): string =>
  JSON.stringify([grants, notices, ref, isReady, AMOUNTS.map(price), checkoutUrl('/checkout')])

describe('moments', () => {
  it('differ exactly where what was told differs, and are the latest as soon as it is told', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const { keeper, set, tell } = createStubKeeper()
        const { Reader, said, seen } = createReader(say)
        const page = await mount({ keeper, children: createElement(Reader) })
        let isReady = false
        for (const { isReady: becomesReady, isTold, state } of walk) {
          set(state)
          if (!isTold) continue
          isReady ||= becomesReady
          await act(() => tell(becomesReady ? 'ready' : 'applied'))
          const { grants, notices, percent, query, ref } = state
          const prices = AMOUNTS.map((amount) =>
            percent === undefined ? undefined : amount - (amount * percent) / 100,
          )
          expect(page.text()).toBe(
            JSON.stringify([grants, notices, ref, isReady, prices, `/checkout${query}`]),
          )
        }
        // one rendering for each moment, and from the keeper's first word on no two in a row that say the same
        expect(new Set(seen).size).toBe(seen.length)
        for (const [at, text] of said.slice(2).entries()) expect(text).not.toBe(said[at + 1])
        page.unmount()
      }),
      { numRuns: 60 },
    )
  })
})
