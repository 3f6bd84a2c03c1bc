import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'
import { OLD, readRefreshed, SET, writeRefreshed } from './refreshed.js'

/** Milliseconds: what the server is told to keep it for, unless it is told otherwise. */
const KEPT = 30 * 86_400_000

/**
 * The cookie, which a server keeps alive: no browser shortens the days of what a server has set, as long as no script sets
 * it again, to the same text either.
 */
export const refreshedCookie = (now: () => number, cookie: Layer = cookieLayer()): Layer => ({
  ...cookie,
  write: (kept) => {
    const { at, marks } = readRefreshed()
    if (marks.includes(SET)) writeRefreshed({ at, marks: marks.map((mark) => mark && OLD) })
    return cookie.write(kept)
  },
  get durability() {
    const { at, marks } = readRefreshed()
    return marks.includes(SET) && at > now() - KEPT ? 'server' : cookie.durability
  },
})
