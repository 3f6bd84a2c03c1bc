import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createPace } from '../../src/cart/pace.js'
import type { CartSignal } from '../../src/types.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const openPace = () => {
  const checks: (CartSignal | undefined)[] = []
  const pace = createPace((signal) => Promise.resolve(void checks.push(signal)))
  return { checks, pace }
}

describe('createPace', () => {
  it('checks at once when asked to', async () => {
    const { checks, pace } = openPace()
    await pace.run()
    expect(checks).toEqual([undefined])
  })

  it('gathers a burst of signals into one check, of the graver kind', async () => {
    const { checks, pace } = openPace()
    pace.wake('items')
    pace.wake('codes')
    pace.wake('items')
    expect(checks).toEqual([])
    await vi.runAllTimersAsync()
    expect(checks).toEqual(['codes'])
  })

  it('lets a theme finish first', async () => {
    const { checks, pace } = openPace()
    pace.wake('items')
    await vi.advanceTimersByTimeAsync(199)
    expect(checks).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(checks).toEqual(['items'])
  })

  it('keeps two checks a distance apart that a shop tolerates', async () => {
    const { checks, pace } = openPace()
    await pace.run()
    pace.wake('items')
    await vi.advanceTimersByTimeAsync(1499)
    expect(checks).toEqual([undefined])
    await vi.advanceTimersByTimeAsync(1)
    expect(checks).toEqual([undefined, 'items'])
  })

  it('sends no more checks than one in that distance, however many signals come', async () => {
    const { checks, pace } = openPace()
    for (let at = 0; at < 100; at++) {
      pace.wake(at % 2 ? 'codes' : 'items')
      await vi.advanceTimersByTimeAsync(150)
    }
    expect(checks.length).toBeGreaterThan(5)
    expect(checks.length).toBeLessThanOrEqual(11)
  })

  it('has no timer without a signal, and none after a check', async () => {
    const { pace } = openPace()
    expect(vi.getTimerCount()).toBe(0)
    pace.wake('codes')
    await vi.runAllTimersAsync()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is in doubt from the moment the codes may change until they were read', async () => {
    const { pace } = openPace()
    expect(pace.inDoubt()).toBe(false)
    pace.wake('items')
    expect(pace.inDoubt()).toBe(false)
    pace.wake('codes')
    expect(pace.inDoubt()).toBe(true)
    await vi.runAllTimersAsync()
    expect(pace.inDoubt()).toBe(false)
  })

  it('is in doubt while a change is on its way, and reads only when it is there', async () => {
    const { checks, pace } = openPace()
    pace.wake('starting')
    expect(pace.inDoubt()).toBe(true)
    await vi.runAllTimersAsync()
    expect(checks).toEqual([])
    pace.wake('codes')
    await vi.runAllTimersAsync()
    expect(checks).toEqual(['codes'])
    expect(pace.inDoubt()).toBe(false)
  })

  it('stays in doubt when the codes change during a check', async () => {
    let wake = (): void => undefined
    const pace = createPace(() => Promise.resolve(wake()))
    wake = () => pace.wake('codes')
    await pace.run()
    expect(pace.inDoubt()).toBe(true)
  })

  it('checks nothing any more once stopped', async () => {
    const { checks, pace } = openPace()
    pace.wake('codes')
    pace.stop()
    await vi.runAllTimersAsync()
    expect(checks).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('pauses for the distance that a shop tolerates, and keeps it to the next check', async () => {
    const { checks, pace } = openPace()
    await pace.run()
    const pausing = pace.pause()
    await vi.advanceTimersByTimeAsync(1499)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await pausing).toBe(true)
    pace.wake('items')
    await vi.advanceTimersByTimeAsync(1499)
    expect(checks).toEqual([undefined])
  })

  it('ends a pause when stopped, and pauses no more until it runs again', async () => {
    const { pace } = openPace()
    const pausing = pace.pause()
    pace.stop()
    expect(await pausing).toBe(false)
    expect(await pace.pause()).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
    await pace.run()
    const next = pace.pause()
    await vi.runAllTimersAsync()
    expect(await next).toBe(true)
  })
})
