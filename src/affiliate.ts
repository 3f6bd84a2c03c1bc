import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { isLive } from './grant/entry.js'
import { isSame } from './is-same.js'
import type { LedgerOptions, Ledger } from './layers/ledger.js'
import { createLedger } from './layers/ledger.js'
import type { Ref } from './types.js'

/** Who sent the shopper. Of several refs the one of the link followed last counts. */
export interface Affiliate extends Ledger {
  readonly ref: () => Ref | undefined
  /** Another than the one known counts only where the shopper followed a link; answers whether it does. */
  readonly land: (ref: string, isFollowed: boolean) => boolean
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
    land: (code, isFollowed) => {
      const grantedAt = now()
      const previous = ref()
      if (previous && !isFollowed && !isSame(previous.ref, code)) {
        refuse(code)
        return false
      }
      ledger.sync((entries) => [
        ...entries.map((entry): Entry =>
          isLive(entry) ? { ...entry, status: 'rejected' } : entry,
        ),
        { code, source: 'link', grantedAt, expiresAt: grantedAt + ttl, status: 'held', rev: 0 },
      ])
      const current = ref()
      if (previous && current && !isSame(previous.ref, code))
        emit('contested', { ref: current, previous })
      return true
    },
  }
}
