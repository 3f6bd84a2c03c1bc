import { DISCOUNT_KEY, REFRESHED_KEY } from '../names.js'
import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'

/** Milliseconds: what the server is told to keep it for, unless it is told otherwise. */
const KEPT = 30 * 86_400_000

/** When a server was last asked, in milliseconds since 1970, or 0, and the record that it set the cookie to; '' for none. */
export interface Refreshed {
  readonly at: number
  readonly record: string
}

/** The record as the browser's cookie holds it, byte for byte. */
export const ownCookie = (): string =>
  new RegExp(`(?:^|; )${DISCOUNT_KEY}=([^;]*)`).exec(document.cookie)?.[1] ?? ''

export const readRefreshed = (): Refreshed => {
  try {
    const [at = '', record = ''] = (localStorage.getItem(REFRESHED_KEY) ?? '').split(' ')
    return { at: Number(at) || 0, record }
  } catch {
    return { at: 0, record: '' }
  }
}

/** False where it could not be written down: then nobody may be asked, since it could not be once a day. */
export const writeRefreshed = ({ at, record }: Refreshed): boolean => {
  try {
    localStorage.setItem(REFRESHED_KEY, `${at} ${record}`)
    return true
  } catch {
    return false
  }
}

/**
 * The cookie, which a server keeps alive: no browser shortens the days of what a server has set, as long as no script sets
 * it again.
 */
export const refreshedCookie = (now: () => number, cookie: Layer = cookieLayer()): Layer => ({
  ...cookie,
  get durability() {
    const { at, record } = readRefreshed()
    const isServers = record && at > now() - KEPT && record === ownCookie()
    return isServers ? 'server' : cookie.durability
  },
})
