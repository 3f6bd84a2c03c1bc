import { isObject } from '../is-object.js'
import { MOST_CODES } from '../names.js'
import type { Entry } from './entry.js'
import { canonical, isLive } from './entry.js'
import { readPromise } from './read-promise.js'

const VERSION = 1
/** A clock may be a little behind the one that wrote a record, in milliseconds. */
const SKEW = 300_000

export interface ParseOptions {
  readonly gate: (value: unknown) => string | undefined
  readonly now: number
  /** Milliseconds; no grant lasts longer than this from now, whatever the text says. */
  readonly ttl: number
}

const SOURCES: readonly unknown[] = ['link', 'shopper', 'found', 'alternative']
/** Random text that nobody can guess. */
const SEED = /^[\w-]{16,40}$/
const STATUSES: readonly unknown[] = [
  'held',
  'applied',
  'waiting',
  'rejected',
  'expired',
  'removed',
  'consumed',
]

/** JSON, or undefined for what is none; never throws. */
const record = (kept: string): unknown => {
  try {
    return /^[[{]/.test(kept) ? JSON.parse(kept) : undefined
  } catch {
    return {}
  }
}

/**
 * The entries in a layer's text: our versioned JSON, or a bare code list written by another script, which has no date.
 * Never throws. Only known fields are taken over.
 */
export const parse = (kept: string, { gate, now, ttl }: ParseOptions): readonly Entry[] => {
  const isEntry = (line: unknown): line is Entry =>
    isObject(line) &&
    (line['promise'] === undefined ? !!gate(line['code']) : isPromised(line)) &&
    SOURCES.includes(line['source']) &&
    STATUSES.includes(line['status']) &&
    [line['rev'], line['grantedAt'], line['expiresAt']].every(Number.isFinite) &&
    // what a clock ahead of ours has written is not read: it would never end
    Number(line['grantedAt']) <= now + SKEW
  const isPromised = ({
    code,
    endsAt,
    promise,
    seed,
  }: Readonly<Record<string, unknown>>): boolean =>
    !!readPromise(promise, gate) &&
    SEED.test(String(seed)) &&
    (code === '' || (!!gate(code) && Number.isFinite(endsAt)))
  const json = /^(null|undefined)$/.test(kept) ? {} : record(kept)
  const found = { source: 'found', status: 'held', grantedAt: 0, expiresAt: now + ttl, rev: 0 }
  const bare = kept.split(',', MOST_CODES).map((code) => ({ ...found, code: code.trim() }))
  const grants = isObject(json) ? json['v'] === VERSION && json['grants'] : bare
  const lines: unknown = Array.isArray(grants) ? JSON.parse(canonical(grants)) : []
  return (Array.isArray(lines) ? lines.slice(0, MOST_CODES) : []).filter(isEntry).map((line) => ({
    ...line,
    ...(line.promise && { promise: readPromise(line.promise, gate) }),
    expiresAt: Math.min(line.expiresAt, now + ttl),
  }))
}

/** The text that `parse` reads back; `''` for nothing. Where there are too many, the oldest of those that are over go. */
export const serialize = (entries: readonly Entry[]): string => {
  const grants = [...entries]
    .sort((one, other) => Number(isLive(one)) - Number(isLive(other)))
    .slice(-MOST_CODES)
  return grants.length ? canonical({ v: VERSION, grants }) : ''
}

/** True for a record of a later version of this library, which must not be overwritten. */
export const isNewer = (kept: string): boolean => {
  const json = record(kept)
  const v = isObject(json) ? json['v'] : 0
  return (typeof v === 'number' || typeof v === 'string') && Number(v) > VERSION
}
