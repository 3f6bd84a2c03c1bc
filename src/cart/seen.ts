import type { CookieJar } from '../layers/cookie.js'
import { SEEN_KEY } from '../names.js'

/** What this browser session knows of the cart, shared by its tabs. Gone with the session, as the shop's own memory is. */
export interface Seen {
  /** The cart it was read from; `''` for none. */
  readonly cart?: string
  /** What was wanted of it; differs as soon as a page view has something to do. */
  readonly want?: string
  /** The cart may have changed since, in this way. */
  readonly due?: 'codes' | 'items' | undefined
  /** All codes on the cart. */
  readonly codes?: readonly string[]
  /** Milliseconds since 1970; nothing is sent before. */
  readonly until?: number
}

export interface SeenStore {
  readonly read: () => Seen
  readonly write: (seen: Seen) => void
}

/** Kept in a session cookie. */
export const createSeen = (jar: CookieJar): SeenStore => ({
  read: () => {
    try {
      // oxlint-disable-next-line no-unsafe-type-assertion -- a wrong member differs from all that is compared with it
      const seen = JSON.parse(jar.get(SEEN_KEY) ?? '{}') as Seen
      return { ...seen, codes: Array.isArray(seen.codes) ? seen.codes.map(String) : [] }
    } catch {
      return {}
    }
  },
  write: (seen) => jar.set(SEEN_KEY, JSON.stringify(seen)),
})
