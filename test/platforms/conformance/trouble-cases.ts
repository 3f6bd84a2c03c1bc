import { expect, vi } from 'vitest'

import { DiscountKeeperError } from '../../../src/errors.js'
import type { ErrorCode } from '../../../src/errors.js'
import type { Cart } from '../../../src/types.js'
import type { Case, Cases } from './open-shopper.js'
import type { FaultKind } from './shop-under-test.js'

const PATIENCE = 10_000

const errorOf = async (request: Promise<Cart> | undefined): Promise<string> => {
  const error: unknown = await request?.catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(DiscountKeeperError)
  return (error as DiscountKeeperError).code
}

/** Neither a read nor a write gets through; the shopper leaves with the code, and gets it once the shop is back. */
const meets =
  (kind: FaultKind, code: ErrorCode): Case =>
  async ({ addItem, arrive, errors, expectWayOut, fault, outcome, platform }) => {
    await addItem()
    fault?.(kind)
    expect(await errorOf(platform.read?.())).toBe(code)
    expect(await errorOf(platform.write?.({ attributes: { 'cc-ref': 'amy' } }))).toBe(code)
    await arrive('/?discount=CREATOR20')
    expect(new Set(errors)).toEqual(new Set([code]))
    expect(outcome('CREATOR20')).toBe('held')
    expectWayOut('CREATOR20')
    fault?.()
    await arrive()
    // a shop that asked for it is left alone for minutes
    const next = code === 'COOL_DOWN' ? 'held' : 'applied'
    expect(outcome('CREATOR20')).toBe(next)
    return `${code}, then ${next}`
  }

/** What a shopper may meet on the way to the shop. */
export const troubleCases: Cases = {
  offline: meets('offline', 'OFFLINE'),
  '429 answer': meets('429', 'COOL_DOWN'),
  '5xx answer': meets('500', 'REFUSED'),
  'HTML answer': meets('html', 'COOL_DOWN'),
  'foreign origin': meets('foreign-origin', 'OFFLINE'),

  'hung request': async ({ addItem, fault, platform }) => {
    await addItem()
    for (const kind of ['hang', 'hung-body'] as const) {
      fault?.(kind)
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      const asked = Promise.all([
        errorOf(platform.read?.()),
        errorOf(platform.write?.({ attributes: { 'cc-ref': 'amy' } })),
      ])
      await vi.advanceTimersByTimeAsync(PATIENCE)
      vi.useRealTimers()
      expect(await asked).toEqual(['OFFLINE', 'OFFLINE'])
      fault?.()
      expect((await platform.read?.())?.itemCount).toBe(1)
    }
    return 'OFFLINE after 10 s'
  },
}
