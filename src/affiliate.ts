import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { isLive } from './grant/entry.js'
import { isSame } from './is-same.js'
import type { LedgerOptions, Ledger } from './layers/ledger.js'
import { createLedger } from './layers/ledger.js'
import type { Ref } from './types.js'

/** Who sent the shopper. Of several refs the newest link's counts. */
export interface Affiliate extends Ledger {
  readonly ref: () => Ref | undefined
  readonly land: (ref: string) => void
}

const toRef = ({ code, expiresAt, grantedAt }: Entry): Ref =>
  Object.freeze({ ref: code, grantedAt, expiresAt })

export const createAffiliate = (
  options: Omit<LedgerOptions, 'changed'>,
  emit: Events['emit'],
): Affiliate => {
  const { now, ttl } = options
  const ledger = createLedger({ ...options, changed: () => undefined })
  const ref = (): Ref | undefined => ledger.live().map(toRef).pop()
  return {
    ...ledger,
    ref,
    land: (code) => {
      const grantedAt = now()
      const previous = ref()
      ledger.sync((entries) => [
        ...entries.map((entry): Entry =>
          isLive(entry) ? { ...entry, status: 'rejected' } : entry,
        ),
        { code, source: 'link', grantedAt, expiresAt: grantedAt + ttl, status: 'held', rev: 0 },
      ])
      const current = ref()
      if (previous && current && !isSame(previous.ref, code))
        emit('contested', { ref: current, previous })
    },
  }
}
