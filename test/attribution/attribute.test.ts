import { describe, expect, it } from 'vitest'
import { attribute, defineCoupons } from '../../src/attribution/index.js'
import type { AttributeOptions, Payout, PayoutQuestion, Sale } from '../../src/attribution/index.js'
import { conversionOf, DAY, NOON, saleOf } from './sale.js'

/** What every publisher of the offer gets anyway. */
const EXISTING: Payout = { percentage: 10 }

const coupons = defineCoupons([
  { code: 'AMY20', offer: 'summer', publisher: 'amy' },
  { code: 'AMY15', offer: 'summer', publisher: 'amy', payout: { percentage: 15 } },
  { code: 'BOB', match: 'prefix', offer: 'summer', publisher: 'bob' },
  { code: 'SHARED', offer: 'summer', publisher: 'amy' },
  { code: 'SHARED', offer: 'summer', publisher: 'bob' },
  { code: 'EVERYBODY', offer: 'summer', payout: { percentage: 3 } },
  { code: 'FOREVER', offer: 'club', publisher: 'amy', payout: { percentage: 5, span: 'lifetime' } },
  { code: 'ENDED', offer: 'summer', publisher: 'amy', endsAt: NOON },
])
const judge = (sale: Partial<Sale>, options: Partial<AttributeOptions> = {}) =>
  attribute(saleOf(sale), { coupons, payoutFor: () => EXISTING, ...options })

describe('the worked examples', () => {
  it("15 % for the coupon's own payout where the offer pays 10 %", () => {
    expect(judge({ codes: ['AMY15'] })).toMatchObject({ publisher: 'amy', commission: 1_500 })
    expect(judge({ codes: ['AMY20'] })).toMatchObject({ publisher: 'amy', commission: 1_000 })
  })

  it("the influencer's own code earns the influencer the sale, whoever's link came before", () => {
    const sale = { codes: ['AMY20'], ref: 'bob', refAt: NOON - DAY }
    expect(judge(sale)).toMatchObject({
      publisher: 'amy',
      by: 'coupon',
      offer: 'summer',
      commission: 1_000,
      confidence: 'low',
    })
  })

  it('a sale without a click is attributed by its coupon', () => {
    expect(judge({ codes: ['amy20'] })).toMatchObject({
      publisher: 'amy',
      by: 'coupon',
      code: 'amy20',
      coupon: { code: 'AMY20' },
      confidence: 'high',
      reason: 'the coupon alone speaks; 10 % of 100.00 EUR',
    })
  })
})

describe('attribute()', () => {
  it('pays nobody for a shopper whom nobody sent', () => {
    const nobody = { commission: 0, status: 'declined', reason: 'nobody sent this shopper' }
    for (const sale of [{}, { codes: ['UNKNOWN'] }, { codes: ['ENDED'] }, { codes: ['EVERYBODY'] }])
      expect(judge(sale)).toMatchObject(nobody)
    expect(judge({}).publisher).toBeUndefined()
  })

  it('goes by a link alone where no coupon was used', () => {
    expect(judge({ ref: 'bob' })).toMatchObject({
      publisher: 'bob',
      by: 'link',
      commission: 1_000,
      confidence: 'medium',
    })
    expect(judge({ ref: 'bob' }).coupon).toBeUndefined()
  })

  it('asks who stands behind a ref, and goes by none that is nobody', () => {
    const publisherOf = (ref: string) => ({ a: 'amy' })[ref]
    expect(judge({ ref: 'a' }, { publisherOf }).publisher).toBe('amy')
    expect(judge({ ref: 'b' }, { publisherOf }).publisher).toBeUndefined()
  })

  const both = { codes: ['AMY20'], ref: 'bob' }
  it.each<readonly [AttributeOptions['model'], Partial<Sale>, string | undefined]>([
    [undefined, {}, 'amy'],
    ['coupon-first', {}, 'amy'],
    ['link-first', {}, 'bob'],
    ['last', { refAt: NOON - 1 }, 'amy'],
    ['last', { refAt: NOON - 1, codeAt: NOON - 2 }, 'bob'],
    ['last', {}, 'amy'],
    ['first', { refAt: NOON - 1 }, 'bob'],
    ['first', { refAt: NOON - 1, codeAt: NOON - 2 }, 'amy'],
    ['first', {}, 'bob'],
    [({ link }) => (link ? 'link' : undefined), {}, 'bob'],
    [() => undefined, {}, undefined],
  ])('by the model %s with %o', (model, times, publisher) => {
    expect(judge({ ...both, ...times }, { model }).publisher).toBe(publisher)
  })

  it.each(['last', 'first', 'coupon-first', 'link-first'] as const)(
    'goes by what there is: %s',
    (model) => {
      expect(judge({ ref: 'bob' }, { model }).by).toBe('link')
      expect(judge({ codes: ['AMY20'] }, { model }).by).toBe('coupon')
    },
  )

  it("does not pay one publisher by another's coupon", () => {
    const asked: PayoutQuestion[] = []
    const payoutFor = (question: PayoutQuestion) => (asked.push(question), EXISTING)
    const sale = { codes: ['AMY15'], ref: 'bob' }
    expect(judge(sale, { model: 'link-first', payoutFor })).toMatchObject({
      publisher: 'bob',
      commission: 1_000,
      offer: undefined,
      coupon: { code: 'AMY15' },
    })
    expect(asked).toEqual([{ publisher: 'bob', offer: undefined }])
  })

  it('takes the payout of a general coupon for the publisher of the link', () => {
    expect(judge({ codes: ['EVERYBODY'], ref: 'bob' })).toMatchObject({
      publisher: 'bob',
      by: 'link',
      offer: 'summer',
      commission: 300,
    })
  })

  it('of a shared coupon means the publisher of the link, else the one named first', () => {
    expect(judge({ codes: ['SHARED'], ref: 'bob' })).toMatchObject({
      publisher: 'bob',
      confidence: 'medium',
      reason: 'of those who share the coupon the link means bob; 10 % of 100.00 EUR',
    })
    expect(judge({ codes: ['SHARED'] })).toMatchObject({
      publisher: 'amy',
      confidence: 'low',
      reason: 'the coupon is shared, and nothing says that it was not bob; 10 % of 100.00 EUR',
    })
    expect(judge({ codes: ['SHARED'], ref: 'zoe' })).toMatchObject({
      publisher: 'amy',
      confidence: 'low',
    })
    expect(judge({ codes: ['SHARED'], ref: 'bob', rivals: ['honey'] }).confidence).toBe('low')
  })

  it("goes by the first code of the order that is anybody's coupon", () => {
    expect(judge({ codes: ['NOPE', 'BOBBY', 'AMY20'] })).toMatchObject({
      publisher: 'bob',
      code: 'BOBBY',
      confidence: 'medium',
    })
  })

  it('keeps the first evidence where others laid claim to the sale, and says so', () => {
    expect(judge({ ref: 'amy', codes: ['AMY20'], rivals: ['honey'] })).toMatchObject({
      publisher: 'amy',
      confidence: 'low',
      reason: 'link and coupon agree; too late came honey; 10 % of 100.00 EUR',
    })
  })

  it('pays for life, coupon or not, that customer alone', () => {
    const coupon = coupons.list.find(({ code }) => code === 'FOREVER')
    const first = { customer: 'c1', publisher: 'amy', offer: 'club', ...(coupon && { coupon }) }
    const history = [conversionOf({ orderId: '1', ...first })]
    expect(judge({ customer: 'c1' }, { history })).toMatchObject({
      publisher: 'amy',
      by: 'coupon',
      commission: 500,
    })
    expect(judge({ customer: 'c2' }, { history }).publisher).toBeUndefined()
    expect(judge({}, { history }).publisher).toBeUndefined()
    expect(judge({ customer: 'c1', codes: ['BOB1'] }, { history }).publisher).toBe('bob')
  })

  it("counts a publisher's own sales on the offer only", () => {
    const tiers = { by: 'sales', steps: [{ from: 2, percentage: 20 }] } as const
    const payoutFor = (): Payout => ({ percentage: 10, tiers })
    const past = { publisher: 'amy', offer: 'summer' }
    const paid = (said: object) =>
      judge({ codes: ['AMY20'] }, { payoutFor, history: [conversionOf({ ...past, ...said })] })
        .commission
    expect([paid({}), paid({ publisher: 'bob' }), paid({ offer: 'winter' })]).toEqual([
      2_000, 1_000, 1_000,
    ])
  })

  it('works without anything to go by', () => {
    expect(attribute(saleOf({ ref: 'amy' }))).toMatchObject({
      publisher: 'amy',
      status: 'pending',
      commission: 0,
    })
  })
})
