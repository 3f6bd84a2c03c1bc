import { hasCode } from '../has-code.js'
import { isToken } from '../is-token.js'
import { MOST_CODES } from '../names.js'
import type { Landing } from '../types.js'
import type { Gate } from './gate.js'

export interface LandingParams {
  /** Parameters that hold codes, repeated or as comma lists. */
  readonly discount: readonly string[]
  /** Parameters that hold the ref; the first one with a value that passes the gate wins. */
  readonly ref: readonly string[]
  /** Parameters that hold a signed token; the first one that looks like one wins. */
  readonly token: readonly string[]
}

export interface ReadLandingOptions {
  readonly params: LandingParams
  readonly gate: Gate
  /** Told each value that did not pass. */
  readonly dropped: (value: string) => void
}

/** What an absolute URL says: `?discount=` values, a `/discount/CODE` path, a ref, a signed token. Codes keep their case and order. */
export const readLanding = (url: string, options: ReadLandingOptions): Landing => {
  const { gate, params, dropped } = options
  const { pathname, searchParams } = new URL(url)
  const admit = (
    texts: readonly string[],
    isAdmitted: (text: string) => unknown = gate,
  ): readonly string[] =>
    texts
      .map((text) => text.trim())
      .filter(Boolean)
      .slice(0, MOST_CODES)
      .filter((text) => {
        if (isAdmitted(text)) return true
        dropped(text)
        return false
      })
  const values = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => searchParams.getAll(name))

  const segment = /\/discount\/([^/]+)\/?$/.exec(pathname)?.[1] ?? ''
  // URLSearchParams decodes without ever throwing; a plus sign in a path is a plus sign
  const path = new URLSearchParams('=' + segment.replace(/[+&]/g, encodeURIComponent)).get('')
  const lists = [...values(params.discount), path ?? '']
  const codes = admit(lists.flatMap((list) => list.split(',')))
  return {
    codes: codes.filter((code, at) => !hasCode(codes.slice(0, at), code)),
    ref: admit(values(params.ref))[0],
    token: admit(values(params.token), isToken)[0],
  }
}
