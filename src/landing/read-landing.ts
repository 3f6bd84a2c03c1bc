import type { Landing } from '../types.js'
import type { Gate } from './gate.js'

export interface LandingParams {
  /** Parameters that hold codes, repeated or as comma lists. */
  readonly discount: readonly string[]
  /** Parameters that hold the ref; the first one with a value that passes the gate wins. */
  readonly ref: readonly string[]
}

export interface ReadLandingOptions {
  readonly params: LandingParams
  readonly gate: Gate
  /** Told each value that did not pass. */
  readonly dropped: (value: string) => void
}

/** What an absolute URL says: `?discount=` values, a `/discount/CODE` path, a ref. Codes keep their case and order. */
export const readLanding = (url: string, options: ReadLandingOptions): Landing => {
  const { gate, params, dropped } = options
  const { pathname, searchParams } = new URL(url)
  const admit = (value: string): readonly string[] => {
    const text = value.trim()
    if (!text) return []
    const admitted = gate(text)
    if (!admitted) dropped(text)
    return admitted ? [admitted] : []
  }
  const values = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => searchParams.getAll(name))

  const segment = /\/discount\/([^/]+)\/?$/.exec(pathname)?.[1]
  // URLSearchParams decodes without ever throwing; a plus sign in a path is a plus sign
  const path = new URLSearchParams(segment && 'code=' + segment.replace(/\+/g, '%2B')).getAll(
    'code',
  )
  const codes = [...values(params.discount), ...path].flatMap((list) =>
    list.split(',').flatMap(admit),
  )
  return {
    codes: codes.filter(
      (code, at) => codes.findIndex((other) => other.toLowerCase() === code.toLowerCase()) === at,
    ),
    ref: values(params.ref).flatMap(admit)[0],
  }
}
