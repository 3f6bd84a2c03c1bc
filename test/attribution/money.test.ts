import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commissionOf, toDecimal, toMinorUnits } from '../../src/attribution/index.js'
import { saleOf } from './sale.js'

const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'usd')

describe('money', () => {
  it.each<readonly [string, string, number | undefined]>([
    ['12.5', 'EUR', 1250],
    ['12.50', 'eur', 1250],
    ['12.500', 'EUR', 1250],
    ['12.505', 'EUR', undefined],
    ['12', 'JPY', 12],
    ['12.5', 'JPY', undefined],
    ['1.234', 'KWD', 1234],
    ['-0.05', 'EUR', -5],
    ['1e3', 'EUR', undefined],
    ['1,50', 'EUR', undefined],
    ['', 'EUR', undefined],
    ['1', 'euro', undefined],
    ['99999999999999999', 'EUR', undefined],
  ])('%s %s is %s', (text, currency, minor) => {
    expect(toMinorUnits(text, currency)).toBe(minor)
  })

  it('takes whole numbers as minor units, and no others', () => {
    expect([1250, 0, -3].map((amount) => toMinorUnits(amount, 'EUR'))).toEqual([1250, 0, -3])
    expect([12.5, NaN, Infinity, 2 ** 60].map((amount) => toMinorUnits(amount, 'EUR'))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it('comes back from its decimal text, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        // a text of so many digits is more than a number holds exactly
        fc.pre(Math.abs(minor) < 1e15)
        expect(toMinorUnits(toDecimal(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })

  it('is shared without drift: as exact fractions say, halves up', () => {
    const percent = fc.integer({ min: 0, max: 100_000_000 })
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), percent, (amount, millionths) => {
        const percentage = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`
        const whole = 100_000_000n
        const exact = (BigInt(amount) * BigInt(millionths) * 2n + whole) / (2n * whole)
        expect(commissionOf(saleOf({ amount }), { percentage }).commission).toBe(Number(exact))
      }),
      { numRuns: 500 },
    )
  })
})
