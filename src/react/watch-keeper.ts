import type { DiscountKeeper } from '../discount-keeper.js'
import { EVENT_NAMES } from '../event-log.js'

/** Milliseconds: other tabs write in bursts, and a keeper takes a moment to hear of it. */
const HEARSAY = 300

/**
 * Calls back when what a keeper says may differ, once for all that it tells in one step; what other tabs did is no event
 * here, so also when they wrote and when the shopper comes back to this one. Answers how to stop.
 */
export const watchKeeper = ({ on }: DiscountKeeper, changed: () => void): (() => void) => {
  const life = new AbortController()
  const { signal } = life
  let isQueued = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = (): void => {
    isQueued = false
    if (!signal.aborted) changed()
  }
  const schedule = (): void => {
    if (isQueued) return
    isQueued = true
    queueMicrotask(look)
  }
  const glance = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, HEARSAY)
  }

  document.addEventListener('visibilitychange', glance, { signal })
  for (const name of ['storage', 'pageshow', 'focus']) addEventListener(name, glance, { signal })
  const stops = EVENT_NAMES.map((name) => on(name, schedule))
  return () => {
    life.abort()
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
