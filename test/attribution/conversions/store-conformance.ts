import { describe, expect, it } from 'vitest'
import type {
  Conversion,
  ConversionStore,
  Delivery,
  SaleReport,
} from '../../../src/attribution/index.js'
import { createConversions, defineCoupons } from '../../../src/attribution/index.js'
import { conversionOf, DAY, NOON, saleOf } from '../sale.js'

const coupons = defineCoupons([{ code: 'AMY20', offer: 'summer', publisher: 'amy' }])
const reportOf = (said: Partial<SaleReport> = {}): SaleReport => ({
  ...saleOf({ codes: ['AMY20'] }),
  source: 'webhook',
  consent: true,
  ...said,
})
const idsOf = (list: readonly { readonly orderId: string }[]): readonly string[] =>
  list.map(({ orderId }) => orderId)
const message = (orderId: string, postback = 'network') => ({
  orderId,
  postback,
  url: `https://n.example/?o=${orderId}`,
})

/** Holds a store to what `ConversionStore` promises. `open` answers two ways into one store that is empty. */
export const conformsToStore = (
  name: string,
  open: () => Promise<readonly [ConversionStore, ConversionStore]>,
): void => {
  describe(`a store of conversions: ${name}`, () => {
    it("keeps each source's first word on an order", async () => {
      const [store, other] = await open()
      const page = reportOf({ source: 'page', amount: 1 })
      expect(await store.report(page)).toEqual([page])
      expect(await other.report({ ...page, amount: 2 })).toEqual([page])
      const both = await other.report(reportOf())
      expect(both).toHaveLength(2)
      expect(both).toEqual(expect.arrayContaining([page, reportOf()]))
      expect(await store.report(reportOf({ orderId: '1002' }))).toHaveLength(1)
    })

    it('gives back every member as it was', async () => {
      const [store] = await open()
      const report = reportOf({
        orderId: 'Ö/"\\1\u2028',
        ref: "Robert'); drop table",
        at: NOON + 1,
        amount: Number.MAX_SAFE_INTEGER,
        lines: [{ id: '1', quantity: 2, amount: 5, catalogues: ['a', 'b'] }],
        isNewCustomer: false,
        consent: false,
        rivals: ['honey'],
      })
      expect(await store.report(report)).toEqual([report])
      const [coupon] = coupons.list
      const conversion = conversionOf({ ...report, coupon, publisher: 'amy', payout: { fixed: 1 } })
      await store.save(conversion, 1)
      expect(await store.list()).toEqual([conversion])
    })

    it('keeps what was reckoned from most reports', async () => {
      const [store, other] = await open()
      await store.save(conversionOf({ reason: 'two' }), 2)
      await other.save(conversionOf({ reason: 'one' }), 1)
      expect(await store.list()).toMatchObject([{ reason: 'two' }])
      await other.save(conversionOf({ reason: 'two again' }), 2)
      await store.save(conversionOf({ reason: 'three' }), 3)
      expect(await other.list()).toMatchObject([{ reason: 'three' }])
    })

    it('keeps a refusal, whatever the source said before or says later', async () => {
      const [store, other] = await open()
      const yes = reportOf({ source: 'page', consent: true, ref: 'amy' })
      const no = reportOf({ source: 'page', consent: false, codes: [] })
      await store.report(yes)
      const refused = { ...yes, consent: false }
      expect(await other.report(no)).toEqual([refused])
      expect(await store.report(yes)).toEqual([refused])
      expect(await store.report(reportOf())).toContainEqual(refused)
      await other.report({ ...no, orderId: '1002' })
      expect(await store.report({ ...yes, orderId: '1002' })).toEqual([{ ...no, orderId: '1002' }])
    })

    it('remembers the customer up to the time of the sale, and not the sale itself', async () => {
      const [store] = await open()
      await store.save(conversionOf({ orderId: '1', customer: 'c1', publisher: 'amy' }), 1)
      await store.save(conversionOf({ orderId: '2', customer: 'c1', at: NOON + 1 }), 1)
      await store.save(conversionOf({ orderId: '3' }), 1)
      const ask = async (said: Partial<SaleReport>) =>
        idsOf((await store.history(saleOf({ orderId: '9', ...said }), ['amy'])).history)
      expect(await ask({})).toEqual([])
      expect(await ask({ customer: 'c1' })).toEqual(['1'])
      expect(await ask({ customer: 'c1', at: NOON + 1 })).toEqual(['1', '2'])
      expect(await ask({ customer: 'c1', at: NOON - 1 })).toEqual([])
      expect(await ask({ orderId: '1', customer: 'c1' })).toEqual([])
    })

    it('sums up what publishers sold before, by offer and currency, without what was declined', async () => {
      const [store] = await open()
      const sales: readonly Partial<Conversion>[] = [
        { publisher: 'amy', offer: 'summer' },
        { publisher: 'amy', offer: 'summer', currency: 'eur', status: 'pending' },
        { publisher: 'amy', offer: 'summer', currency: 'JPY', amount: 7 },
        { publisher: 'amy', offer: 'summer', status: 'declined' },
        { publisher: 'amy', offer: 'summer', at: NOON + 1 },
        { publisher: 'amy' },
        { publisher: 'bob', offer: 'summer' },
        { publisher: 'zoe', customer: 'c1' },
        {},
      ]
      for (const [place, said] of sales.entries())
        await store.save(conversionOf({ orderId: `${place}`, ...said }), 1)
      const ask = async (said: Partial<SaleReport>, publishers: readonly string[]) => {
        const { earlier } = await store.history(saleOf({ orderId: '99', ...said }), publishers)
        return earlier
          .map(({ amount, currency, offer = '', publisher = '', sales: count }) =>
            [publisher, offer, currency, count, amount].join(' '),
          )
          .sort()
      }
      const amy = ['amy  EUR 1 10000', 'amy summer EUR 2 20000', 'amy summer JPY 1 7']
      expect(await ask({}, ['amy', 'nobody'])).toEqual(amy)
      expect(await ask({ orderId: '5', customer: 'c1' }, ['bob'])).toEqual([
        'bob summer EUR 1 10000',
        'zoe  EUR 1 10000',
      ])
      expect(await ask({ orderId: '5' }, ['amy'])).toEqual(amy.slice(1))
      expect(await ask({}, [])).toEqual([])
    })

    it('lists by coupon, publisher, offer, status and time', async () => {
      const [store] = await open()
      const [coupon] = coupons.list
      await store.save(conversionOf({ orderId: '1', coupon, offer: 'summer', publisher: 'amy' }), 1)
      await store.save(conversionOf({ orderId: '2', at: NOON + DAY, status: 'pending' }), 1)
      const ask = async (filter: Parameters<ConversionStore['list']>[0]) =>
        idsOf(await store.list(filter))
      expect(await ask({})).toEqual(['1', '2'])
      expect(await ask({ coupon: 'AMY20' })).toEqual(['1'])
      expect(await ask({ publisher: 'amy', offer: 'summer' })).toEqual(['1'])
      expect(await ask({ publisher: 'bob' })).toEqual([])
      expect(await ask({ status: 'pending' })).toEqual(['2'])
      expect(await ask({ from: NOON + 1 })).toEqual(['2'])
      expect(await ask({ from: NOON, to: NOON + DAY })).toEqual(['1'])
    })

    it('hands out each message once, until its time is over', async () => {
      const [store, other] = await open()
      await store.enqueue(message('1'), 10, 1)
      await other.enqueue(message('1'), 0, 1)
      await other.enqueue(message('1', 'backend'), 20, 1)
      expect(await store.take(9, 100)).toEqual([])
      const [taken] = await store.take(10, 100)
      expect(taken).toEqual({ ...message('1'), attempts: 0, trouble: '' })
      expect(idsOf(await other.take(99, 199))).toEqual(['1'])
      expect(await other.take(99, 199)).toEqual([])
      expect(await other.take(100, 200)).toEqual([taken])
    })

    it('takes the word that was reckoned from most reports, at the first time, until it is taken', async () => {
      const [store, other] = await open()
      const says = (word: string) => ({ ...message('1'), url: `https://n.example/?w=${word}` })
      await store.enqueue(says('two'), 10, 2)
      await other.enqueue(says('one'), 5, 1)
      await other.enqueue(says('three'), 20, 3)
      expect(await store.take(9, 100)).toEqual([])
      const [taken] = await store.take(10, 100)
      expect(taken).toMatchObject({ ...says('three'), attempts: 0 })
      await other.enqueue(says('late'), 10, 9)
      const [again] = await store.take(100, 200)
      expect(again).toEqual(taken)
    })

    it('takes back what nobody took yet, and what is put up late, until more is known', async () => {
      const [store, other] = await open()
      await store.enqueue(message('1'), 10, 1)
      await other.withdraw(message('1'), 2)
      await other.withdraw(message('2'), 2)
      await store.enqueue(message('1'), 10, 1)
      await store.enqueue(message('2'), 10, 1)
      expect(await store.take(1e9, 1e10)).toEqual([])
      await store.enqueue(message('1'), 20, 3)
      expect(await store.take(19, 1e10)).toEqual([])
      expect(idsOf(await store.take(20, 50))).toEqual(['1'])
      await other.withdraw(message('1'), 4)
      expect(idsOf(await store.take(50, 100))).toEqual(['1'])
    })

    it('takes back for good what is not to be told, tried or given up', async () => {
      const [store, other] = await open()
      for (const orderId of ['1', '2', '3', '4']) await store.enqueue(message(orderId), 0, 1)
      const [tried, dead, done, ...more] = await store.take(0, 10)
      if (!tried || !dead || !done) throw new Error('None is due')
      await store.finish(dead, { state: 'dead', trouble: '' })
      await store.finish(done, { state: 'delivered' })
      for (const one of [tried, dead, done, ...more]) await other.withdraw(one, Infinity)
      await other.withdraw(message('5'), Infinity)
      await store.finish(tried, { state: 'again', at: 5, trouble: '' })
      await store.revive(dead, 5)
      for (const orderId of ['1', '2', '3', '4', '5']) await store.enqueue(message(orderId), 0, 1e6)
      expect([await store.take(1e12, 1e13), await store.dead()]).toEqual([[], []])
    })

    it('hands out no more than was asked for, the oldest first', async () => {
      const [store] = await open()
      for (const [orderId, at] of [
        ['1', 3],
        ['2', 1],
        ['3', 2],
      ] as const)
        await store.enqueue(message(orderId), at, 1)
      expect([...idsOf(await store.take(5, 9, 2))].sort()).toEqual(['2', '3'])
      expect(idsOf(await store.take(5, 9, 2))).toEqual(['1'])
      expect(await store.take(5, 9, 2)).toEqual([])
    })

    it('tries again, gives up, and begins anew', async () => {
      const [store] = await open()
      await store.enqueue(message('1'), 0, 1)
      const next = async (now: number): Promise<Delivery> => {
        const [delivery] = await store.take(now, now + 1_000)
        if (!delivery) throw new Error('None is due')
        return delivery
      }
      await store.finish(await next(0), { state: 'again', at: 50.5, trouble: 'status 500' })
      expect(await store.take(50, 99)).toEqual([])
      const second = await next(51)
      expect(second).toMatchObject({ attempts: 1, trouble: 'status 500' })
      await store.finish(second, { state: 'dead', trouble: 'status 404' })
      expect(await store.take(1e12, 1e13)).toEqual([])
      const dead = { ...message('1'), attempts: 2, trouble: 'status 404' }
      expect(await store.dead()).toEqual([dead])
      await store.revive(dead, 60)
      expect(await store.dead()).toEqual([])
      const third = await next(60)
      expect(third.attempts).toBe(0)
      await store.finish(third, { state: 'delivered' })
      expect([await store.take(1e12, 1e13), await store.dead()]).toEqual([[], []])
      await store.revive(third, 60)
      expect(await store.take(1e12, 1e13)).toEqual([])
    })

    it('is not talked out of an end by somebody who comes too late', async () => {
      const [store, other] = await open()
      await store.enqueue(message('1'), 0, 1)
      const [late] = await store.take(0, 10)
      const [quick] = await other.take(10, 20)
      if (!late || !quick) throw new Error('None is due')
      await other.finish(quick, { state: 'delivered' })
      await store.finish(late, { state: 'again', at: 15, trouble: 'TimeoutError' })
      const none = { ...message('none'), attempts: 0, trouble: '' }
      await store.finish(none, { state: 'dead', trouble: '' })
      expect([await store.take(1e12, 1e13), await store.dead()]).toEqual([[], []])
    })

    it('shows all reports to one at least of those that report at once', async () => {
      const [store, other] = await open()
      const race = async (orderId: string): Promise<number> => {
        const seen = await Promise.all([
          store.report(reportOf({ orderId })),
          other.report(reportOf({ orderId, source: 'page' })),
          other.report(reportOf({ orderId })),
        ])
        return Math.max(...seen.map((reports) => reports.length))
      }
      const races = await Promise.all(Array.from({ length: 60 }, (_, id) => race(`${id}`)))
      expect(new Set(races)).toEqual(new Set([2]))
    })

    it('counts one order of a hundred reports at once, through two ways in', async () => {
      const stores = await open()
      const [one, other] = stores.map((store) =>
        createConversions({
          store,
          coupons,
          payoutFor: () => ({ percentage: 10 }),
          postbacks: { network: 'https://n.example/?o={order_id}' },
          tellAfter: 0,
          now: () => 0,
        }),
      )
      const sources = ['page', 'pixel', 'webhook'] as const
      await Promise.all(
        Array.from({ length: 100 }, async (_, place) => {
          const source = sources[place % 3] ?? 'page'
          const said = source === 'page' ? { amount: 1, ref: 'zoe', customer: 'c1' } : {}
          await (place % 2 ? one : other)?.record(reportOf({ source, ...said }))
        }),
      )
      const [store] = stores
      expect(await store.list()).toMatchObject([
        { orderId: '1001', amount: 10_000, commission: 1_000, rivals: ['zoe'] },
      ])
      expect(await store.take(0, 1)).toHaveLength(1)
    })

    it('hands out each of many messages to one of two that take at once', async () => {
      const [store, other] = await open()
      await Promise.all(
        Array.from({ length: 40 }, (_, id) => store.enqueue(message(`${id}`), 0, 1)),
      )
      const taken = await Promise.all(
        Array.from({ length: 16 }, (_, place) => (place % 2 ? store : other).take(0, 1, 5)),
      )
      // a row that another is taking is passed over, so that some are left for the next time
      const rest = await store.take(0, 1)
      const all = idsOf([...taken.flat(), ...rest])
      expect([all.length, new Set(all).size]).toEqual([40, 40])
    })
  })
}
