import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countDown,
  distance,
  nextChange,
  sayDistance,
  timeOfDay,
} from '../../src/notice/tell-time.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = { days: DAY, hours: HOUR, minutes: MINUTE }

describe('distance', () => {
  it.each([
    [10 * DAY + 23 * HOUR, 10, 'days'],
    [2 * DAY, 2, 'days'],
    [2 * DAY - 10 * SECOND, 2, 'days'],
    [2 * DAY - MINUTE, 47, 'hours'],
    [HOUR + 59 * MINUTE, 1, 'hours'],
    [59 * MINUTE, 59, 'minutes'],
    [5 * SECOND, 1, 'minutes'],
    [-5 * SECOND, 1, 'minutes'],
  ])('of %i ms to an end is %i %s', (milliseconds, count, unit) => {
    expect(distance(milliseconds, Math.floor)).toEqual({ count, unit })
  })

  it('never leaves less time than it says, nor for a start more, but for half a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 400 * DAY }), (milliseconds) => {
        const end = distance(milliseconds, Math.floor)
        const start = distance(milliseconds, Math.ceil)
        expect(end.count * UNITS[end.unit]).toBeLessThanOrEqual(milliseconds + MINUTE / 2)
        expect(start.count * UNITS[start.unit]).toBeGreaterThanOrEqual(milliseconds - MINUTE / 2)
      }),
    )
  })
})

describe('sayDistance', () => {
  const at = Date.UTC(2026, 10, 23, 12)

  it.each([
    ['en', 'in 2 days'],
    ['de', 'in 2 Tagen'],
    ['ar', 'خلال يومين'],
  ])('speaks %s', (language, said) => {
    expect(sayDistance({ count: 2, unit: 'days' }, { at, language })).toBe(said)
  })
})

describe('timeOfDay', () => {
  it('speaks the language', () => {
    const at = new Date(2026, 10, 23, 16, 30).getTime()
    expect(timeOfDay(at, 'en-US')).toMatch(/^4:30\sPM$/)
    expect(timeOfDay(at, 'de')).toBe('16:30')
  })
})

describe('countDown', () => {
  it.each([
    [HOUR + 2 * MINUTE + 3 * SECOND, 'en', '1:02:03'],
    [12 * MINUTE + 34 * SECOND, 'en', '12:34'],
    [SECOND, 'en', '00:01'],
    [1, 'en', '00:01'],
    [0, 'en', '00:00'],
    [-DAY, 'en', '00:00'],
    [12 * MINUTE + 34 * SECOND, 'ar-EG', '١٢:٣٤'],
  ])('shows %i ms in %s', (milliseconds, language, shown) => {
    expect(countDown(milliseconds, language)).toBe(shown)
  })

  it('reads back as the time left, to the second begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * HOUR }), (milliseconds) => {
        const parts = countDown(milliseconds, 'en').split(':').map(Number)
        const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
        expect(seconds).toBe(Math.ceil(milliseconds / SECOND))
      }),
    )
  })
})

describe('nextChange', () => {
  it('is the end of this second in a countdown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: HOUR }), (left) => {
        const wait = nextChange(left, HOUR)
        expect(countDown(left - wait, 'en')).not.toBe(countDown(left, 'en'))
        expect(countDown(left - wait + 1, 'en')).toBe(countDown(left, 'en'))
      }),
    )
  })

  it.each([
    ['a minute while the distance is said', 3 * HOUR, 10 * MINUTE, MINUTE],
    ['the countdown, where that is nearer', 2 * HOUR + 5 * SECOND, 2 * HOUR, 5 * SECOND],
    ['the end, where seconds are not counted', 40 * SECOND, 0, 40 * SECOND],
    ['nothing once it is over', 0, HOUR, 0],
    ['nothing long after', -DAY, HOUR, 0],
  ])('is %s', (_, left, ...[countdown, wait]) => {
    expect(nextChange(left, countdown)).toBe(wait)
  })
})
