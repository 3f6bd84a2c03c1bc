import type { EventName } from '../../src/events.js'
import type { NoticeKeeper } from '../../src/notice/index.js'
import type { Notice } from '../../src/types.js'

export interface StubKeeper extends NoticeKeeper {
  notices: readonly Notice[]
  /** What was asked of it. */
  readonly asked: string[]
  readonly listeners: () => number
  readonly emit: (name: EventName) => void
  /** Shows other notices and tells of it, as a keeper would. */
  readonly tell: (...notices: readonly Notice[]) => Promise<void>
}

export const createStubKeeper = (...notices: readonly Notice[]): StubKeeper => {
  const listeners = new Set<readonly [EventName, () => void]>()
  const asked: string[] = []
  const keeper: StubKeeper = {
    notices,
    asked,
    listeners: () => listeners.size,
    on: (name, listener) => {
      const entry = [name, listener] as const
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    emit: (name) => {
      for (const [heard, listener] of listeners) if (heard === name) listener()
    },
    tell: async (...some) => {
      keeper.notices = some
      keeper.emit('applied')
      await Promise.resolve()
    },
    apply: async (code) => void asked.push(`apply ${code}`),
    remove: async (code) => void asked.push(`remove ${code}`),
  }
  return keeper
}
