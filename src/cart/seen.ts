import type { CookieJar } from '../layers/cookie.js'
import { SEEN_KEY } from '../names.js'
import type { CartSignal } from '../types.js'

/** Which codes were weighed against each other on a cart, and when that is due again. */
export interface Weighed {
  /** Digest of the cart and the codes; absent where nothing is to be weighed at all for a while. */
  readonly of?: string | undefined
  /** Digest of what was in the cart; absent where it could not be brought to an end. */
  readonly basis?: string | undefined
  /** Digest of the codes that were honoured. */
  readonly took?: string | undefined
  /** Milliseconds since 1970. */
  readonly again: number
}

/** What this browser session knows of the cart, shared by its tabs. Gone with the session, as the shop's own memory is. */
export interface Seen {
  /** The cart it was read from; `''` for none. */
  readonly cart?: string | undefined
  /** Digest of the codes wanted; differs as soon as a page view has something to do. */
  readonly want?: string | undefined
  /** Digest of the ref wanted. */
  readonly ref?: string | undefined
  /** The cart may have changed since, in this way. */
  readonly due?: 'codes' | 'items' | undefined
  /** All codes on the cart. */
  readonly codes?: readonly string[] | undefined
  /** The shop says which codes a cart holds: where it says nothing, there are none. */
  readonly tells?: boolean | undefined
  /** The code that the shop was told to remember for the visit. */
  readonly told?: string | undefined
  /** Digest of what was in the cart, discounts aside. */
  readonly basis?: string | undefined
  /** How codes were last weighed against each other. */
  readonly weighed?: Weighed | undefined
  /** Milliseconds since 1970; nothing is sent before. */
  readonly until?: number | undefined
}

export interface SeenStore {
  readonly read: () => Seen
  /** Changes these members and keeps the others. */
  readonly write: (change: Seen) => void
  /** The cart has to be read again, by this page or the next. */
  readonly due: (signal: CartSignal) => void
}

/** Kept in a session cookie; where cookies are blocked, for the page. */
export const createSeen = (jar: CookieJar): SeenStore => {
  let unkept: string | undefined

  const read = (): Seen => {
    try {
      // oxlint-disable-next-line no-unsafe-type-assertion -- a wrong member differs from all that is compared with it
      const seen = JSON.parse(unkept ?? jar.get(SEEN_KEY) ?? '{}') as Seen
      return { ...seen, codes: Array.isArray(seen.codes) ? seen.codes.map(String) : [] }
    } catch {
      return {}
    }
  }
  const write = (change: Seen): void => {
    const text = JSON.stringify({ ...read(), ...change })
    jar.set(SEEN_KEY, text)
    unkept = jar.get(SEEN_KEY) === text ? undefined : text
  }
  return {
    read,
    write,
    due: (signal) => write({ due: signal === 'items' ? (read().due ?? signal) : 'codes' }),
  }
}
