import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { find, isLive } from './grant/entry.js'
import { isSame } from './is-same.js'
import type { LedgerOptions, Ledger } from './layers/ledger.js'
import { createLedger } from './layers/ledger.js'
import type { Ref } from './types.js'

/** Who sent the shopper. Of several refs the one of the link followed last counts. */
export interface Affiliate extends Ledger {
  readonly ref: () => Ref | undefined
  /** Another than the one known counts only where the shopper followed a link. What is seen again renews nobody. */
  readonly land: (ref: string, isNew: boolean, isFollowed: boolean) => void
}

const toRef = ({ code, expiresAt, grantedAt }: Entry): Ref =>
  Object.freeze({ ref: code, grantedAt, expiresAt })

export const createAffiliate = (
  options: Omit<LedgerOptions, 'changed'>,
  emit: Events['emit'],
): Affiliate => {
  const { now, ttl } = options
  const ref = (): Ref | undefined => ledger.live().map(toRef).pop()
  const refuse = (code: string): void => {
    const known = ref()
    if (known) emit('contested', { ref: known, previous: known, refused: code })
  }
  const ledger = createLedger({
    ...options,
    changed: () => undefined,
    // written over what was kept, by a script that is not ours
    turnedAway: ({ code }) => refuse(code),
  })
  return {
    ...ledger,
    ref,
    land: (code, isNew, isFollowed) => {
      const grantedAt = now()
      const previous = ref()
      const isRival = previous && !isSame(previous.ref, code)
      if (isRival && !isFollowed) {
        // who counted before is known
        if (isNew || !find(ledger.all(), code)) refuse(code)
        return
      }
      if (previous && !isNew) return
      ledger.sync((entries) => [
        ...entries.map((entry): Entry =>
          isLive(entry) ? { ...entry, status: 'rejected' } : entry,
        ),
        { code, source: 'link', grantedAt, expiresAt: grantedAt + ttl, status: 'held', rev: 0 },
      ])
      const current = ref()
      if (isRival && current) emit('contested', { ref: current, previous })
    },
  }
}
