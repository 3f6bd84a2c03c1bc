import type { CookieAttributes, CookieJar } from '../layers/cookie.js'
import { SEEN_KEY } from '../names.js'
import type { CartSignal, Purpose } from '../types.js'
import type { Money } from './money.js'

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
  /** With commas, the codes that the shop may remember for the visit; the last is the one that it said it does, if any. */
  readonly told?: string | undefined
  /** Digest of what was in the cart, discounts aside. */
  readonly basis?: string | undefined
  /** What the cart said of money. */
  readonly money?: Money | undefined
  /** How codes were last weighed against each other. */
  readonly weighed?: Weighed | undefined
  /** Milliseconds since 1970; nothing is sent before. */
  readonly until?: number | undefined
  /** Milliseconds since 1970; no code is asked for before. */
  readonly unmade?: number | undefined
  /** Attributes that stand on carts for discounts without a code. */
  readonly granted?: Readonly<Record<string, unknown>> | undefined
}

export interface SeenStore {
  readonly read: () => Seen
  /** Changes these members and keeps the others. */
  readonly write: (change: Seen) => void
  /** The cart has to be read again, by this page or the next. */
  readonly due: (signal: CartSignal) => void
  /** Forgets it where it may not be kept and no cart is waiting to be seen to. */
  readonly tidy: () => void
}

/**
 * Kept in a session cookie, where cookies are blocked for the page. It is the discount's and serves the affiliate as well:
 * without leave for either it is for the page only, and what an earlier page kept goes once the cart has been seen to.
 */
export const createSeen = (
  jar: CookieJar,
  may: (purpose: Purpose) => boolean | undefined = () => true,
): SeenStore => {
  let unkept: string | undefined

  const parse = (text: string | undefined): Seen => {
    try {
      // oxlint-disable-next-line no-unsafe-type-assertion -- a wrong member differs from all that is compared with it
      const seen = JSON.parse(text ?? '{}') as Seen
      return { ...seen, codes: Array.isArray(seen.codes) ? seen.codes.map(String) : [] }
    } catch {
      return {}
    }
  }
  const isKept = (): boolean => !!may('discount') || !!may('attribution')
  const isRefused = (): boolean => may('discount') === false && !isKept()
  // a sandboxed page may not even name its cookies
  const held = (): string | undefined => {
    try {
      return jar.get(SEEN_KEY)
    } catch {
      return undefined
    }
  }
  const put = (text: string, attributes?: CookieAttributes): void => {
    try {
      jar.set(SEEN_KEY, text, attributes)
    } catch {}
  }
  const read = (): Seen => parse(unkept ?? held())
  const forget = (): void => put('', { expires: new Date(0) })

  const write = (change: Seen): void => {
    const codeless = may('discount') === false && { codes: [], told: undefined, money: undefined }
    const text = JSON.stringify({ ...read(), ...change, ...codeless })
    if (isKept()) put(text)
    // what is still to be taken off a cart is not forgotten before it is off
    else if (isRefused() && held()) {
      if (change.want) forget()
      else put(text)
    }
    unkept = held() === text ? undefined : text
  }
  return {
    read,
    write,
    due: (signal) => write({ due: signal === 'items' ? (read().due ?? signal) : 'codes' }),
    tidy: () => {
      const text = isRefused() ? held() : undefined
      if (text && !parse(text).want) forget()
    },
  }
}
