import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createExclusive } from '../../src/cart/exclusive.js'
import { pageWith } from './page-with.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Another tab has the lock; it lets go when told to, if ever. */
const openHeldLock = () => {
  let letGo = (): void => undefined
  const free = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const request = (
    _: string,
    { signal }: LockOptions,
    task: () => Promise<void>,
  ): Promise<void> => {
    const aborted = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('AbortError')))
    })
    return Promise.race([free.then(() => (signal?.aborted ? undefined : task())), aborted])
  }
  const page = pageWith({ request } as unknown as LockManager)
  return { letGo, page, view: () => page }
}

const openCount = () => {
  const count = { runs: 0 }
  return { count, task: () => Promise.resolve(void count.runs++) }
}

describe('a lock that another tab never lets go', () => {
  it('is waited for, and after half a minute no longer', async () => {
    const { count, task } = openCount()
    void createExclusive(openHeldLock().view)(task)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(count.runs).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(count.runs).toBe(1)
  })

  it('stops no later task either', async () => {
    const { count, task } = openCount()
    const exclusive = createExclusive(openHeldLock().view)
    const both = Promise.all([exclusive(task), exclusive(task)])
    await vi.advanceTimersByTimeAsync(60_000)
    await both
    expect(count.runs).toBe(2)
  })

  it('runs a task only once that has lost its patience and gets the lock after all', async () => {
    const { count, task } = openCount()
    const { letGo, view } = openHeldLock()
    const done = createExclusive(view)(task)
    await vi.advanceTimersByTimeAsync(30_000)
    letGo()
    await done
    await vi.runAllTimersAsync()
    expect(count.runs).toBe(1)
  })

  it('leaves no timer behind once the lock was given', async () => {
    const { count, task } = openCount()
    const { letGo, view } = openHeldLock()
    const done = createExclusive(view)(task)
    letGo()
    await done
    expect(count.runs).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a page that goes to the back/forward cache as it waits', () => {
  it('asks for the lock no longer, and again when it is back', async () => {
    const { count, task } = openCount()
    const { letGo, page, view } = openHeldLock()
    const done = createExclusive(view)(task)
    await vi.advanceTimersByTimeAsync(10)
    page.dispatchEvent(new Event('pagehide'))
    letGo()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(count.runs).toBe(0)
    page.dispatchEvent(new Event('pageshow'))
    await done
    expect(count.runs).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('finishes what it had begun with the lock in its hand', async () => {
    const { count, task } = openCount()
    const { letGo, page, view } = openHeldLock()
    const exclusive = createExclusive(view)
    letGo()
    await exclusive(task)
    const isDone = exclusive(async () => {
      page.dispatchEvent(new Event('pagehide'))
      await task()
    })
    await isDone
    expect(count.runs).toBe(2)
  })
})
