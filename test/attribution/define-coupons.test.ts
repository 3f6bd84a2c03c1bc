import { describe, expect, it } from 'vitest'
import { CouponError, defineCoupons } from '../../src/attribution/index.js'
import type { Coupon, CouponProblem, CouponRow } from '../../src/attribution/index.js'
import { DAY, NOON } from './sale.js'

const row = (said: Partial<CouponRow> = {}): CouponRow => ({
  code: 'AMY20',
  offer: 'summer',
  publisher: 'amy',
  ...said,
})
const problemsOf = (...rows: readonly unknown[]): readonly CouponProblem[] => {
  const problems: CouponProblem[] = []
  defineCoupons(rows as CouponRow[], { skip: (problem) => problems.push(problem) })
  return problems
}

describe('defineCoupons()', () => {
  it('keeps all that a row says, with times as numbers', () => {
    const payout = { percentage: '12.5', maximum: '50.00' }
    const said = row({
      startsAt: '2026-11-01T00:00:00Z',
      endsAt: NOON,
      note: 'sent by mail',
      discountText: '20 % off',
      payout,
    })
    expect(defineCoupons([said]).list).toEqual([
      { ...said, match: 'exact', row: 0, startsAt: Date.UTC(2026, 10, 1), endsAt: NOON },
    ])
  })

  it.each<readonly [string, unknown, RegExp]>([
    ['a hyphen', row({ code: 'AMY-20' }), /letters and digits, got 'AMY-20'/],
    ['a letter beyond ASCII', row({ code: 'ÄMY' }), /letters and digits/],
    ['an empty code', row({ code: '' }), /1 to 64/],
    ['a code of 65', row({ code: 'A'.repeat(65) }), /1 to 64/],
    ['a wildcard without glob', row({ code: 'AMY*' }), /letters and digits/],
    ['a glob of wildcards alone', row({ code: '**', match: 'glob' }), /wildcards/],
    ['a regex without engine', row({ code: 'A+', match: 'regex' }), /linear-time engine/],
    ['an unknown mode', { ...row(), match: 'fuzzy' }, /match to be one of exact/],
    ['a code that is no text', { ...row(), code: 20 }, /code to be text/],
    ['no offer', { ...row(), offer: ' ' }, /Expected an offer/],
    ['an empty publisher', row({ publisher: '' }), /publisher/],
    ['a time that is none', row({ startsAt: 'soon' }), /startsAt to be a time, got "soon"/],
    ['an end before the start', row({ startsAt: NOON, endsAt: NOON - 1 }), /before endsAt/],
    ['a misspelt member', { ...row(), publiser: 'amy' }, /no member 'publiser'/],
    ['no object', 'AMY20', /Expected an object/],
    ['nothing', undefined, /Expected an object/],
    ['a percentage of 101', row({ payout: { percentage: 101 } }), /percentage from 0 to 100/],
    ['a negative amount', row({ payout: { fixed: -1 } }), /fixed: integer minor units/],
    ['a fraction as a number', row({ payout: { fixed: 1.5 } }), /fixed: integer minor units/],
    ['a currency', row({ payout: { currency: 'euro' } }), /currency of three letters/],
    ['a country', row({ payout: { countries: { allowed: ['Germany'] } } }), /two letters/],
    ['a tier', { ...row(), payout: { tiers: { by: 'sales', steps: [{}] } } }, /a member from/],
    ['a rate', { ...row(), payout: { rates: { shoes: { percent: 3 } } } }, /no member percent/],
    ['a span', { ...row(), payout: { span: 'forever' } }, /one-time, lifetime/],
  ])('says what is wrong with %s', (_, wrong, sentence) => {
    const [problem, ...more] = problemsOf(row({ code: 'GOOD' }), wrong)
    expect(problem).toMatchObject({ row: 1 })
    expect(problem?.message).toMatch(sentence)
    expect(more).toEqual([])
  })

  it('throws one error that holds all problems, and names the first', () => {
    const rows = [row(), row({ code: '!' }), row({ offer: '' })]
    expect(() => defineCoupons(rows)).toThrow(CouponError)
    expect(() => defineCoupons(rows)).toThrow(/^Coupon row 1: .*'!'.* \(and 1 more\)$/)
  })

  it('loads the rest where somebody hears of the problems', () => {
    const skipped: CouponProblem[] = []
    const rows = [row({ code: '!' }), row({ code: 'REST' })]
    const coupons = defineCoupons(rows, { skip: (problem) => skipped.push(problem) })
    expect(coupons.list.map(({ code, row: place }) => [code, place])).toEqual([['REST', 1]])
    expect(skipped.map(({ row: place, code }) => [place, code])).toEqual([[0, '!']])
  })

  it('refuses a coupon twice for an offer and publisher, whatever its case', () => {
    const [problem] = problemsOf(row(), row({ code: 'amy20' }))
    expect(problem).toMatchObject({ row: 1, message: expect.stringContaining('after row 0') })
  })

  it('takes the same code for other publishers, other offers and in another mode', () => {
    const others = [row({ publisher: 'bob' }), row({ offer: 'winter' }), row({ match: 'prefix' })]
    expect(problemsOf(row(), ...others)).toEqual([])
  })

  it('takes more characters where they are allowed, and only those', () => {
    const rows = [row({ code: 'AMY-20%' }), row({ code: 'AMY_20' })]
    const skipped: number[] = []
    defineCoupons(rows, { allow: '-%', skip: ({ row: place }) => skipped.push(place) })
    expect(skipped).toEqual([1])
  })

  it("tells each publisher's first coupon on an offer, once the list is right", () => {
    const told: string[] = []
    const rows = [
      row({ code: '!' }),
      row({ code: 'A1' }),
      row({ code: 'A2' }),
      row({ code: 'A3', offer: 'winter' }),
      row({ code: 'B1', publisher: 'bob' }),
      { code: 'ALL', offer: 'summer' },
    ]
    const firstCoupon = ({ code }: { readonly code: string }) => told.push(code)
    expect(() => defineCoupons(rows, { firstCoupon })).toThrow(CouponError)
    expect(told).toEqual([])
    defineCoupons(rows, { firstCoupon, skip: () => undefined })
    expect(told).toEqual(['A1', 'A3', 'B1'])
  })

  it('tells a publisher once, though the list is loaded at every start', async () => {
    const approved = new Set<string>()
    const nameOf = ({ offer, publisher }: Coupon) => JSON.stringify([offer, publisher])
    const asked: string[] = []
    let isNetworkUp = false
    const start = async (...rows: readonly CouponRow[]) => {
      const approvals: Promise<void>[] = []
      const approve = async (coupon: Coupon): Promise<void> => {
        asked.push(coupon.code)
        if (isNetworkUp) approved.add(nameOf(coupon))
      }
      defineCoupons(rows, {
        isApproved: (coupon) => approved.has(nameOf(coupon)),
        firstCoupon: (coupon) => void approvals.push(approve(coupon)),
      })
      await Promise.all(approvals)
    }
    await start(row({ code: 'A1' }))
    isNetworkUp = true
    await start(row({ code: 'A1' }))
    await start(row({ code: 'A0' }), row({ code: 'A1' }), row({ code: 'B1', publisher: 'bob' }))
    expect(asked).toEqual(['A1', 'A1', 'B1'])
  })

  it('finds a coupon from its start up to its end', () => {
    const { match } = defineCoupons([row({ startsAt: NOON, endsAt: NOON + DAY })])
    const found = [NOON - 1, NOON, NOON + DAY - 1, NOON + DAY].map(
      (at) => match('AMY20', at).length,
    )
    expect(found).toEqual([0, 1, 1, 0])
  })
})
