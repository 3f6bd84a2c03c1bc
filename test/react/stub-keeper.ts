import type { EventName } from '../../src/events.js'
import type { DiscountKeeper } from '../../src/index.js'
import type { Grant, Notice, Ref } from '../../src/types.js'

export interface StubState {
  readonly grants: readonly Grant[]
  readonly notices: readonly Notice[]
  readonly ref: Ref | undefined
  /** Taken off every price; undefined where none is certain. */
  readonly percent: number | undefined
  /** What a checkout URL gets. */
  readonly query: string
}

export const NOTHING: StubState = {
  grants: [],
  notices: [],
  ref: undefined,
  percent: undefined,
  query: '',
}

export const grantOf = (code: string, status: Grant['status'] = 'applied'): Grant => ({
  code,
  source: 'link',
  status,
  grantedAt: 1,
  expiresAt: 2,
})

/** A keeper that says what it is told to, and counts. */
export const createStubKeeper = () => {
  const listeners = new Set<readonly [EventName, () => void]>()
  const calls: string[] = []
  let state = NOTHING
  // every answer is a new object, as those of a keeper are
  const copy = <Part>(part: Part): Part => structuredClone(part)
  const keeper: DiscountKeeper = {
    get grants() {
      return copy(state.grants)
    },
    get notices() {
      return copy(state.notices)
    },
    get ref() {
      return copy(state.ref)
    },
    price: (amount) =>
      state.percent === undefined ? undefined : amount - (amount * state.percent) / 100,
    checkoutUrl: (url) => url + state.query,
    link: (url = '') => `https://shop.example${url}${state.query}`,
    apply: async (code) => {
      calls.push(`apply ${code}`)
      return { status: 'applied' }
    },
    remove: async (code) => void calls.push(`remove ${code}`),
    consume: async () => undefined,
    start: async () => void calls.push('start'),
    stop: () => void calls.push('stop'),
    on: (name, listener) => {
      const entry = [name, listener as () => void] as const
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    inspect: () => {
      throw new Error('not asked for')
    },
  }
  return {
    keeper,
    /** What was asked of it. */
    calls,
    listeners: () => listeners.size,
    /** Says something else, without a word. */
    set: (next: Partial<StubState>): void => {
      state = { ...state, ...next }
    },
    /** Tells that something happened. */
    tell: async (name: EventName = 'applied'): Promise<void> => {
      for (const [heard, listener] of listeners) if (heard === name) listener()
      await Promise.resolve()
    },
  }
}
