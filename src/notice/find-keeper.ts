import type { EventName } from '../events.js'
import type { Notice } from '../types.js'

/** What a notice needs of a keeper. */
export interface NoticeKeeper {
  readonly notices: readonly Notice[]
  readonly on: (name: EventName, listener: () => void) => () => void
  readonly apply: (code: string) => Promise<unknown>
  readonly remove: (code: string) => Promise<unknown>
}

type Found = (keeper: NoticeKeeper) => void

type Host = Omit<Window, 'DiscountKeeper'> & {
  DiscountKeeper?: Partial<NoticeKeeper> & { q?: { readonly push: (found: Found) => void } }
}

const isKeeper = (there: Partial<NoticeKeeper>): there is NoticeKeeper => !!there.on

/** Calls back with the keeper of the page: at once, or when its script has run. */
export const findKeeper = (found: Found): void => {
  const host: Host = window
  const there = (host.DiscountKeeper ||= {})
  if (isKeeper(there)) found(there)
  else (there.q ||= new Array<Found>()).push(found)
}

// every event, or this does not compile
const EVENTS: Readonly<Record<EventName, true>> = {
  ready: true,
  granted: true,
  applied: true,
  waiting: true,
  rejected: true,
  expiring: true,
  expired: true,
  removed: true,
  consumed: true,
  contested: true,
  error: true,
}

const isEvent = (name: string): name is EventName => name in EVENTS

/** Calls back whenever the keeper's notices may differ, until the returned function is called. */
export const watchKeeper = (keeper: NoticeKeeper, changed: () => void): (() => void) => {
  const names = Object.keys(EVENTS).filter(isEvent)
  const stops = names.map((name) => keeper.on(name, changed))
  return () => {
    for (const stop of stops) stop()
  }
}
