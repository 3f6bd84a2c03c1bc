import type { ErrorCode } from '../../src/errors.js'
import type { Entry } from '../../src/grant/entry.js'
import { createGate } from '../../src/landing/gate.js'
import type { Layer } from '../../src/layers/layer.js'
import type { LedgerOptions } from '../../src/layers/ledger.js'
import { createLedger } from '../../src/layers/ledger.js'
import { DAY, DISCOUNT_KEY } from '../../src/names.js'
import { entry, NOON } from './entry.js'

/** A place of texts by key that outlives the ledgers on it, as a layer; counts what is asked of it. */
export const createPlace = (name = 'place', texts = new Map<string, string>()) => {
  const asked = { reads: 0, writes: 0 }
  const layer: Layer = {
    name,
    durability: 'browser',
    read: (key) => {
      asked.reads++
      return texts.get(key)
    },
    write: ({ key, text }) => {
      asked.writes++
      if (text) texts.set(key, text)
      else texts.delete(key)
    },
  }
  return { asked, layer, texts }
}

/** A clock that stands still until it is set. */
export const createClock = (time = NOON) => {
  const clock = { time, now: () => clock.time }
  return clock
}

/** A ledger of the discount record with what it told and reported. Calling it again is a new page view. */
export const openLedger = (options: Partial<LedgerOptions> = {}) => {
  const told: string[] = []
  const reports: { code: ErrorCode; message: string }[] = []
  const ledger = createLedger({
    key: DISCOUNT_KEY,
    layers: [createPlace().layer],
    gate: createGate(),
    now: createClock().now,
    ttl: 30 * DAY,
    sliding: false,
    allowed: () => true,
    changed: ({ code, status }) => told.push(code + ' ' + status),
    report: ({ code, message }) => reports.push({ code, message }),
    ...options,
  })
  /** Adds a grant as a link does. */
  const land = (changes: Partial<Entry> = {}) =>
    ledger.sync((entries) => [...entries, entry(changes)])
  /** Gives a grant another status. */
  const mark = (code: string, changes: Partial<Entry>) =>
    ledger.sync((entries) =>
      entries.map((item) => (item.code === code ? { ...item, ...changes } : item)),
    )
  const codes = () => ledger.live().map(({ code }) => code)
  return { ...ledger, codes, land, mark, reports, told }
}
