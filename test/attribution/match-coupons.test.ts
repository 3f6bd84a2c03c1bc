import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineCoupons } from '../../src/attribution/index.js'
import type { CouponRow, MatchMode } from '../../src/attribution/index.js'
import { linearRegex } from '../../src/server/linear-regex.js'
import { NOON } from './sale.js'

const couponsOf = (...rows: readonly (readonly [MatchMode, string])[]) =>
  defineCoupons(
    rows.map(([match, code], place) => ({ match, code, offer: 'o', publisher: `p${place}` })),
    { regex: linearRegex },
  )
const find = (code: string, ...rows: readonly (readonly [MatchMode, string])[]) =>
  couponsOf(...rows)
    .match(code, NOON)
    .map(({ match, code: text }) => `${match} ${text}`)

describe('a coupon', () => {
  it.each<readonly [MatchMode, string, Readonly<Record<'yes' | 'no', readonly string[]>>]>([
    ['exact', 'Amy20', { yes: ['AMY20', 'amy20'], no: ['AMY2', 'AMY200', ''] }],
    ['prefix', 'AMY', { yes: ['amy', 'AMY20'], no: ['XAMY', 'AM'] }],
    ['suffix', 'AMY', { yes: ['amy', '20AMY'], no: ['AMYX', 'MY'] }],
    ['contains', 'AMY', { yes: ['xAMYx', 'AMY'], no: ['AXMY'] }],
    ['glob', 'AMY*20', { yes: ['AMY20', 'amyX20', 'AMY2020'], no: ['AMY2', 'XAMY20', 'AMY20X'] }],
    ['glob', 'A?Y', { yes: ['AMY', 'a1y'], no: ['AY', 'AMMY'] }],
    ['glob', '*20', { yes: ['20', 'X20'], no: ['20X'] }],
    ['regex', 'AMY[0-9]{2}', { yes: ['AMY20', 'amy99'], no: ['AMY2', 'XAMY20', 'AMY200'] }],
  ])('of mode %s with %s', (mode, text, { yes, no }) => {
    const { match } = couponsOf([mode, text])
    expect(yes.filter((code) => !match(code, NOON).length)).toEqual([])
    expect(no.filter((code) => match(code, NOON).length)).toEqual([])
  })

  it('compares ASCII letters alone without case', () => {
    // the Kelvin sign and the long s have ASCII letters as their lower and upper case
    expect(find('\u212aEY', ['exact', 'KEY'])).toEqual([])
    expect(find('\u017fALE', ['exact', 'SALE'])).toEqual([])
    expect(find('\u212aEY', ['regex', 'KEY'], ['regex', '.*'])).toEqual([])
    expect(find('\u017fALE', ['regex', '[a-z]+'])).toEqual([])
  })

  it('is found most specific first', () => {
    const rows = [
      ['regex', '.*'],
      ['contains', 'MY'],
      ['glob', 'A*Y2?'],
      ['suffix', '20'],
      ['contains', 'MY2'],
      ['prefix', 'AMY'],
      ['suffix', 'Y20'],
      ['exact', 'AMY20'],
    ] as const
    expect(find('AMY20', ...rows)).toEqual([
      'exact AMY20',
      'prefix AMY',
      'suffix Y20',
      'glob A*Y2?',
      'contains MY2',
      'suffix 20',
      'contains MY',
      'regex .*',
    ])
  })

  it('of an earlier row is found first where nothing else tells them apart', () => {
    const { match } = couponsOf(['exact', 'AMY'], ['exact', 'AMY'], ['exact', 'AMY'])
    expect(match('amy', NOON).map(({ publisher }) => publisher)).toEqual(['p0', 'p1', 'p2'])
  })

  it('is not looked for in codes that no shop would take', () => {
    expect(find('A'.repeat(65), ['prefix', 'A'])).toEqual([])
    expect(find('A'.repeat(64), ['prefix', 'A'])).toHaveLength(1)
  })

  it.each(['(?=x)x', '(a)\\1', '(', 'a'.repeat(201), ''])('refuses the regex %s', (code) => {
    expect(() => couponsOf(['regex', code])).toThrow(/Coupon row 0: Expected a regex/)
  })

  it('of a regex that doubles with every letter elsewhere answers all the same', () => {
    expect(find('a'.repeat(63) + '1', ['regex', '(a+)+b'])).toEqual([])
  })

  const text = fc.stringMatching(/^[AaBb1]{1,6}$/)
  const rowOf = fc.record({
    code: text,
    match: fc.constantFrom<MatchMode>('exact', 'prefix', 'suffix', 'contains'),
    offer: fc.constantFrom('o1', 'o2'),
    publisher: fc.constantFrom('p1', 'p2'),
  })
  const globs = fc.record({
    code: fc.stringMatching(/^[AB*?]{1,6}$/).filter((code) => /[AB]/.test(code)),
    match: fc.constant<MatchMode>('glob'),
    offer: fc.constant('o1'),
    publisher: fc.constant('p1'),
  })
  const holds = ({ code, match }: CouponRow, given: string): boolean => {
    const [wanted, said] = [code.toLowerCase(), given.toLowerCase()]
    const glob = new RegExp(`^${wanted.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`)
    const modes: Readonly<Record<string, boolean>> = {
      exact: said === wanted,
      prefix: said.startsWith(wanted),
      suffix: said.endsWith(wanted),
      contains: said.includes(wanted),
      glob: glob.test(said),
    }
    return !!modes[match ?? 'exact']
  }

  it('is found exactly where one that looks at every row would find it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(rowOf, globs), { maxLength: 40 }), text, (rows, code) => {
        const coupons = defineCoupons(rows, { skip: () => undefined })
        const naive = coupons.list.filter((coupon) => holds(coupon, code))
        const found = coupons.match(code, NOON)
        expect([...found].sort((one, other) => one.row - other.row)).toEqual(naive)
      }),
      { numRuns: 1_000 },
    )
  })
})
