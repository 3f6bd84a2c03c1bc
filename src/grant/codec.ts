import { MOST_CODES } from '../names.js'
import type { Reason, Source, Status } from '../types.js'
import type { Entry } from './entry.js'
import { canonical, isLive } from './entry.js'

const VERSION = 1
/** A clock may be a little behind the one that wrote a record, in milliseconds. */
const SKEW = 300_000

export interface ParseOptions {
  readonly gate: (value: unknown) => string | undefined
  readonly now: number
  /** Milliseconds; no grant lasts longer than this from now, whatever the text says. */
  readonly ttl: number
}

type Fields = Readonly<Record<string, unknown>>

const SOURCES: readonly Source[] = ['link', 'shopper', 'found', 'alternative']
const STATUSES: readonly Status[] = [
  'held',
  'applied',
  'waiting',
  'rejected',
  'expired',
  'removed',
  'consumed',
]

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isTime = (value: unknown): value is number => Number.isFinite(value)
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** JSON of ours or of another, or nothing; never throws. */
const record = (json: string): Fields | undefined => {
  try {
    const value: unknown = /^[[{]/.test(json) ? JSON.parse(json) : undefined
    return isObject(value) ? value : undefined
  } catch {
    return {}
  }
}

const entryOf = (line: unknown, { gate, now, ttl }: ParseOptions): Entry | undefined => {
  const { grantedAt, expiresAt, rev, told, ...rest }: Fields = isObject(line) ? line : {}
  const code = gate(rest['code'])
  const source = SOURCES.find((word) => word === rest['source'])
  const status = STATUSES.find((word) => word === rest['status'])
  if (!code || !source || !status || !isTime(rev)) return undefined
  // what a clock ahead of ours has written is not read: it would never end
  if (!isTime(grantedAt) || !isTime(expiresAt) || grantedAt > now + SKEW) return undefined
  return {
    code,
    source,
    grantedAt,
    expiresAt: Math.min(expiresAt, now + ttl),
    status,
    rev,
    // oxlint-disable-next-line no-unsafe-type-assertion -- a reason of a later version is passed on as it is
    reason: text(rest['reason']) as Reason | undefined,
    cart: text(rest['cart']),
    told: isTime(told) ? told : undefined,
    order: text(rest['order']),
  }
}

/**
 * The entries in a layer's text: our versioned JSON, or a bare code list written by another script, which has no date.
 * Never throws. Only known fields are taken over.
 */
export const parse = (kept: string, options: ParseOptions): readonly Entry[] => {
  const json = /^(null|undefined)$/.test(kept) ? {} : record(kept)
  const found = {
    source: 'found',
    status: 'held',
    grantedAt: 0,
    expiresAt: Number.MAX_VALUE,
    rev: 0,
  }
  const bare = kept.split(',', MOST_CODES).map((code) => ({ ...found, code: code.trim() }))
  const grants = json?.['v'] === VERSION ? json['grants'] : json ? [] : bare
  const lines: readonly unknown[] = Array.isArray(grants) ? grants.slice(0, MOST_CODES) : []
  return lines.flatMap((line) => entryOf(line, options) ?? [])
}

/** The text that `parse` reads back; `''` for nothing. Where there are too many, the oldest of those that are over go. */
export const serialize = (entries: readonly Entry[]): string => {
  const grants = [...entries]
    .sort((one, other) => Number(isLive(one)) - Number(isLive(other)))
    .slice(-MOST_CODES)
  return grants.length ? canonical({ v: VERSION, grants }) : ''
}

/** True for a record of a later version of this library, which must not be overwritten. */
export const isNewer = (kept: string): boolean => Number(record(kept)?.['v']) > VERSION
