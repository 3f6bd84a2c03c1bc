import { describe, expect, it } from 'vitest'
import { reportOrder } from '../../../src/attribution/index.js'
import type { PageOrder, SaleLine } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'
import { askedShopper, pageView } from './page-view.js'

const endpoint = 'https://shop.example/report'
const order: PageOrder = {
  orderId: '1001',
  currency: 'EUR',
  amount: 9_000,
  codes: ['AMY10'],
  ref: 'amy',
  at: NOON,
}
const granted = { endpoint, consent: 'granted' } as const
const failure = () => new TypeError('Failed to fetch')
const lines = (count: number): readonly SaleLine[] =>
  Array.from({ length: count }, (_, place) => ({ id: String(place), quantity: 1, amount: 1 }))

describe('reportOrder()', () => {
  it('reports the order so that it outlives the page, and without asking the server before', async () => {
    const { load, sent } = pageView()
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({ state: 'sent' })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      url: endpoint,
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
    })
    expect(JSON.parse(sent[0]?.body as string)).toEqual({
      ...order,
      source: 'page',
      discount: 0,
      consent: true,
    })
  })

  it('reports an order once, however often the page is loaded or asks', async () => {
    const { load, sent } = pageView()
    const view = load()
    const together = [1, 2, 3].map(() => reportOrder(order, { ...granted, view }))
    expect((await Promise.all(together)).map(({ state }) => state)).toEqual([
      'sent',
      'known',
      'known',
    ])
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({ state: 'known' })
    expect(await reportOrder({ ...order, orderId: '2' }, { ...granted, view: load() })).toEqual({
      state: 'sent',
    })
    expect(sent).toHaveLength(2)
  })

  it.each([
    ['blocked', { getItem: failThrough, setItem: failThrough }],
    ['full', { getItem: () => null, setItem: failThrough }],
    ['broken', { getItem: () => '{', setItem: () => undefined }],
    ["somebody else's", { getItem: () => '{"a":1}', setItem: () => undefined }],
  ])('reports an order once on a page whose storage is %s', async (_, localStorage) => {
    const { load, sent } = pageView()
    const view = { ...load(), localStorage }
    await reportOrder(order, { ...granted, view })
    expect(await reportOrder(order, { ...granted, view })).toEqual({ state: 'known' })
    expect(sent).toHaveLength(1)
  })

  it('remembers twenty orders at most', async () => {
    const { load, stored } = pageView()
    for (let number = 0; number < 25; number++)
      await reportOrder({ ...order, orderId: String(number) }, { ...granted, view: load() })
    const kept = JSON.parse(stored.get('cc_told') ?? '') as readonly string[]
    expect(kept).toHaveLength(20)
    expect(kept.at(-1)).toBe(JSON.stringify(['24', endpoint]))
  })

  const refusal = {
    source: 'page',
    orderId: '1001',
    at: NOON,
    currency: 'EUR',
    amount: 9_000,
    discount: 0,
    codes: [],
    consent: false,
  }
  const bodiesOf = (sent: readonly RequestInit[]): readonly unknown[] =>
    sent.map(({ body }) => JSON.parse(body as string))

  it('reports that the shopper refuses, and neither codes nor affiliate, and stores nothing', async () => {
    const { load, sent, stored } = pageView()
    const keeper = { ref: { ref: 'amy', grantedAt: 1 }, grants: [] }
    const said = { ...order, customer: 'c1', country: 'DE', lines: lines(1), isNewCustomer: true }
    const given = { endpoint, consent: { attribution: () => false }, keeper, view: load() }
    for (const _ of [1, 2]) expect(await reportOrder(said, given)).toEqual({ state: 'refused' })
    expect(bodiesOf(sent)).toEqual([refusal, refusal])
    expect(sent[0]).toMatchObject({ url: endpoint, method: 'POST', keepalive: true })
    expect([...stored]).toEqual([])
  })

  it('reports a refusal though it reported the order before', async () => {
    const { load, sent } = pageView()
    await reportOrder(order, { ...granted, view: load() })
    const consent = { attribution: () => false }
    expect(await reportOrder(order, { endpoint, consent, view: load() })).toEqual({
      state: 'refused',
    })
    expect(bodiesOf(sent)).toMatchObject([{ consent: true, ref: 'amy' }, refusal])
  })

  it('sends and stores nothing where nobody can tell whether the shopper refuses', async () => {
    const { load, sent, stored } = pageView()
    const consent = { attribution: () => undefined }
    expect(await reportOrder(order, { endpoint, consent, view: load() })).toEqual({
      state: 'refused',
    })
    const broken = {
      attribution: () => undefined,
      watch: () => {
        throw new Error('no banner')
      },
    }
    expect(await reportOrder(order, { endpoint, consent: broken, view: load() })).toEqual({
      state: 'refused',
    })
    expect([sent, [...stored]]).toEqual([[], []])
  })

  it('takes Global Privacy Control for a refusal', async () => {
    const { load, sent } = pageView([], { globalPrivacyControl: true })
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({ state: 'refused' })
    expect(bodiesOf(sent)).toEqual([refusal])
  })

  it('waits for the answer, and reports then', async () => {
    const { load, sent } = pageView()
    const { consent, isWatched, say } = askedShopper()
    const told = reportOrder(order, { endpoint, consent, view: load() })
    say(undefined)
    expect(sent).toEqual([])
    say(true)
    expect(await told).toEqual({ state: 'sent' })
    expect(isWatched()).toBe(false)
  })

  it('stops waiting where it is told to, or the shopper refuses', async () => {
    const { load, sent } = pageView()
    const first = askedShopper()
    const refused = reportOrder(order, { endpoint, consent: first.consent, view: load() })
    first.say(false)
    expect(await refused).toEqual({ state: 'refused' })
    expect(bodiesOf(sent.splice(0))).toEqual([refusal])
    const second = askedShopper()
    const stop = new AbortController()
    const given = { endpoint, consent: second.consent, view: load(), signal: stop.signal }
    const stopped = reportOrder(order, given)
    stop.abort()
    second.say(true)
    expect(await stopped).toEqual({ state: 'refused' })
    expect(await reportOrder(order, { ...given, consent: 'granted' })).toEqual({ state: 'refused' })
    expect(sent).toEqual([])
    expect(second.isWatched()).toBe(false)
  })

  it('knows what the keeper knew when it was called, whatever is consumed meanwhile', async () => {
    const { load, sent } = pageView()
    const keeper = {
      ref: { ref: 'amy', grantedAt: 1 },
      grants: [{ code: 'AMY10', grantedAt: 2, status: 'applied' }],
    }
    const { codes: _, ref: __, ...bare } = order
    const told = reportOrder(bare, { ...granted, keeper, view: load() })
    keeper.grants.length = 0
    await told
    expect(JSON.parse(sent[0]?.body as string)).toMatchObject({
      codes: ['AMY10'],
      codeAt: 2,
      ref: 'amy',
      refAt: 1,
    })
  })

  it('says what would be sent, and sends nothing', async () => {
    const { load, sent, stored } = pageView()
    const consent = { attribution: () => undefined }
    const told = await reportOrder(order, { endpoint, consent, preview: true, view: load() })
    expect(told).toMatchObject({ state: 'preview', url: endpoint })
    expect(told.state === 'preview' && told.body).toContain('"orderId":"1001"')
    expect([sent, [...stored]]).toEqual([[], []])
  })

  it('tries without keepalive where others have used the budget up', async () => {
    const { load, sent } = pageView([failure()])
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({ state: 'sent' })
    expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, false])
  })

  it('leaves the items out of a report that is beyond the budget', async () => {
    const { load, sent } = pageView()
    await reportOrder({ ...order, lines: lines(500) }, { ...granted, view: load() })
    await reportOrder({ ...order, orderId: '2', lines: lines(5_000) }, { ...granted, view: load() })
    const told = sent.map(({ body, keepalive }) => [
      (JSON.parse(body as string) as PageOrder).lines?.length,
      keepalive,
    ])
    expect(told).toEqual([
      [500, true],
      [undefined, true],
    ])
  })

  it.each([
    ['an answer that is an error', [new Response(null, { status: 503 })], 'status 503'],
    ['no answer', [failure(), failure()], 'TypeError'],
  ])('says that it failed at %s, and the next load tries again', async (_, answers, reason) => {
    const { load } = pageView(answers)
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({
      state: 'failed',
      reason,
    })
    expect(await reportOrder(order, { ...granted, view: load() })).toEqual({ state: 'sent' })
  })

  it('never throws, whatever it is told', async () => {
    const { load, sent } = pageView()
    const wrong = await reportOrder({ ...order, amount: 1.5 }, { ...granted, view: load() })
    expect(wrong).toMatchObject({ state: 'failed', reason: expect.stringContaining('amount') })
    const nothing = await reportOrder(undefined as unknown as PageOrder, granted)
    expect(nothing.state).toBe('failed')
    // there is no page here
    expect((await reportOrder(order, granted)).state).toBe('failed')
    expect(sent).toEqual([])
  })
})

function failThrough(): never {
  throw new DOMException('blocked', 'SecurityError')
}
