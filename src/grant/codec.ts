import type { Entry } from './entry.js'
import { isLive } from './entry.js'

const VERSION = 1
/** More than a cart takes codes; keeps the cookie below 4,096 bytes. */
const MOST = 8
/** A clock may be a little behind the one that wrote a record, in milliseconds. */
const SKEW = 300_000

export interface ParseOptions {
  readonly gate: (value: unknown) => string | undefined
  readonly now: number
  /** Milliseconds; no grant lasts longer than this from now, whatever the text says. */
  readonly ttl: number
}

interface Record {
  readonly v?: unknown
  readonly grants?: unknown
}

const record = (text: string): Record => {
  try {
    return text.startsWith('{') ? (JSON.parse(text) as Record) : {}
  } catch {
    return {}
  }
}

/**
 * The entries in a layer's text: our versioned JSON, or a bare code list written by another script, which has no date.
 * Never throws. What a clock ahead of ours has written is not read, for it would never end.
 */
export const parse = (text: string, { gate, now, ttl }: ParseOptions): readonly Entry[] => {
  const { v, grants } = record(text)
  const found = { source: 'found', status: 'held', grantedAt: 0, expiresAt: now + ttl, rev: 0 }
  const lines: readonly Entry[] =
    v === VERSION && Array.isArray(grants)
      ? grants
      : text.split(',').map((code) => ({ code: code.trim(), ...found }) as Entry)
  return lines
    .filter((line) => gate(line?.code) && line.grantedAt <= now + SKEW && line.expiresAt >= 0)
    .map((line) => ({ ...line, expiresAt: Math.min(line.expiresAt, now + ttl) }))
}

/** The text that `parse` reads back; `''` for nothing. Where there are too many, the oldest of those that are over go. */
export const serialize = (entries: readonly Entry[]): string => {
  const grants = [...entries]
    .sort((one, other) => Number(isLive(one)) - Number(isLive(other)))
    .slice(-MOST)
  return grants.length ? JSON.stringify({ v: VERSION, grants }) : ''
}

/** True for a record of a later version of this library, which must not be overwritten. */
export const isNewer = (text: string): boolean => Number(record(text).v) > VERSION
