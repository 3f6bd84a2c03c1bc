import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { find, findSame, isLive, isTyped } from './grant/entry.js'
import { askRule } from './grant/ask-rule.js'

import { LOST, newestLink } from './grant/stacking.js'
import type { TermsOf } from './grant/terms.js'
import { isUpcoming } from './grant/terms.js'
import type { Guard } from './guard.js'
import type { Ledger, LedgerOptions } from './layers/ledger.js'
import { createLedger } from './layers/ledger.js'
import { isVague, seeded } from './safe-code/seeded.js'
import type { Settings } from './settings.js'
import type { Reminders } from './reminders.js'
import { createReminders } from './reminders.js'
import type { Cart, Grant, LinkPromise, Source } from './types.js'

export interface HoldingsOptions {
  readonly settings: Settings
  readonly ledger: Omit<LedgerOptions, 'changed' | 'terms'>
  readonly terms: TermsOf
  readonly emit: Events['emit']
  readonly guard: Guard
  /** The cart as last read on this page. */
  readonly cart: () => Cart | undefined
  /** Something is to be done about the cart. */
  readonly wake: () => void
  /** Runs tasks one at a time, over all tabs. */
  readonly alone: (task: () => Promise<void>) => Promise<void>
  /** An alternative takes the place of a grant that is over. */
  readonly replaced: (grant: Grant, alternative: string) => void
}

/** A code as it came, or what a link said in place of one. */
export type Said = string | LinkPromise

/** The grants: how they come in, stand side by side, and end. */
export interface Holdings extends Ledger, Reminders {
  /** Tells what the cart says of a grant. */
  readonly tell: (entry: Entry) => void
  /** All but those that start later: what carts and ways out are to know of. */
  readonly begun: () => readonly Entry[]
  /** Grants of one source meet those held; none of them: those of two tabs meet. */
  readonly add: (said: readonly Said[], source: Source, grantedAt?: number) => Promise<void>
}

/** The part of an entry that the page may see. */
export const toGrant = (entry: Entry): Grant => {
  const { code, expiresAt, grantedAt, promise, reason, source, startsAt, status } = entry
  const said = promise && { promise }
  return Object.freeze({ code, ...said, source, grantedAt, expiresAt, startsAt, status, reason })
}

export const createHoldings = (options: HoldingsOptions): Holdings => {
  const { alone, cart, emit, guard, replaced, settings, terms, wake } = options
  const { gate, now, ttl } = options.ledger
  const { alternative, noticeBefore, rule } = settings
  let life = 0

  const replace = async (grant: Grant): Promise<void> => {
    const code = gate(guard(alternative)(grant))
    if (code) replaced(grant, code)
    if (code && !find(ledger.all(), code)) await add([code], 'alternative', grant.grantedAt)
    wake()
  }

  const tell = (entry: Entry): void => {
    if (entry.status !== 'held') emit(entry.status, { grant: toGrant(entry), cart: cart() })
  }

  const ledger = createLedger({
    ...options.ledger,
    terms,
    changed: (entry, before) => {
      if (entry.stale) return
      const grant = toGrant(entry)
      const { reason, status } = grant
      if (!before && isLive(entry)) emit('granted', { grant })
      tell(entry)
      if (status === 'expired' || (status === 'rejected' && reason !== LOST)) void replace(grant)
    },
  })

  const begun = (): readonly Entry[] => ledger.all().filter((entry) => !isUpcoming(entry, now()))

  const add: Holdings['add'] = async (said, source, grantedAt = now()) => {
    const expiresAt = (source === 'link' ? grantedAt : now()) + ttl
    const incoming = said.map((one): Entry => {
      const named = typeof one === 'string' ? { code: one } : { code: '', promise: one }
      return { ...named, source, grantedAt, expiresAt, status: 'held', rev: 0 }
    })
    ledger.sync((held) => [...held, ...incoming.map((entry) => seeded(entry, held))])
    // what starts later meets the others when it does
    const live = begun().filter((entry) => isLive(entry) && !isVague(entry))
    if (live.length < 2) return
    const isNew = (entry: Entry): boolean => !!findSame(incoming, entry)
    const meeting = {
      held: live.filter((entry) => !isNew(entry)).map(toGrant),
      incoming: live.filter(isNew).map(toGrant),
      cart: cart(),
    }
    const asking = life
    const standing = (await guard(askRule)(rule, meeting)) ?? newestLink(meeting)
    // an answer that comes after the page has moved on is no answer
    if (life !== asking) return
    ledger.sync((entries) =>
      entries.map((entry) =>
        findSame(live, entry)?.grantedAt === entry.grantedAt &&
        isLive(entry) &&
        !isTyped(entry) &&
        !findSame(standing, entry)
          ? { ...entry, status: 'rejected', reason: LOST }
          : entry,
      ),
    )
  }

  const reminders = createReminders({
    ledger,
    terms,
    noticeBefore,
    now,
    alone,
    expiring: (entry) =>
      emit('expiring', { grant: toGrant(entry), expiresIn: entry.expiresAt - now() }),
    started: () => void add([], 'found').then(wake),
  })

  const stop = (): void => {
    life++
    reminders.stop()
  }

  return { ...ledger, ...reminders, add, begun, stop, tell }
}
