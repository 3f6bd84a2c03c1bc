import type { MintReport } from './mint-options.js'

/** What a browser gets. */
export interface Answer {
  readonly status: number
  readonly body?: object | undefined
  readonly headers?: readonly (readonly [string, string])[] | undefined
}

/** How a request ends: what the browser gets, and what the merchant's log is told. */
export interface Verdict extends Answer {
  readonly report: MintReport
}

/** Every refusal has the same bytes, whatever the reason. */
export const refused = (reason: string, offer?: string): Verdict => ({
  status: 403,
  body: { error: 'refused' },
  report: { outcome: 'refused', reason, offer },
})

/** A request that no browser of ours sends. */
export const invalid = (status: 400 | 405 | 413 | 415, reason: string): Verdict => ({
  status,
  body: { error: 'invalid' },
  headers: status === 405 ? [['allow', 'POST, OPTIONS']] : [],
  report: { outcome: 'invalid', reason },
})

/** Too many requests; in seconds, when there may be another. */
export const later = (seconds: number, reason: string): Verdict => ({
  status: 429,
  body: { error: 'later' },
  headers: [['retry-after', String(seconds)]],
  report: { outcome: 'later', reason },
})

/** Something that the request needs has failed. */
export const unavailable = (reason: string, error?: unknown): Verdict => ({
  status: 503,
  body: { error: 'unavailable' },
  report: { outcome: 'unavailable', reason, error },
})
