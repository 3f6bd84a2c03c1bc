import type { Core } from '../core.js'
import { DiscountKeeperError } from '../errors.js'
import { OLD, readRefreshed, SET, writeRefreshed } from '../layers/refreshed.js'
import type { Ledger } from '../layers/ledger.js'
import { DAY, DISCOUNT_KEY, REF_KEY } from '../names.js'
import type { Purpose } from '../types.js'
import { ownCookie } from './own-cookie.js'

export interface RefreshCookiesOptions {
  readonly endpoint: string
  readonly core: Pick<Core, 'affiliate' | 'allowed' | 'holdings' | 'layers' | 'now' | 'report'>
}

/** What the server is to hold of one purpose: `''` nothing, undefined whatever it holds, since nobody has answered yet. */
type Wanted = string | undefined

/**
 * Answers what may be called at any time: it has the server set the cookies anew at most once a day, and take away at once
 * what is over or may not be kept any more. Never rejects.
 */
export const createRefreshCookies = ({
  core,
  endpoint,
}: RefreshCookiesOptions): (() => Promise<void>) => {
  const { affiliate, allowed, holdings, layers, now, report } = core
  let asked = ''

  const wanted = (purpose: Purpose, key: string, ledger: Ledger): Wanted => {
    if (allowed(purpose) === undefined) return undefined
    const isKept = layers.some((layer) => layer.name === 'cookie' && ledger.keeps(layer))
    return isKept && ledger.live().length ? ownCookie(key) : ''
  }

  const ask = async (body: string): Promise<void> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      // whoever withdraws may be leaving
      keepalive: true,
      body,
    })
    if (!response.ok) throw new Error(`The refresher answered ${response.status}`)
  }

  return async () => {
    const texts = [
      wanted('discount', DISCOUNT_KEY, holdings),
      wanted('attribution', REF_KEY, affiliate),
    ]
    const [record, ref] = texts
    const body = JSON.stringify({ record, ref })
    const { at, marks } = readRefreshed()
    const marked = (mark: (text: string, before: string) => string): readonly string[] =>
      texts.map((text, purpose) => {
        const before = marks[purpose] ?? ''
        return text === undefined ? before : mark(text, before)
      })
    const isOver = texts.some((text, purpose) => text === '' && marks[purpose])
    // a time that is still to come is of a clock that was wrong
    const isDay = at > now() || now() >= at + DAY
    if (body === asked || !(isOver || (isDay && (record || ref)))) return
    asked = body
    // first, so that a server in trouble is not asked on every page; what it may hold is not forgotten
    if (!writeRefreshed({ at: now(), marks: marked((text, before) => (text || before) && OLD) }))
      return
    try {
      await ask(body)
      writeRefreshed({ at: now(), marks: marked((text) => text && SET) })
    } catch (cause) {
      report(new DiscountKeeperError('OFFLINE', 'The cookies could not be kept by a server', cause))
    }
  }
}
