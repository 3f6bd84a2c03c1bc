import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { watchBatches } from '../../../src/platforms/woocommerce/watch-batches.js'
import type { WooWindow } from '../../../src/platforms/woocommerce/woo-window.js'
import type { CartSignal } from '../../../src/types.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = (wp?: object) => {
  const view = Object.assign(new EventTarget(), { wp }) as unknown as WooWindow
  const stopped = new AbortController()
  const signals: CartSignal[] = []
  const changed = (signal: CartSignal) => void signals.push(signal)
  const sent = watchBatches({ view, changed, stop: stopped.signal })
  const tell = (type: string) =>
    view.dispatchEvent(
      new CustomEvent('wc-blocks_store_sync_required', { detail: { type, quantityChanges: {} } }),
    )
  return { sent, signals, stop: () => stopped.abort(), tell }
}

/** The cart store of the blocks, which says while a coupon is on its way. */
const openStore = (name = 'wc/store/cart') => {
  const listeners = new Set<() => void>()
  const state = { isApplying: false, isRemoving: false }
  const cart = {
    isApplyingCoupon: () => state.isApplying,
    isRemovingCoupon: () => state.isRemoving,
  }
  const data = {
    select: (store: string) => (store === name ? cart : undefined),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const set = (change: Partial<typeof state>) => {
    Object.assign(state, change)
    for (const listener of listeners) listener()
  }
  return { listeners, set, wp: { data } }
}

describe('a batch of the blocks, by their own store', () => {
  it('is about items while no coupon was on its way', () => {
    const { wp } = openStore()
    const { sent, signals } = open(wp)
    sent()
    expect(signals).toEqual(['items'])
  })

  it.each(['isApplying', 'isRemoving'])(
    'is about codes when %s was told since the last',
    (name) => {
      const { set, wp } = openStore()
      const { sent, signals } = open(wp)
      set({ [name]: true })
      set({ [name]: false })
      sent()
      sent()
      expect(signals).toEqual(['codes', 'items'])
    },
  )

  it('is about codes as long as one is on its way: another batch may have come first', () => {
    const { set, wp } = openStore()
    const { sent, signals } = open(wp)
    set({ isRemoving: true })
    sent()
    set({ isRemoving: false })
    sent()
    sent()
    expect(signals).toEqual(['codes', 'codes', 'items'])
  })

  it('lets go of the store', () => {
    const { listeners, wp } = openStore()
    const { stop } = open(wp)
    expect(listeners.size).toBe(1)
    stop()
    expect(listeners.size).toBe(0)
  })
})

describe('a batch of the blocks without that store', () => {
  it.each([[undefined], [{}], [{ data: {} }], [openStore('another').wp]])(
    'is about codes where nobody says otherwise: %j',
    (wp) => {
      const { sent, signals, tell } = open(wp)
      tell('from_@wordpress/data')
      sent()
      expect(signals).toEqual([])
      vi.advanceTimersByTime(100)
      expect(signals).toEqual(['codes'])
    },
  )

  it('is about items where the blocks say so before or just after', () => {
    const { sent, signals, tell } = open()
    tell('from_iAPI')
    sent()
    vi.advanceTimersByTime(2000)
    sent()
    vi.advanceTimersByTime(50)
    tell('from_iAPI')
    vi.advanceTimersByTime(50)
    expect(signals).toEqual(['items', 'items'])
  })

  it('is not explained by what was said long ago', () => {
    const { sent, signals, tell } = open()
    tell('from_iAPI')
    vi.advanceTimersByTime(1000)
    sent()
    vi.advanceTimersByTime(100)
    expect(signals).toEqual(['codes'])
  })

  it('is not told once nobody listens', () => {
    const { sent, signals, stop } = open()
    sent()
    stop()
    vi.advanceTimersByTime(100)
    expect(signals).toEqual([])
  })
})
