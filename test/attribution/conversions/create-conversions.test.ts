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
  consent: true,
  ...said,
})
const open = (said: Partial<ConversionsOptions> = {}) => {
  const store = memoryStore()
  const conversions = createConversions({
    store,
    coupons,
    payoutFor: () => ({ percentage: 10 }),
    postbacks: { network: 'https://n.example/?c={coupon_code}&a={amount}&o={order_id}' },
    tellAfter: 0,
    now: () => 5,
    ...said,
  })
  const told = async (at = 5) => (await store.take(at, at + 1e9)).map(({ url }) => url)
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
    const { record, told } = open({ lastWord: 'pixel' })
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
    [undefined, undefined, 0],
    [undefined, true, 1],
    [false, false, 0],
    [false, undefined, 1],
    [false, true, 1],
    [true, undefined, 0],
    [true, false, 0],
    [true, true, 1],
  ])('with requireConsent %s and consent %s tells %i', async (requireConsent, consent, count) => {
    const { record, told } = open({ requireConsent })
    await record(reportOf({ consent }))
    expect(await told()).toHaveLength(count)
  })

  it.each([true, false])(
    'tells nobody of a refused order, whenever the refusal comes (requireConsent %s)',
    async (requireConsent) => {
      const yes = reportOf({ source: 'page' })
      const reports = [yes, reportOf(), reportOf({ source: 'page', consent: false })]
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...reports, ...reports], { minLength: 6 }),
          async (arrivals) => {
            const { record, told } = open({ requireConsent })
            for (const report of arrivals) await record(report)
            expect(await told()).toEqual([])
          },
        ),
      )
    },
  )

  it('tells nobody where refusal and consent come at the same time', async () => {
    const { record, told } = open()
    const refusal = reportOf({ source: 'page', consent: false })
    await Promise.all([reportOf(), refusal, reportOf()].map(record))
    expect(await told()).toEqual([])
  })

  it('tells nobody after a refusal that was given up, and nobody a second time', async () => {
    const store = memoryStore()
    const { record } = open({ store })
    await record(reportOf())
    const [delivery] = await store.take(5, 6)
    if (!delivery) throw new Error('None is due')
    await store.finish(delivery, { state: 'dead', trouble: 'status 404' })
    await record(reportOf({ source: 'page', consent: false }))
    await store.revive(delivery, 5)
    expect(await store.take(5, 6)).toEqual([])
  })

  it('waits before it tells, so that what others say is in', async () => {
    let now = 0
    const postbacks = { network: 'https://n.example/?by={by}&p={publisher}' }
    const model = 'last'
    const { record, told } = open({ model, now: () => now, postbacks, tellAfter: undefined })
    await record(reportOf({ ref: 'bob' }))
    now = 599_999
    expect(await told(now)).toEqual([])
    await record(reportOf({ source: 'page', ref: 'bob', refAt: 2, codeAt: 1 }))
    expect(await told(now)).toEqual([])
    expect(await told(600_000)).toEqual(['https://n.example/?by=link&p=bob'])
  })

  it('changes no message that was tried, nor tells another one', async () => {
    const store = memoryStore()
    const { record, told } = open({ model: 'last', store })
    await record(reportOf({ ref: 'bob' }))
    const [delivery] = await store.take(5, 6)
    if (!delivery) throw new Error('None is due')
    await store.finish(delivery, { state: 'again', at: 7, trouble: 'status 500' })
    await record(reportOf({ source: 'page', ref: 'bob', refAt: 2, codeAt: 1 }))
    expect((await store.take(7, 8)).map(({ url }) => url)).toEqual([delivery.url])
    expect(await told()).toEqual([])
  })

  const name = fc.constantFrom('amy', 'bob', undefined)
  const evidence = fc.record({
    ref: name,
    refAt: fc.constantFrom(undefined, 1, 3, 5),
    codeAt: fc.constantFrom(undefined, 2, 4),
    isNewCustomer: fc.constantFrom(undefined, true, false),
    codes: fc.constantFrom([], ['AMY20'], ['ZOE10'], ['NONE']),
    amount: fc.constantFrom(0, 9_999, 10_000),
    consent: fc.constantFrom(true, undefined),
  })
  const cases = fc
    .record({
      lastWord: fc.constantFrom(...SOURCES),
      model: fc.constantFrom('last', 'first', 'coupon-first', 'link-first'),
      said: fc.tuple(evidence, evidence, evidence),
    })
    .chain((one) => {
      const reports = SOURCES.map((source, place) => reportOf({ source, ...one.said[place] }))
      const twice = [...reports, ...reports]
      const arrivals = fc.shuffledSubarray(twice, { minLength: twice.length })
      return fc.record({ one: fc.constant(one), reports: fc.constant(reports), arrivals })
    })

  it('tells the same whatever arrives in whatever order within the time that it waits', async () => {
    const two = defineCoupons([
      { code: 'AMY20', offer: 'summer', publisher: 'amy' },
      {
        code: 'ZOE10',
        offer: 'new',
        publisher: 'zoe',
        payout: { fixed: 1, newCustomersOnly: true },
      },
    ])
    const network =
      'https://n.example/?p={publisher}&c={commission}&s={status}&a={amount}&o={coupon_code}&n={new_customer}'
    let count = 0
    await fc.assert(
      fc.asyncProperty(cases, async ({ arrivals, one: { lastWord, model }, reports }) => {
        const tell = async (list: readonly SaleReport[]): Promise<readonly string[]> => {
          let now = 0
          const opened = open({
            coupons: two,
            lastWord,
            model,
            postbacks: { network },
            tellAfter: 1_000,
            now: () => now++,
          })
          for (const report of list) await opened.record(report)
          expect(await opened.told(999)).toEqual([])
          return opened.told(2_000)
        }
        const wanted = await tell(reports)
        count += wanted.length
        expect(await tell(arrivals)).toEqual(wanted)
      }),
      { numRuns: 500 },
    )
    expect(count).toBeGreaterThan(100)
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
      /^Expected the fields of postbacks\.network to be among order_id, .*got \{coupon\} instead/,
    )
  })

  it.each([
    [
      { model: 'lst' },
      'model to be last, first, coupon-first, link-first or a function, got "lst"',
    ],
    [{ model: 'toString' }, 'model to be last'],
    [{ lastWord: 'server' }, 'lastWord to be one of webhook, pixel, page, got "server"'],
    [{ tellAfter: 'webhook' }, 'tellAfter to be milliseconds, 0 or more, got "webhook"'],
    [{ tellAfter: -1 }, 'tellAfter to be milliseconds, 0 or more, got -1'],
    [{ requireConsent: 'no' }, 'requireConsent to be true or false, got "no"'],
  ])('says what is wrong with %o', (options, sentence) => {
    expect(() => open(options as Partial<ConversionsOptions>)).toThrow(TypeError)
    expect(() => open(options as Partial<ConversionsOptions>)).toThrow('Expected ' + sentence)
  })
})
