import { describe, expect, it } from 'vitest'

import { toMinor } from '../../src/platforms/to-minor.js'

describe('toMinor()', () => {
  it.each([
    ['50.0', 'USD', 5000],
    [50, 'usd', 5000],
    ['1.15', 'EUR', 115],
    ['1.005', 'EUR', 100],
    ['1999.0', 'JPY', 1999],
    ['10.005', 'KWD', 10_005],
    ['0.0', 'USD', 0],
    ['-4.35', 'USD', -435],
    ['12.34', 'POINTS', 1234],
    // as ISO 4217 counts, not as people pay in cash
    ['50.0', 'HUF', 5000],
    ['5.0', 'IQD', 5000],
  ])('makes %s %s exactly %i', (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor)
  })
})
