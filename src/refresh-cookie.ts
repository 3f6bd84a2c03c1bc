import { DiscountKeeperError } from './errors.js'
import { ownCookie, readRefreshed, writeRefreshed } from './layers/refreshed-cookie.js'
import { DAY } from './names.js'

export interface RefreshCookieOptions {
  /** Undefined where no option asks for it. */
  readonly endpoint: string | undefined
  readonly now: () => number
  /** The discount may be kept, and is. */
  readonly isKept: () => boolean
  readonly report: (error: DiscountKeeperError) => void
}

/** Answers what may be called at any time, and has the server set the cookie anew at most once a day. Never rejects. */
export const createRefreshCookie = (options: RefreshCookieOptions): (() => Promise<void>) => {
  const { endpoint, isKept, now, report } = options

  const isDue = (): boolean => {
    const { at } = readRefreshed()
    // a time that is still to come is of a clock that was wrong
    return at > now() || now() >= at + DAY
  }
  const ask = async (to: string, record: string): Promise<void> => {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ record }),
    })
    if (!response.ok) throw new Error(`The refresher answered ${response.status}`)
    writeRefreshed({ at: now(), record })
  }

  return async () => {
    try {
      const record = endpoint && isKept() && isDue() ? ownCookie() : ''
      // first, so that a server in trouble is not asked on every page
      if (!endpoint || !record || !writeRefreshed({ at: now(), record: '' })) return
      await ask(endpoint, record)
    } catch (cause) {
      report(new DiscountKeeperError('OFFLINE', 'The cookie could not be kept by a server', cause))
    }
  }
}
