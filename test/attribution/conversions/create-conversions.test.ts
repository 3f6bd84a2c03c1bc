import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConversions } from '../../../src/attribution/conversions/create-conversions.js'
import type { ConversionsOptions } from '../../../src/attribution/conversions/create-conversions.js'
import { memoryStore } from '../../../src/attribution/conversions/memory-store.js'
import { SOURCES } from '../../../src/attribution/conversions/merge-reports.js'
import type { SaleReport } from '../../../src/attribution/conversions/merge-reports.js'
import { defineCoupons } from '../../../src/attribution/index.js'
import { saleOf } from '../sale.js'

const coupons = defineCoupons([{ code: 'AMY20', offer: 'summer', publisher: 'amy' }])
const reportOf = (said: Partial<SaleReport> = {}): SaleReport => ({
  ...saleOf({ codes: ['AMY20'] }),
  source: 'webhook',
  ...said,
})
const open = (said: Partial<ConversionsOptions> = {}) => {
  const store = memoryStore()
  const conversions = createConversions({
    store,
    coupons,
    payoutFor: () => ({ percentage: 10 }),
    postbacks: { network: 'https://n.example/?c={coupon_code}&a={amount}&o={order_id}' },
    now: () => 5,
    ...said,
  })
  const told = async () => (await store.take(5, 6)).map(({ url }) => url)
  return { ...conversions, told }
}
const TOLD = ['https://n.example/?c=AMY20&a=100.00&o=1001']

describe('createConversions()', () => {
  it('keeps the conversion of an order and has it told', async () => {
    const { list, record, told } = open()
    const conversion = await record(reportOf())
    expect(conversion).toMatchObject({ orderId: '1001', publisher: 'amy', commission: 1_000 })
    expect(await list()).toEqual([conversion])
    expect(await told()).toEqual(TOLD)
  })

  it('counts an order once, whatever arrives in whatever order, however often', async () => {
    const all = SOURCES.map((source) =>
      reportOf({ source, ...(source === 'page' && { codes: [], amount: 0, ref: 'bob' }) }),
    )
    const reference = open()
    for (const report of all) await reference.record(report)
    const [wanted] = await reference.list()
    const arrivals = fc
      .shuffledSubarray([...all, ...all, ...all], { minLength: 9, maxLength: 9 })
      .map((list) => list)
    await fc.assert(
      fc.asyncProperty(arrivals, async (reports) => {
        const { list, record, told } = open()
        for (const report of reports) await record(report)
        expect(await list()).toEqual([wanted])
        expect(await told()).toEqual(TOLD)
      }),
    )
  })

  it('counts an order once where all arrive at the same time', async () => {
    const { list, record, told } = open()
    const reports = SOURCES.flatMap((source) =>
      Array.from({ length: 20 }, () => reportOf({ source })),
    )
    await Promise.all(reports.map(record))
    expect(await list()).toHaveLength(1)
    expect(await told()).toEqual(TOLD)
  })

  it("waits for the shop's own word before anybody is told", async () => {
    const { record, told } = open()
    await record(reportOf({ source: 'page', amount: 1 }))
    await record(reportOf({ source: 'pixel', amount: 2 }))
    expect(await told()).toEqual([])
    await record(reportOf())
    expect(await told()).toEqual(TOLD)
  })

  it('waits for the source that is named', async () => {
    const { record, told } = open({ tellAfter: 'pixel' })
    await record(reportOf({ source: 'page' }))
    expect(await told()).toEqual([])
    await record(reportOf({ source: 'pixel' }))
    expect(await told()).toEqual(TOLD)
  })

  it('tells nobody of a sale that nobody earned', async () => {
    const { list, record, told } = open()
    await record(reportOf({ codes: [] }))
    expect(await list()).toHaveLength(1)
    expect(await told()).toEqual([])
  })

  it.each([
    [undefined, false, 0],
    [undefined, undefined, 1],
    [undefined, true, 1],
    [true, undefined, 0],
    [true, false, 0],
    [true, true, 1],
  ])('with requireConsent %s and consent %s tells %i', async (requireConsent, consent, count) => {
    const { record, told } = open({ requireConsent })
    await record(reportOf({ consent }))
    expect(await told()).toHaveLength(count)
  })

  it('tells nobody after a refusal that comes before the last word', async () => {
    const { record, told } = open()
    await record(reportOf({ source: 'page', consent: false }))
    await record(reportOf({ consent: undefined }))
    expect(await told()).toEqual([])
  })

  it('reckons an order that is told again by what came before it', async () => {
    const { list, record } = open({
      payoutFor: () => ({
        percentage: 10,
        tiers: { by: 'sales', steps: [{ from: 2, percentage: 20 }] },
      }),
    })
    await record(reportOf({ at: 1 }))
    await record(reportOf({ orderId: '1002', at: 2 }))
    await record(reportOf({ source: 'page', at: 3 }))
    const commissions = (await list()).map(({ commission, orderId }) => [orderId, commission])
    expect(commissions).toEqual([
      ['1001', 1_000],
      ['1002', 2_000],
    ])
  })

  it('has the history of customer and publisher at hand', async () => {
    const lifetime = defineCoupons([
      {
        code: 'FOREVER',
        offer: 'club',
        publisher: 'amy',
        payout: { percentage: 5, span: 'lifetime' },
      },
    ])
    const { record } = open({ coupons: lifetime })
    await record(reportOf({ codes: ['FOREVER'], customer: 'c1' }))
    const later = await record(reportOf({ orderId: '1002', codes: [], customer: 'c1' }))
    expect(later).toMatchObject({ publisher: 'amy', commission: 500 })
    const other = await record(reportOf({ orderId: '1003', codes: [], customer: 'c2' }))
    expect(other.publisher).toBeUndefined()
  })

  it('reckons an order again without counting itself', async () => {
    const once = defineCoupons([
      { code: 'AMY20', offer: 'o', publisher: 'amy', payout: { fixed: 100, span: 'one-time' } },
    ])
    const { record } = open({ coupons: once })
    await record(reportOf({ customer: 'c1', source: 'page' }))
    expect((await record(reportOf({ customer: 'c1' }))).commission).toBe(100)
    expect((await record(reportOf({ customer: 'c1', orderId: '2' }))).commission).toBe(0)
  })

  it('shows what would be told, and tells nobody', async () => {
    const { preview, record, told } = open()
    const conversion = await record(reportOf({ source: 'page' }))
    expect(preview(conversion)).toEqual({ network: TOLD[0] })
    expect(await told()).toEqual([])
  })

  it('refuses a postback that cannot be filled', () => {
    expect(() => open({ postbacks: { network: 'https://n.example/?c={coupon}' } })).toThrow(
      /among order_id, .*got \{coupon\} instead/,
    )
  })
})
