import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWooOrder, memoryStore } from '../../../src/attribution/index.js'
import type { ConversionStore } from '../../../src/attribution/index.js'
import { wooSignature } from '../../../src/server/index.js'
import { shopifyOrder } from '../../attribution/sources/shopify-order.js'
import { wooOrder } from '../../attribution/sources/woo-order.js'
import { openWebhook, send, sign } from './open-webhook.js'

const ORDER = shopifyOrder({
  discount_codes: [{ code: 'AMY10', amount: '20.00', type: 'percentage' }],
})
const BODY = JSON.stringify(ORDER)
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const failing = (name: keyof ConversionStore): ConversionStore => ({
  ...memoryStore(),
  [name]: () => Promise.reject(new Error('no connection to db.internal')),
})

describe('an order webhook', () => {
  it('records the sale of an order that the shop has signed', async () => {
    const { conversions, handler, reports, store } = openWebhook()
    const response = await handler(send(BODY))
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(await conversions.list()).toMatchObject([
      { orderId: '5500000000001', publisher: 'amy', amount: 41_495, commission: 4_150 },
    ])
    expect(await store.take(0, 1)).toMatchObject([
      { url: 'https://n.example/?o=5500000000001', attempts: 0 },
    ])
    expect(reports).toEqual([{ outcome: 'recorded', orderId: '5500000000001' }])
  })

  it('answers who only asks whether somebody is here, as WooCommerce does before it saves', async () => {
    const { conversions, handler, reports } = openWebhook()
    const ask = (body: string) =>
      handler(new Request('https://shop.example/hook', { method: 'POST', body }))
    expect((await ask('webhook_id=7')).status).toBe(200)
    expect((await ask('webhook_id=7&x=1')).status).toBe(401)
    expect(reports.map(({ outcome }) => outcome)).toEqual(['ignored', 'refused'])
    expect(await conversions.list()).toEqual([])
  })

  it('counts an order once that comes again, one after the other or all at once', async () => {
    const { conversions, handler, store } = openWebhook()
    const again = await handler(send(BODY))
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await handler(send(BODY))).status),
    )
    expect(new Set([again.status, ...statuses])).toEqual(new Set([200]))
    expect(await conversions.list()).toHaveLength(1)
    expect(await store.take(0, 1)).toHaveLength(1)
  })

  it('counts an order once that is told under two topics', async () => {
    const { conversions, handler } = openWebhook()
    await handler(send(BODY))
    await handler(send(BODY, { 'x-shopify-topic': 'orders/paid' }))
    expect(await conversions.list()).toHaveLength(1)
  })

  it('believes nothing that was changed on the way, and reads nothing of it', async () => {
    const { handler, parsed, recorded, reports } = openWebhook()
    const signature = sign(BODY)
    const flips = fc.tuple(fc.nat({ max: bytesOf(BODY).length - 1 }), fc.nat({ max: 7 }))
    await fc.assert(
      fc.asyncProperty(flips, async ([at, bit]) => {
        const body = bytesOf(BODY)
        body[at] = Number(body[at]) ^ (1 << bit)
        const { status } = await handler(send(body, { 'x-shopify-hmac-sha256': signature }))
        expect(status).toBe(401)
      }),
    )
    expect([parsed, recorded]).toEqual([[], []])
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(['refused']))
  })

  it('believes no signature that differs in one character', async () => {
    const { handler, parsed } = openWebhook()
    const signature = sign(BODY)
    for (let at = 0; at < signature.length; at++) {
      const other = signature[at] === 'A' ? 'B' : 'A'
      const forged = signature.slice(0, at) + other + signature.slice(at + 1)
      const { status } = await handler(send(BODY, { 'x-shopify-hmac-sha256': forged }))
      expect([at, status]).toEqual([at, 401])
    }
    expect(parsed).toEqual([])
  })

  it('believes no other shop and no other topic, though they are signed alike', async () => {
    const { handler, parsed, reports } = openWebhook()
    const asked = [
      { 'x-shopify-shop-domain': 'other.myshopify.com' },
      { 'x-shopify-shop-domain': '' },
      { 'x-shopify-topic': 'orders/cancelled' },
      { 'x-shopify-topic': '' },
    ]
    for (const headers of asked) expect((await handler(send(BODY, headers))).status).toBe(401)
    expect(parsed).toEqual([])
    expect(reports).toHaveLength(asked.length)
  })

  it('reads no more of a body than an order can have', async () => {
    const { handler, parsed } = openWebhook()
    let pulled = 0
    const body = new ReadableStream({
      pull: (controller) => {
        pulled++
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const endless = new Request('https://server.example/orders', {
      method: 'POST',
      body,
      // @ts-expect-error: Node's own, for bodies that stream
      duplex: 'half',
    })
    expect((await handler(endless)).status).toBe(400)
    expect(pulled).toBeLessThan(30)
    const large = JSON.stringify({ ...ORDER, note: 'x'.repeat(1_048_576) })
    expect((await handler(send(large))).status).toBe(400)
    expect(parsed).toEqual([])
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('does nothing for %s', async (method) => {
    const { handler, parsed, reports } = openWebhook()
    const { headers } = send(BODY)
    const request = new Request('https://server.example/orders', { method, headers })
    expect((await handler(request)).status).toBe(400)
    expect(parsed).toEqual([])
    expect(reports).toEqual([{ outcome: 'invalid', reason: 'It was no POST.' }])
  })

  it.each([
    ['no JSON', '{"id":'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['no order', '[]'],
    ['an order without a number', JSON.stringify({ ...ORDER, id: null })],
    ['nothing', ''],
  ])('asks for no second try of what cannot be read: %s', async (_, body) => {
    const { conversions, handler, reports } = openWebhook()
    expect((await handler(send(body))).status).toBe(400)
    expect(reports).toMatchObject([{ outcome: 'invalid', error: expect.any(Error) as Error }])
    expect(await conversions.list()).toEqual([])
  })

  it('takes an order that is no sale, and records none', async () => {
    const { conversions, handler, reports } = openWebhook()
    const { status } = await handler(send(JSON.stringify({ ...ORDER, test: true })))
    expect(status).toBe(200)
    expect(reports).toEqual([{ outcome: 'ignored', reason: 'The order is no sale.' }])
    expect(await conversions.list()).toEqual([])
  })

  it.each(['report', 'history', 'save', 'enqueue'] as const)(
    'asks for another try where the store fails to %s, and counts once after it',
    async (name) => {
      const broken = openWebhook({ store: failing(name) })
      const response = await broken.handler(send(BODY))
      expect([response.status, await response.text()]).toEqual([503, ''])
      expect(broken.reports).toMatchObject([{ outcome: 'unavailable' }])
    },
  )

  it('counts once what failed half way at the first try', async () => {
    const store = memoryStore()
    let isDown = true
    const { conversions, handler } = openWebhook({
      store: {
        ...store,
        enqueue: (...given) =>
          isDown ? Promise.reject(new Error('down')) : store.enqueue(...given),
      },
    })
    expect((await handler(send(BODY))).status).toBe(503)
    isDown = false
    expect((await handler(send(BODY))).status).toBe(200)
    expect(await conversions.list()).toHaveLength(1)
    expect(await store.take(0, 1)).toHaveLength(1)
  })

  it('answers though its log fails, and asks again where its check does', async () => {
    const tell = () => {
      throw new Error('disk full')
    }
    expect((await openWebhook({ tell }).handler(send(BODY))).status).toBe(200)
    const verify = () => Promise.reject(new Error('no key'))
    expect((await openWebhook({ verify }).handler(send(BODY))).status).toBe(503)
  })

  it('takes the orders of WooCommerce, once they are paid', async () => {
    const { conversions, handler, reports } = openWebhook({
      verify: wooSignature({ secrets: ['woo'] }),
      toSale: fromWooOrder,
    })
    for (const [topic, status] of [
      ['order.created', 'pending'],
      ['order.updated', 'processing'],
      ['order.updated', 'completed'],
    ] as const) {
      const body = JSON.stringify(wooOrder({ status }))
      const headers = { 'x-wc-webhook-topic': topic, 'x-wc-webhook-signature': sign(body, 'woo') }
      expect((await handler(send(body, headers))).status).toBe(200)
    }
    expect(reports.map(({ outcome }) => outcome)).toEqual(['ignored', 'recorded', 'recorded'])
    expect(await conversions.list()).toHaveLength(1)
  })
})
