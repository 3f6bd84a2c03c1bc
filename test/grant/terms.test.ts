import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readTerms } from '../../src/grant/terms.js'
import type { TermsOption } from '../../src/grant/terms.js'
import { NOON } from '../support/entry.js'

/** Terms as a page without types may write them, and what was reported of them. */
const open = (option: unknown) => {
  const reports: string[] = []
  const terms = readTerms(option as TermsOption, ({ code, message }) =>
    reports.push(`${code} ${message}`),
  )
  return { reports, terms }
}

describe('readTerms()', () => {
  it('finds a code whatever its case', () => {
    const { terms } = open({ Save10: { percentage: 10 } })
    expect(terms('SAVE10')).toEqual({ percentage: 10 })
    expect(terms('save10')).toEqual({ percentage: 10 })
    expect(terms('SAVE1')).toEqual({})
  })

  it('asks a function for the code as it is', () => {
    const asked: string[] = []
    const { terms } = open((code: string) => {
      asked.push(code)
      return code === 'A' ? { minimum: 5000 } : undefined
    })
    expect([terms('A'), terms('b')]).toEqual([{ minimum: 5000 }, {}])
    expect(asked).toEqual(['A', 'b'])
  })

  it('knows nothing where nothing is said', () => {
    const silent = [undefined, {}, () => undefined, () => null, { A: null }, { A: 7 }, { A: 'x' }]
    for (const option of [...silent, { A: { percentage: undefined } }]) {
      const { reports, terms } = open(option)
      expect(terms('A')).toStrictEqual({})
      expect(reports).toEqual([])
    }
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'takes nothing for %s from what every object has',
    (code) => {
      const { reports, terms } = open({ A: { percentage: 10 } })
      expect(terms(code)).toEqual({})
      expect(reports).toEqual([])
    },
  )

  it.each([
    ['percentage', 0.5, 0.5],
    ['percentage', 100, 100],
    ['amountEach', 500, 500],
    ['amountOff', 1500, 1500],
    ['minimum', 0, 0],
    ['minimum', 10_000, 10_000],
    ['everyProduct', true, true],
    ['everyProduct', false, false],
    ['startsAt', NOON, NOON],
    ['endsAt', 0, 0],
    ['startsAt', '2026-11-28T00:00:00Z', Date.UTC(2026, 10, 28)],
    ['endsAt', '2026-11-28', Date.UTC(2026, 10, 28)],
    ['endsAt', 'Sat, 28 Nov 2026 12:00:00 GMT', Date.UTC(2026, 10, 28, 12)],
  ])('reads %s %j as %j', (name, value, known) => {
    const { reports, terms } = open({ A: { [name]: value } })
    expect(terms('A')).toEqual({ [name]: known })
    expect(reports).toEqual([])
  })

  it.each([
    ['percentage', 0],
    ['percentage', -10],
    ['percentage', 101],
    ['percentage', '10'],
    ['percentage', NaN],
    ['amountEach', Infinity],
    ['amountOff', '5.00'],
    ['minimum', -1],
    ['minimum', null],
    ['everyProduct', 'yes'],
    ['startsAt', 'tomorrow'],
    ['startsAt', true],
    ['endsAt', ''],
    ['endsAt', Infinity],
    ['endsAt', NaN],
    ['ends', '2026-11-28'],
    ['toString', 1],
  ])('takes %s %j for unknown and reports it once, without the code', (name, value) => {
    const { reports, terms } = open({ A: { minimum: 7, [name]: value } })
    for (let times = 0; times < 3; times++)
      expect(terms('A')).toEqual(name === 'minimum' ? {} : { minimum: 7 })
    expect(reports).toEqual([`OPTION terms of a code: wrong ${name}`])
  })

  it('reports a function that throws, and knows nothing', () => {
    const { reports, terms } = open(() => {
      throw new Error('terms')
    })
    expect([terms('A'), terms('B')]).toEqual([{}, {}])
    expect(reports).toEqual(['OPTION terms of a code could not be read'])
  })

  it('never throws and lets no nonsense through, whatever is said', () => {
    const name = fc.constantFrom(
      'percentage',
      'amountEach',
      'amountOff',
      'minimum',
      'startsAt',
      'endsAt',
      '__proto__',
    )
    const value = fc.oneof(fc.anything(), fc.double(), fc.date().map(String), fc.string())
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(name, value)), (said) => {
        const { endsAt, startsAt, ...known } = open(() => said).terms('A')
        for (const time of [startsAt ?? 0, endsAt ?? 0]) expect(Number.isFinite(time)).toBe(true)
        for (const number of [known.percentage, known.amountEach, known.amountOff])
          expect(number === undefined || (number > 0 && Number.isFinite(number))).toBe(true)
        expect((known.percentage ?? 0) <= 100).toBe(true)
        expect((known.minimum ?? 0) >= 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
