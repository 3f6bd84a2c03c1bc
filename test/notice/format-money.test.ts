import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../src/notice/format-money.js'

describe('formatMoney', () => {
  it.each([
    [5000, 'USD', 'en', '$50.00'],
    [5000, 'EUR', 'de', '50,00\u00a0€'],
    [5000, 'JPY', 'en', '¥5,000'],
    [5000, 'KWD', 'en', 'KWD\u00a05.000'],
    [5000, 'CLF', 'en', 'CLF\u00a00.5000'],
    [5000, 'jpy', 'en', '¥5,000'],
    [1, 'USD', 'en', '$0.01'],
    [9_007_199_254_740_991, 'JPY', 'en', '¥9,007,199,254,740,991'],
  ])('says %i minor units of %s in %s', (amount, currency, ...[language, said]) => {
    expect(formatMoney(amount, currency, language)).toBe(said)
  })

  it('counts minor units as ISO 4217 does where browsers think of cash', () => {
    expect(formatMoney(5000, 'HUF', 'en')).toBe('HUF\u00a050.00')
    expect(formatMoney(5000, 'IQD', 'en')).toBe('IQD\u00a05.000')
  })

  it.each([
    [undefined, 'USD'],
    [0, 'USD'],
    [5000, undefined],
    [5000, ''],
    [5000, 'euros'],
  ])('says nothing of %s %s rather than guess', (amount, currency) => {
    expect(formatMoney(amount, currency, 'en')).toBeUndefined()
  })

  it('loses no digit of any amount in any currency', () => {
    const currencies = Intl.supportedValuesOf('currency')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.constantFrom(...currencies),
        (amount, currency) => {
          const digits = formatMoney(amount, currency, 'en')?.replace(/\D/g, '')
          expect(Number(digits)).toBe(amount)
        },
      ),
    )
  })
})
