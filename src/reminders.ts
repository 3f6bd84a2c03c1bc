import type { Entry } from './grant/entry.js'
import { findSame, isLive } from './grant/entry.js'
import { dueNotices, nextWake } from './grant/expiry.js'
import type { TermsOf } from './grant/terms.js'
import { dated, isUpcoming, namedIn } from './grant/terms.js'
import type { Ledger } from './layers/ledger.js'

export interface RemindersOptions {
  readonly ledger: Ledger
  readonly terms: TermsOf
  /** Milliseconds before the end. */
  readonly noticeBefore: readonly number[]
  readonly now: () => number
  /** One at a time over all tabs: of two that wake at the same moment, the second reads what the first has told. */
  readonly alone: (task: () => Promise<void>) => Promise<void>
  readonly expiring: (entry: Entry) => void
  /** A grant that was kept for later has started. */
  readonly started: () => void
}

/** Tells what is about to end and wakes what starts, for as long as the page is open. */
export interface Reminders {
  /** Tells what is due, and comes back when the next is. */
  readonly tick: () => void
  readonly stop: () => void
}

export const createReminders = (options: RemindersOptions): Reminders => {
  const { alone, expiring, ledger, noticeBefore, now, started, terms } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const tell = (): void => {
    const due: Entry[] = []
    ledger.sync((entries) =>
      entries.map((entry) => {
        const grant = dated(entry, terms(namedIn(entry)))
        const told = isLive(entry) ? dueNotices(grant, noticeBefore, now()) : 0
        if (told <= (entry.told ?? 0)) return entry
        due.push(grant)
        return { ...entry, told }
      }),
    )
    // what ended in the same moment is not about to
    for (const entry of due) if (findSame(ledger.live(), entry)) expiring(entry)
  }

  const comeBack = (): void => {
    clearTimeout(timer)
    const wait = nextWake(ledger.live(), noticeBefore, now())
    const later = ledger.live().filter((entry) => isUpcoming(entry, now()))
    const wake = (): void => {
      tick()
      if (later.some((entry) => !isUpcoming(entry, now()))) started()
    }
    if (wait) timer = setTimeout(wake, wait)
  }

  const tick = (): void => {
    isStopped = false
    void alone(() => {
      if (!isStopped) tell()
      if (!isStopped) comeBack()
      return Promise.resolve()
    })
  }

  return {
    tick,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
