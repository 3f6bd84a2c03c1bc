import { describe, expect, it } from 'vitest'
import { commissionOf } from '../../src/attribution/index.js'
import type { Conversion, Payout, Sale } from '../../src/attribution/index.js'
import { conversionOf, saleOf } from './sale.js'

const due = (payout: Payout | undefined, sale: Partial<Sale> = {}) =>
  commissionOf(saleOf(sale), payout)

describe('a commission', () => {
  it.each<readonly [string, Payout, number]>([
    ['a percentage', { percentage: 15 }, 1_500],
    ['a percentage as text', { percentage: '12.345' }, 1_235],
    ['a fixed amount', { fixed: '5.00' }, 500],
    ['both', { percentage: 10, fixed: 250 }, 1_250],
    ['at most the maximum', { percentage: 10, fixed: 250, maximum: '11.00' }, 1_100],
    ['less than the maximum', { percentage: 10, maximum: '11.00' }, 1_000],
    ['nothing', {}, 0],
  ])('is %s', (_, payout, commission) => {
    expect(due(payout)).toMatchObject({ commission, status: 'approved' })
  })

  it('rounds once, not line by line', () => {
    const lines = [1, 2, 3].map((id) => ({
      id: `${id}`,
      quantity: 1,
      amount: 5,
      catalogues: ['a'],
    }))
    expect(due({ rates: { a: { percentage: 10 } } }, { amount: 15, lines }).commission).toBe(2)
  })

  it('takes the rate of the first catalogue named, pieces counted, and the percentage for the rest', () => {
    const lines = [
      { id: 'shoe', quantity: 2, amount: 6_000, catalogues: ['sale', 'shoes'] },
      { id: 'card', quantity: 1, amount: 1_000, catalogues: ['gift-cards'] },
      { id: 'sock', quantity: 1, amount: 3_000 },
    ]
    const rates = { shoes: { percentage: 20, fixedEach: 10 }, sale: { percentage: 1 } }
    const payout: Payout = { percentage: 10, rates: { ...rates, 'gift-cards': {} } }
    const { commission, reason } = due(payout, { lines })
    expect(commission).toBe(1_200 + 20 + 0 + 300)
    expect(reason).toBe(
      '10 % of 30.00 EUR + rate of shoes on 60.00 EUR + rate of gift-cards on 10.00 EUR',
    )
  })

  it.each<readonly [string, Partial<Sale>, number]>([
    ['below the first step', { amount: 4_999 }, 250],
    ['at a step', { amount: 5_000 }, 500],
    ['above the last', { amount: 20_000 }, 4_000],
  ])('climbs a ladder by sale: %s', (_, sale, commission) => {
    const steps = [
      { from: '100.00', percentage: 20 },
      { from: '50.00', percentage: 10 },
    ]
    expect(due({ percentage: 5, tiers: { by: 'sale', steps } }, sale).commission).toBe(commission)
  })

  it('climbs by the number of sales and by what they were worth, this one included', () => {
    const history = [conversionOf({ orderId: '1' }), conversionOf({ orderId: '2' })]
    const payoutOf = (by: 'sales' | 'revenue', from: number): Payout => ({
      percentage: 5,
      tiers: { by, steps: [{ from, percentage: 10 }] },
    })
    const paid = ([3, 4] as const).map(
      (from) => commissionOf(saleOf(), payoutOf('sales', from), { history }).commission,
    )
    expect(paid).toEqual([1_000, 500])
    const worth = ([30_000, 30_001] as const).map(
      (from) => commissionOf(saleOf(), payoutOf('revenue', from), { history }).commission,
    )
    expect(worth).toEqual([1_000, 500])
  })

  it('climbs by what counts: no declined sales, and no money of another currency', () => {
    const payoutOf = (by: 'sales' | 'revenue', from: number): Payout => ({
      percentage: 5,
      tiers: { by, steps: [{ from, percentage: 10 }] },
    })
    const paid = (payout: Payout, said: Partial<Conversion>) =>
      commissionOf(saleOf(), payout, { history: [conversionOf({ orderId: '1', ...said })] })
        .commission
    expect(paid(payoutOf('sales', 2), { status: 'declined' })).toBe(500)
    expect(paid(payoutOf('sales', 2), { status: 'pending' })).toBe(1_000)
    expect(paid(payoutOf('sales', 2), { currency: 'JPY' })).toBe(1_000)
    expect(paid(payoutOf('revenue', 20_000), { status: 'declined' })).toBe(500)
    expect(paid(payoutOf('revenue', 20_000), { currency: 'JPY' })).toBe(500)
    expect(paid(payoutOf('revenue', 20_000), { currency: 'eur' })).toBe(1_000)
  })

  it('of a step keeps what the step does not name', () => {
    const tiers = { by: 'sale', steps: [{ from: 0, fixed: 7 }] } as const
    expect(due({ percentage: 5, fixed: 100, tiers }).commission).toBe(507)
  })

  it('for a goal is that goal alone', () => {
    const payout: Payout = { percentage: 10, goals: { 'first-order': '3.00' } }
    expect(due(payout, { goal: 'first-order' })).toMatchObject({
      commission: 300,
      reason: 'goal first-order',
    })
    expect(due(payout, { goal: 'toString' }).commission).toBe(1_000)
  })

  it.each<readonly [string, readonly [Payout, Partial<Sale>], RegExp | undefined]>([
    ['new customer', [{ newCustomersOnly: true }, { isNewCustomer: true }], undefined],
    [
      'known customer',
      [{ newCustomersOnly: true }, { isNewCustomer: false }],
      /only new customers/,
    ],
    ['nobody knows', [{ newCustomersOnly: true }, {}], /only new customers/],
    ['allowed', [{ countries: { allowed: ['DE', 'AT'] } }, { country: 'at' }], undefined],
    ['not allowed', [{ countries: { allowed: ['DE'] } }, { country: 'FR' }], /FR is not paid for/],
    [
      'disallowed',
      [{ countries: { disallowed: ['fr'] } }, { country: 'FR' }],
      /FR is not paid for/,
    ],
    ['elsewhere', [{ countries: { disallowed: ['FR'] } }, { country: 'DE' }], undefined],
    ['unknown', [{ countries: { disallowed: ['FR'] } }, {}], /the country is not known/],
  ])('is declined unless its conditions are met: %s', (_, [conditions, sale], reason) => {
    const { commission, status, reason: words } = due({ percentage: 10, ...conditions }, sale)
    expect([commission, status]).toEqual(reason ? [0, 'declined'] : [1_000, 'approved'])
    expect(words).toMatch(reason ?? /10 % of 100.00 EUR/)
  })

  it('that is due once is not due again, for that customer', () => {
    const history = [
      conversionOf({ orderId: '1', customer: 'c1' }),
      conversionOf({ orderId: '2', customer: 'c2', commission: 0 }),
    ]
    const payout: Payout = { percentage: 10, span: 'one-time' }
    const paid = ['c1', 'c2', 'c3', undefined].map(
      (customer) => commissionOf(saleOf({ customer }), payout, { history }).commission,
    )
    expect(paid).toEqual([0, 1_000, 1_000, 1_000])
  })

  it('in another currency is converted, amount by amount', () => {
    const payout: Payout = { percentage: 10, fixed: '2.00', maximum: '100.00', currency: 'USD' }
    const convert = (minor: number) => minor / 2
    expect(commissionOf(saleOf(), payout, { convert }).commission).toBe(1_100)
    expect(commissionOf(saleOf(), payout)).toEqual({
      commission: 0,
      status: 'pending',
      reason: 'the payout has no value in EUR',
    })
  })

  it('waits where a text has more decimals than the currency of the sale', () => {
    expect(due({ fixed: '2.50' }, { currency: 'JPY' }).status).toBe('pending')
  })

  it('has the status that the payout gives it, and waits without a payout', () => {
    expect(due({ percentage: 10, status: 'pending' })).toMatchObject({
      commission: 1_000,
      status: 'pending',
    })
    expect(due(undefined)).toMatchObject({ commission: 0, status: 'pending' })
  })
})
