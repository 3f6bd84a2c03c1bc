import { MOST_CODES } from '../names.js'
import type { Entry } from './entry.js'
import { isLive } from './entry.js'

const VERSION = 1
/** A clock may be a little behind the one that wrote a record, in milliseconds. */
const SKEW = 300_000

export interface ParseOptions {
  readonly gate: (value: unknown) => string | undefined
  readonly now: number
  /** Milliseconds; no grant lasts longer than this from now, whatever the text says. */
  readonly ttl: number
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const record = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = text.startsWith('{') && JSON.parse(text)
    return isObject(value) ? value : {}
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
  const found = (code: string): Entry => {
    return {
      code: code.trim(),
      source: 'found',
      status: 'held',
      grantedAt: 0,
      expiresAt: now + ttl,
      rev: 0,
    }
  }
  const isEntry = (line: unknown): line is Entry =>
    isObject(line) &&
    !!gate(line['code']) &&
    Number(line['grantedAt']) <= now + SKEW &&
    Number(line['expiresAt']) >= 0
  const lines: readonly unknown[] =
    v === VERSION && Array.isArray(grants) ? grants : text.split(',', MOST_CODES).map(found)
  return lines
    .slice(0, MOST_CODES)
    .filter(isEntry)
    .map((line) => ({ ...line, expiresAt: Math.min(line.expiresAt, now + ttl) }))
}

/** The text that `parse` reads back; `''` for nothing. Where there are too many, the oldest of those that are over go. */
export const serialize = (entries: readonly Entry[]): string => {
  const grants = [...entries]
    .sort((one, other) => Number(isLive(one)) - Number(isLive(other)))
    .slice(-MOST_CODES)
  return grants.length ? JSON.stringify({ v: VERSION, grants }) : ''
}

/** True for a record of a later version of this library, which must not be overwritten. */
export const isNewer = (text: string): boolean => Number(record(text)['v']) > VERSION
