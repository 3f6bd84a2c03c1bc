import { describe, expect, it, vi } from 'vitest'
import { memoryStore } from '../../../src/attribution/conversions/memory-store.js'
import { deliverPostbacks } from '../../../src/attribution/postbacks/deliver-postbacks.js'
import type { DeliverOptions } from '../../../src/attribution/postbacks/deliver-postbacks.js'

type Answer = Response | Error
const url = 'https://n.example/?o=1'

const open = async (answers: readonly Answer[], said: Partial<DeliverOptions> = {}) => {
  const store = memoryStore()
  await store.enqueue({ orderId: '1', postback: 'network', url }, 0, 1)
  const requests: Request[] = []
  let now = 0
  const left = [...answers]
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input instanceof Request ? input : String(input), init))
    const answer = left.shift() ?? new Response()
    if (answer instanceof Error) throw answer
    return answer
  }
  const deliver = (at: number) => {
    now = at
    return deliverPostbacks({ store, fetch, now: () => now, random: () => 0, ...said })
  }
  return { deliver, requests, store }
}
const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers })

describe('deliverPostbacks()', () => {
  it('sends what is due, once', async () => {
    const { deliver, requests, store } = await open([status(204)])
    expect([await deliver(0), await deliver(1), await deliver(1e12)]).toEqual([1, 0, 0])
    expect(requests.map((request) => [request.method, request.url, request.redirect])).toEqual([
      ['GET', url, 'manual'],
    ])
    expect(await store.dead()).toEqual([])
  })

  it('tries again after ten seconds, and four times as long before each try after it', async () => {
    const { deliver, requests } = await open([status(500), status(429), new TypeError('down')])
    const tried = []
    for (const at of [0, 9_999, 10_000, 49_999, 50_000, 209_999, 210_000])
      tried.push(await deliver(at))
    expect(tried).toEqual([1, 0, 1, 0, 1, 0, 1])
    expect(new Set(requests.map(({ headers }) => headers.get('Idempotency-Key')))).toEqual(
      new Set(['network:1']),
    )
  })

  it('waits as long as the receiver asks, a day at most', async () => {
    const { deliver } = await open([status(503, { 'Retry-After': '600' })])
    expect([await deliver(0), await deliver(599_999), await deliver(600_000)]).toEqual([1, 0, 1])
    const dated = await open([
      status(503, { 'Retry-After': new Date(900_000).toUTCString() }),
      status(503, { 'Retry-After': '99999999' }),
    ])
    expect([
      await dated.deliver(0),
      await dated.deliver(899_999),
      await dated.deliver(900_000),
    ]).toEqual([1, 0, 1])
    expect(await dated.deliver(900_000 + 86_400_000)).toBe(1)
  })

  it('gives up after the last try, and can be asked to begin anew', async () => {
    const { deliver, requests, store } = await open([], {
      fetch: async () => status(500),
      tries: 3,
    })
    for (let day = 0; day < 9; day++) await deliver(day * 86_400_000)
    const trouble = { orderId: '1', postback: 'network', url, attempts: 3, trouble: 'status 500' }
    expect(await store.dead()).toEqual([trouble])
    expect(requests).toEqual([])
    await store.revive(trouble, 0)
    expect(await store.dead()).toEqual([])
    expect(await deliver(9 * 86_400_000)).toBe(1)
  })

  it.each([400, 401, 404, 301, 302])('does not ask again after %i', async (code) => {
    const { deliver, store } = await open([status(code)])
    await deliver(0)
    expect(await store.dead()).toMatchObject([{ attempts: 1, trouble: `status ${code}` }])
  })

  it('leaves a message to others until the lease of one that died is over', async () => {
    const { deliver, store } = await open([])
    await store.take(0, 60_000)
    expect([await deliver(59_999), await deliver(60_000)]).toEqual([0, 1])
  })

  it('signs what it sends, and a signer that fails is a failed try', async () => {
    const signed = await open([], { sign: async (text) => ({ 'X-Signature': `of ${text}` }) })
    await signed.deliver(0)
    expect(signed.requests[0]?.headers.get('X-Signature')).toBe(`of ${url}`)
    const failing = await open([], { sign: () => Promise.reject(new Error('no key')) })
    expect([await failing.deliver(0), await failing.deliver(10_000)]).toEqual([1, 1])
    expect(failing.requests).toEqual([])
  })

  it.each([
    ['fails', () => Promise.reject(new TypeError('gone'))],
    ['never ends', () => new Promise<void>(() => undefined)],
  ])('counts what was taken as delivered, though putting the rest away %s', async (_, cancel) => {
    const taken = new Response(new ReadableStream({ cancel }))
    const { deliver, requests } = await open([taken])
    expect([await deliver(0), await deliver(1e12), requests.length]).toEqual([1, 0, 1])
  })

  it('waits for a signer no longer than for an answer', async () => {
    const late = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
    const { deliver, requests, store } = await open([], {
      sign: () => new Promise(() => undefined),
    })
    const delivered = deliver(0)
    await vi.waitFor(() => expect(timeout).toHaveBeenCalledWith(10_000))
    late.abort(new DOMException('late', 'TimeoutError'))
    expect(await delivered).toBe(1)
    timeout.mockRestore()
    expect(requests).toEqual([])
    expect(await store.take(10_000, 1e5)).toMatchObject([{ trouble: 'TimeoutError' }])
  })

  it('tries no more at once than it may, and the rest at the next call', async () => {
    const { deliver, requests, store } = await open([], { most: 2 })
    for (const orderId of ['2', '3', '4', '5'])
      await store.enqueue(
        { orderId, postback: 'network', url: `https://n.example/?o=${orderId}` },
        1,
        1,
      )
    expect([await deliver(1), await deliver(1), await deliver(1), await deliver(1)]).toEqual([
      2, 2, 1, 0,
    ])
    expect(new Set(requests.map((request) => request.url)).size).toBe(5)
  })

  it('keeps what the others came to where one breaks off', async () => {
    const { deliver, store } = await open([new TypeError('reset')])
    await store.enqueue({ orderId: '2', postback: 'network', url }, 1, 1)
    expect(await deliver(1)).toBe(2)
    const [again, none] = await store.take(1e9, 1e9)
    expect([again, none]).toMatchObject([{ orderId: '1', trouble: 'TypeError' }, undefined])
  })
})
