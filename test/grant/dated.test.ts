import { describe, expect, it } from 'vitest'

import { dated, isUpcoming, namedIn } from '../../src/grant/terms.js'
import { DAY } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'

describe('dated()', () => {
  it('ends a grant with its terms or its days, whichever comes first', () => {
    const grant = entry()
    expect(dated(grant, { endsAt: NOON + DAY }).expiresAt).toBe(NOON + DAY)
    expect(dated(grant, { endsAt: NOON + 31 * DAY }).expiresAt).toBe(NOON + 30 * DAY)
    expect(dated(grant, { startsAt: NOON }).expiresAt).toBe(NOON + 30 * DAY)
  })

  it('says when it starts, and leaves it as it is where no time is known', () => {
    expect(dated(entry(), { startsAt: NOON + 1 }).startsAt).toBe(NOON + 1)
    const grant = entry()
    expect(dated(grant, { percentage: 10 })).toBe(grant)
  })
})

describe('isUpcoming()', () => {
  it('lasts to the last millisecond before the start', () => {
    const grant = dated(entry(), { startsAt: NOON + 5 })
    expect([NOON, NOON + 4, NOON + 5].map((now) => isUpcoming(grant, now))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is never so where no start is known', () => {
    expect(isUpcoming(entry(), -Infinity)).toBe(false)
  })
})

describe('namedIn()', () => {
  it.each([
    ['the word of the link, where the code is made', { discount: 'ANNA20' }, 'ANNA20'],
    ['the code, where the link said no word', { ref: 'anna' }, 'ANNA20-X7'],
    ['the code, where nothing was promised', undefined, 'ANNA20-X7'],
  ])('is %s', (_, promise, name) => {
    expect(namedIn({ code: 'ANNA20-X7', promise })).toBe(name)
  })
})
