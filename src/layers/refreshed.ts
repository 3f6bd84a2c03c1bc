import { REFRESHED_KEY } from '../names.js'

/** The cookie of this purpose is as a server has set it. */
export const SET = 's'
/** A server holds something of this purpose, and the cookie may be another by now. */
export const OLD = 'o'

/** When a server was last asked, in milliseconds since 1970, or 0, and a mark each for the discount and the ref, '' for none. */
export interface Refreshed {
  readonly at: number
  readonly marks: readonly string[]
}

export const readRefreshed = (): Refreshed => {
  try {
    const [at = '', ...marks] = (localStorage.getItem(REFRESHED_KEY) ?? '').split(' ')
    return { at: Number(at) || 0, marks }
  } catch {
    return { at: 0, marks: [] }
  }
}

/** False where it could not be written down: then nobody may be asked, since it could not be once a day. */
export const writeRefreshed = ({ at, marks }: Refreshed): boolean => {
  try {
    if (marks.some(Boolean)) localStorage.setItem(REFRESHED_KEY, [at, ...marks].join(' '))
    else localStorage.removeItem(REFRESHED_KEY)
    return true
  } catch {
    return false
  }
}
