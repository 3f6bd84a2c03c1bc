import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createExclusive } from '../../src/cart/exclusive.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Another tab has the lock; it lets go when told to, if ever. */
const openHeldLock = () => {
  let letGo = (): void => undefined
  const free = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const request = (_: string, task: () => Promise<void>): Promise<void> => free.then(task)
  return { letGo, locks: () => ({ request }) as unknown as LockManager }
}

const openCount = () => {
  const count = { runs: 0 }
  return { count, task: () => Promise.resolve(void count.runs++) }
}

describe('a lock that another tab never lets go', () => {
  it('is waited for, and after half a minute no longer', async () => {
    const { count, task } = openCount()
    void createExclusive(openHeldLock().locks)(task)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(count.runs).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(count.runs).toBe(1)
  })

  it('stops no later task either', async () => {
    const { count, task } = openCount()
    const exclusive = createExclusive(openHeldLock().locks)
    const both = Promise.all([exclusive(task), exclusive(task)])
    await vi.advanceTimersByTimeAsync(60_000)
    await both
    expect(count.runs).toBe(2)
  })

  it('runs a task only once that has lost its patience and gets the lock after all', async () => {
    const { count, task } = openCount()
    const { letGo, locks } = openHeldLock()
    const done = createExclusive(locks)(task)
    await vi.advanceTimersByTimeAsync(30_000)
    letGo()
    await done
    await vi.runAllTimersAsync()
    expect(count.runs).toBe(1)
  })

  it('leaves no timer behind once the lock was given', async () => {
    const { count, task } = openCount()
    const { letGo, locks } = openHeldLock()
    const done = createExclusive(locks)(task)
    letGo()
    await done
    expect(count.runs).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
