import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { askRule } from '../../src/grant/ask-rule.js'
import type { StackingRule } from '../../src/grant/stacking.js'
import { entry } from '../support/entry.js'

const GRANTS = [entry()]
const ask = (rule: unknown) => askRule(rule as StackingRule, { held: GRANTS, incoming: [] })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each<[string, StackingRule]>([
  ['at once', () => GRANTS],
  ['later', () => Promise.resolve(GRANTS)],
])('takes the grants that a rule answers %s, and leaves no timer behind', async (_, rule) => {
  expect(await ask(rule)).toBe(GRANTS)
  expect(vi.getTimerCount()).toBe(0)
})

it('waits five seconds for an answer, and no longer', async () => {
  const asked = ask(() => new Promise(() => undefined))
  const failed = vi.fn<(error: unknown) => void>()
  asked.catch(failed)
  await vi.advanceTimersByTimeAsync(4999)
  expect(failed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await expect(asked).rejects.toMatchObject({
    code: 'CALLBACK',
    message: 'A stacking rule did not answer',
  })
})

it.each([[undefined], ['SAVE10'], [[null]], [[undefined]], [[{ code: 7 }]], [[...GRANTS, {}]]])(
  'refuses %j for an answer',
  async (answer) => {
    await expect(ask(() => answer)).rejects.toMatchObject({
      code: 'CALLBACK',
      message: 'A stacking rule has to answer grants',
    })
  },
)
