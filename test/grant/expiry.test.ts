import { describe, expect, it } from 'vitest'

import { dueNotices, nextWake } from '../../src/grant/expiry.js'
import { DAY, HOUR } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'

const grant = entry()
const end = grant.expiresAt

describe('dueNotices()', () => {
  const notices = [24 * HOUR, HOUR]

  it.each([
    ['none in time', end - 24 * HOUR - 1, 0],
    ['the first to the millisecond', end - 24 * HOUR, 1],
    ['the first alone until the next', end - HOUR - 1, 1],
    ['both', end - HOUR, 2],
    ['both after the end', end + DAY, 2],
  ])('counts %s', (_, now, due) => {
    expect(dueNotices(grant, notices, now)).toBe(due)
  })

  it('counts none before the start, however near the end is', () => {
    const later = { ...grant, startsAt: end - 1 }
    expect(dueNotices(later, notices, end - 2)).toBe(0)
    expect(dueNotices(later, notices, end - 1)).toBe(2)
  })

  it('counts none where none is wanted', () => {
    expect(dueNotices(grant, [], end)).toBe(0)
  })
})

describe('nextWake()', () => {
  it('waits for the next notice, then for the end', () => {
    const notices = [HOUR, 24 * HOUR]
    expect(nextWake([grant], notices, end - 30 * HOUR)).toBe(6 * HOUR)
    expect(nextWake([grant], notices, end - 24 * HOUR)).toBe(23 * HOUR)
    expect(nextWake([grant], notices, end - HOUR)).toBe(HOUR)
    expect(nextWake([grant], notices, end - 1)).toBe(1)
  })

  it('waits for the start of what starts later', () => {
    const later = { ...grant, startsAt: NOON + DAY }
    expect(nextWake([later], [], NOON)).toBe(DAY)
    expect(nextWake([later], [], NOON + 28 * DAY)).toBe(2 * DAY)
    expect(nextWake([{ ...grant, startsAt: NOON + 27 * DAY }], [], NOON)).toBe(2 ** 31 - 1)
  })

  it('waits for the first of several grants', () => {
    const sooner = entry({ code: 'B', expiresAt: end - DAY })
    expect(nextWake([grant, sooner], [], end - 3 * DAY)).toBe(2 * DAY)
  })

  it('waits no longer than one timer can', () => {
    expect(nextWake([grant], [], end - 24 * DAY)).toBe(24 * DAY)
    expect(nextWake([grant], [], end - 25 * DAY)).toBe(2 ** 31 - 1)
    expect(nextWake([grant], [HOUR], NOON - 3650 * DAY)).toBe(2 ** 31 - 1)
  })

  it('waits for nothing where there is nothing to come', () => {
    expect(nextWake([], [HOUR], NOON)).toBe(0)
    expect(nextWake([grant], [HOUR], end)).toBe(0)
  })
})
