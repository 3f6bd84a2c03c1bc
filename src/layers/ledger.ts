import type { DiscountKeeperError } from '../errors.js'
import { isNewer, parse, serialize } from '../grant/codec.js'
import type { Change, Entry } from '../grant/entry.js'
import { canonical, find, findSame, idOf, isLive, isWanted } from '../grant/entry.js'
import { merge } from '../grant/merge.js'
import type { TermsOf } from '../grant/terms.js'
import { dated, isUpcoming, namedIn } from '../grant/terms.js'
import type { Gate } from '../landing/gate.js'
import type { Layer } from './layer.js'
import { createShelf } from './shelf.js'

export interface LedgerOptions {
  readonly key: string
  readonly layers: readonly Layer[]
  readonly gate: Gate
  readonly now: () => number
  /** Milliseconds. */
  readonly ttl: number
  /** The days count from the last visit. */
  readonly sliding: boolean
  /** Asked anew each time, never kept: terms may change for a grant that is held. */
  readonly terms?: TermsOf | undefined
  /** False purges the layers, undefined leaves them alone and keeps to memory. */
  readonly allowed: () => boolean | undefined
  /** Told each entry that has another status than before, or waits for another reason; new ones have no before. */
  readonly changed: (entry: Entry, before: Entry | undefined) => void
  /** Told what somebody else put into a layer where a dated promise is held, before that is put back. */
  readonly turnedAway?: ((entry: Entry) => void) | undefined
  readonly report: (error: DiscountKeeperError) => void
}

/** One record, kept in memory and in every layer that works. Oldest first, ended ones included, with the times of their terms. */
export interface Ledger {
  readonly all: () => readonly Entry[]
  readonly live: () => readonly Entry[]
  /** Reads every layer, merges, changes, ends what ran out, writes to the layers that differ. Never throws. */
  readonly sync: (change?: Change) => void
  /** True while nobody has answered whether what a layer holds may be used. */
  readonly waits: () => boolean
  /** True once something was taken out of a layer because it may not be there: a cart may hold it as well. */
  readonly purged: () => boolean
  /** True where the layer holds what it was last asked to hold. */
  readonly keeps: (layer: Layer) => boolean
}

const keyOf = (entry: Entry): string => idOf(entry) + entry.grantedAt

export const createLedger = (options: LedgerOptions): Ledger => {
  const { allowed, changed, gate, key, layers, now, report, sliding, ttl } = options
  const inTime = (entry: Entry): Entry => dated(entry, options.terms?.(namedIn(entry)) ?? {})
  /** What has ended, as grants and as codes: a layer that did not forget does not bring it back. */
  const ended = new Set<string>()
  let entries: readonly Entry[] = []
  let isPurged = false

  const all = (): readonly Entry[] => entries.map(inTime)
  const live = (): readonly Entry[] => all().filter(isLive)

  const parsed = (text: string): readonly Entry[] => parse(text, { gate, now: now(), ttl })
  // what is not ours is left alone: a later version's record always, garbage until there is something to keep
  const isOurs = (held: string, text: string): boolean =>
    !isNewer(held) && (!!text || parsed(held).length > 0)
  const shelf = createShelf({ key, report, isOurs })

  const end = (entry: Entry): Entry => {
    const at = now()
    if (!isLive(entry)) return entry
    if (at >= inTime(entry).expiresAt) return { ...entry, status: 'expired' }
    // about once a day
    return sliding && entry.expiresAt < at + ttl * 0.97 ? { ...entry, expiresAt: at + ttl } : entry
  }

  // over, out of time and on no cart: nothing left to remember
  const isSpent = (entry: Entry): boolean =>
    !isLive(entry) && !entry.cart && now() >= entry.expiresAt

  // a code without a date never outlives a dated promise: it is taken up where nothing else is held
  const adopted = (found: readonly Entry[], known: readonly Entry[]): readonly Entry[] =>
    found
      .filter((entry) => !entry.grantedAt && !find(known, entry.code) && !known.some(isLive))
      .filter((entry) => !ended.has(entry.code.toLowerCase()))
      .map((entry) => ({ ...entry, grantedAt: now() }))

  // in place of a promise that is held, put there by somebody else
  const turnAway = (found: readonly Entry[], known: readonly Entry[]): void => {
    for (const entry of known.some(isLive) ? found : [])
      if (!entry.grantedAt && !find(known, entry.code)) options.turnedAway?.(entry)
  }

  const forget = (spent: readonly Entry[]): void => {
    for (const entry of spent) ended.add(keyOf(entry)).add(entry.code.toLowerCase())
  }

  const tell = (before: (entry: Entry) => Entry | undefined): void => {
    for (const entry of entries) {
      const was = before(entry)
      const isToldAnew = entry.status === 'waiting' && was?.reason !== entry.reason
      if (was?.status !== entry.status || isToldAnew) changed(inTime(entry), was)
    }
  }

  const sync: Ledger['sync'] = (change = (unchanged) => unchanged) => {
    const may = allowed()
    const reading = may === undefined ? [] : layers
    const texts = reading.map(shelf.read)
    const found = may ? merge(...texts.map((text) => parsed(text ?? ''))) : []
    const met = merge(may === false ? [] : entries, found)
    forget(met.filter(isSpent))
    const known = met.filter((entry) => entry.grantedAt && !ended.has(keyOf(entry)))
    const before = (entry: Entry): Entry | undefined => {
      const was = findSame(known, entry)
      return was?.grantedAt === entry.grantedAt ? was : undefined
    }
    const revise = (entry: Entry): Entry => {
      const was = before(entry)
      if (!was) return entry
      return canonical(was) === canonical(entry) ? was : { ...entry, rev: was.rev + 1 }
    }
    const next = change([...known, ...adopted(found, known)])
    entries = may === false ? [] : merge(next.map(end).map(revise))
    const text = may ? serialize(entries) : ''
    if (may === false) isPurged ||= texts.some((held) => parsed(held ?? '').length)
    // what has not started is nothing yet for people who read
    const inForce = live().filter((entry) => isWanted(entry) && !isUpcoming(entry, now()))
    const codes = text ? inForce.map(({ code }) => code) : []
    const expiresAt = Math.max(...entries.map((entry) => entry.expiresAt))
    for (const [at, layer] of reading.entries())
      shelf.keep(layer, texts[at], { key, text, codes, expiresAt })
    tell(before)
    turnAway(found, known)
    const spent = entries.filter(isSpent)
    forget(spent)
    if (spent.length) sync()
  }

  return {
    sync,
    all,
    live,
    waits: () => allowed() === undefined && layers.some((layer) => !!shelf.read(layer)),
    purged: () => isPurged,
    keeps: shelf.keeps,
  }
}
