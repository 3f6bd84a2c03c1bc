import { REFRESHED_KEY } from '../names.js'
import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'

/** Milliseconds: what the server is told to keep it for, unless it is told otherwise. */
const KEPT = 30 * 86_400_000

/** When a server last set the cookie anew, in milliseconds since 1970, and whether it did; at 0 where nobody asked it. */
export interface Refreshed {
  readonly at: number
  readonly isDone: boolean
}

export const readRefreshed = (): Refreshed => {
  try {
    const [at = '', failed] = (localStorage.getItem(REFRESHED_KEY) ?? '').split(' ')
    return { at: Number(at) || 0, isDone: !failed }
  } catch {
    return { at: 0, isDone: false }
  }
}

/** False where it could not be written down: then nobody may be asked, since it could not be once a day. */
export const writeRefreshed = ({ at, isDone }: Refreshed): boolean => {
  try {
    localStorage.setItem(REFRESHED_KEY, `${at}${isDone ? '' : ' failed'}`)
    return true
  } catch {
    return false
  }
}

/** The cookie, which a server keeps alive: no browser shortens the days of what a server has set. */
export const refreshedCookie = (now: () => number, cookie: Layer = cookieLayer()): Layer => ({
  ...cookie,
  get durability() {
    const { at, isDone } = readRefreshed()
    return isDone && at > now() - KEPT ? 'server' : cookie.durability
  },
})
