import fc from 'fast-check'

import type { Entry } from '../../src/grant/entry.js'
import { DAY } from '../../src/names.js'

/** A moment in 2027. */
export const NOON = 1_800_000_000_000

/** A grant of 30 days, as a link gives it at NOON. */
export const entry = (changes: Partial<Entry> = {}): Entry => {
  const { code = 'SAVE10', grantedAt = NOON, source = 'link', status = 'held', rev = 0 } = changes
  const { expiresAt = grantedAt + 30 * DAY, ...others } = changes
  return { code, source, grantedAt, expiresAt, status, rev, ...others }
}

/** Entries of few codes, times and revisions, so that lists of them collide. */
export const collidingEntries: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc
    .record({
      code: fc.constantFrom('A', 'a', 'B', 'C'),
      grantedAt: fc.constantFrom(NOON, NOON + 1, NOON + 2),
      rev: fc.nat(2),
      status: fc.constantFrom('held', 'applied', 'removed', 'consumed'),
      source: fc.constantFrom('link', 'shopper'),
    })
    .map((changes) => entry(changes)),
  { maxLength: 8 },
)

/** Entries that differ in code, as a ledger holds them. */
export const ledgerEntries: fc.Arbitrary<readonly Entry[]> = fc
  .uniqueArray(
    fc.record(
      {
        code: fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,63}$/),
        source: fc.constantFrom('link', 'shopper', 'found', 'alternative'),
        grantedAt: fc.integer({ min: NOON - 30 * DAY, max: NOON }),
        expiresAt: fc.integer({ min: NOON - 30 * DAY, max: NOON + 30 * DAY }),
        status: fc.constantFrom('held', 'applied', 'waiting', 'rejected', 'removed', 'consumed'),
        rev: fc.nat(99),
        reason: fc.constantFrom('UNKNOWN', 'DISCOUNT_NOT_FOUND'),
        cart: fc.stringMatching(/^[\w-]{1,32}$/),
        told: fc.nat(3),
        order: fc.stringMatching(/^\w{1,12}$/),
      },
      { requiredKeys: ['code', 'source', 'grantedAt', 'expiresAt', 'status', 'rev'] },
    ),
    { selector: ({ code }) => code.toLowerCase(), maxLength: 8 },
  )
  .map((entries) => entries as readonly Entry[])
