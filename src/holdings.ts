import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { find, isLive, isTyped } from './grant/entry.js'
import { dueNotices, nextWake } from './grant/expiry.js'
import { askRule } from './grant/ask-rule.js'
import { LOST, newestLink } from './grant/stacking.js'
import type { Guard } from './guard.js'
import type { Ledger, LedgerOptions } from './layers/ledger.js'
import { createLedger } from './layers/ledger.js'
import type { Settings } from './options.js'
import type { Cart, Grant, Source } from './types.js'

export interface HoldingsOptions {
  readonly settings: Settings
  readonly ledger: Omit<LedgerOptions, 'changed'>
  readonly emit: Events['emit']
  readonly guard: Guard
  /** The cart as last read on this page. */
  readonly cart: () => Cart | undefined
  /** Something is to be done about the cart. */
  readonly wake: () => void
}

/** The grants: how they come in, stand side by side, and end. */
export interface Holdings extends Ledger {
  /** Grants of one source meet those held; none of them: those of two tabs meet. */
  readonly add: (codes: readonly string[], source: Source, grantedAt?: number) => Promise<void>
  /** Tells what is about to end, and comes back when the next is due. */
  readonly tick: () => void
  readonly stop: () => void
}

/** The part of an entry that the page may see. */
export const toGrant = ({ code, source, grantedAt, expiresAt, status, reason }: Entry): Grant =>
  Object.freeze({ code, source, grantedAt, expiresAt, status, reason })

export const createHoldings = (options: HoldingsOptions): Holdings => {
  const { cart, emit, guard, settings, wake } = options
  const { gate, now, ttl } = options.ledger
  const { alternative, noticeBefore, rule } = settings
  let timer: ReturnType<typeof setTimeout> | undefined
  let life = 0

  const replace = async (grant: Grant): Promise<void> => {
    const code = gate(guard(alternative)(grant))
    if (code && !find(ledger.all(), code)) await add([code], 'alternative', grant.grantedAt)
    wake()
  }

  const ledger = createLedger({
    ...options.ledger,
    changed: (entry, before) => {
      const grant = toGrant(entry)
      const { reason, status } = grant
      if (!before && isLive(entry)) emit('granted', { grant })
      if (status !== 'held') emit(status, { grant, cart: cart() })
      if (status === 'expired' || (status === 'rejected' && reason !== LOST)) void replace(grant)
    },
  })

  const add: Holdings['add'] = async (codes, source, grantedAt = now()) => {
    const expiresAt = now() + ttl
    const incoming = codes.map((code): Entry => {
      return { code, source, grantedAt, expiresAt, status: 'held', rev: 0 }
    })
    ledger.sync((held) => [...held, ...incoming])
    const live = ledger.live()
    if (live.length < 2) return
    const isNew = ({ code }: Entry): boolean => !!find(incoming, code)
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
        find(live, entry.code)?.grantedAt === entry.grantedAt &&
        isLive(entry) &&
        !isTyped(entry) &&
        !find(standing, entry.code)
          ? { ...entry, status: 'rejected', reason: LOST }
          : entry,
      ),
    )
  }

  const tick = (): void => {
    const due: Entry[] = []
    ledger.sync((entries) =>
      entries.map((entry) => {
        const told = isLive(entry) ? dueNotices(entry, noticeBefore, now()) : 0
        if (told <= (entry.told ?? 0)) return entry
        due.push(entry)
        return { ...entry, told }
      }),
    )
    for (const entry of due)
      emit('expiring', { grant: toGrant(entry), expiresIn: entry.expiresAt - now() })
    clearTimeout(timer)
    const wait = nextWake(ledger.live(), noticeBefore, now())
    if (wait) timer = setTimeout(tick, wait)
  }

  const stop = (): void => {
    life++
    clearTimeout(timer)
  }

  return { ...ledger, add, tick, stop }
}
