import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReportEndpoint } from '../../../src/server/index.js'
import { DAY, NOON, saleOf } from '../../attribution/sale.js'
import { openEndpoint, pageReport, post, SHOP } from './open-endpoint.js'

const text = async (response: Response): Promise<readonly [number, string]> => [
  response.status,
  await response.text(),
]

describe('the endpoint for reports of browsers', () => {
  it('records what a page reports, and answers nothing of it', async () => {
    const { conversions, endpoint, reports } = openEndpoint()
    const response = await endpoint(post(pageReport()))
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await text(response)).toEqual([204, ''])
    expect(await conversions.list()).toMatchObject([{ orderId: '1001', publisher: 'amy' }])
    expect(reports).toMatchObject([{ outcome: 'recorded', orderId: '1001' }])
  })

  it('tells the merchant what nobody checked', async () => {
    const isKnown = () => true
    const limits = { clientIp: () => '198.51.100.7' }
    const reasonOf = async (said: Parameters<typeof openEndpoint>[0]) => {
      const { endpoint, reports } = openEndpoint(said)
      await endpoint(post(pageReport()))
      return reports[0]?.reason
    }
    expect(await reasonOf({})).toBe(
      'Nobody checked whose order it is: there is no isKnown. No address is limited: there is no limits.clientIp.',
    )
    expect(await reasonOf({ limits })).toMatch(/^Nobody checked whose order it is.*isKnown\.$/)
    expect(await reasonOf({ isKnown })).toMatch(/^No address is limited/)
    expect(await reasonOf({ isKnown, limits })).toBeUndefined()
  })

  it('lets the page prove whose order it is, so that nobody else can answer for the shopper', async () => {
    const keys: Readonly<Record<string, string>> = { '1001': 'wc_order_a1' }
    const { conversions, endpoint, store } = openEndpoint({
      isKnown: ({ orderId }, { url }) => keys[orderId] === new URL(url).searchParams.get('key'),
    })
    const say = async (consent: boolean, key: string) => {
      const { body, headers } = post(pageReport({ consent }))
      const url = 'https://server.example/report?key=' + key
      const said = await new Response(body).text()
      return (await endpoint(new Request(url, { method: 'POST', headers, body: said }))).status
    }
    await conversions.record({ ...saleOf({ codes: ['AMY20'] }), source: 'webhook' })
    expect([await say(false, 'guess'), await say(true, 'guess')]).toEqual([403, 403])
    expect(await store.take(NOON, NOON)).toEqual([])
    expect(await say(true, 'wc_order_a1')).toBe(204)
    expect(await store.take(NOON, NOON + 1)).toHaveLength(1)
  })

  it('takes a report as JSON too, from a pixel in its sandbox as well', async () => {
    const { endpoint, recorded } = openEndpoint({ origins: [SHOP, 'null'] })
    const json = { 'content-type': 'application/json' }
    expect((await endpoint(post(pageReport(), json))).status).toBe(204)
    const pixel = pageReport({ source: 'pixel' })
    expect((await endpoint(post(pixel, { origin: 'null' }))).status).toBe(204)
    expect(recorded.map(({ source }) => source)).toEqual(['page', 'pixel'])
  })

  it("never goes before the shop's own word: neither its money nor its postback", async () => {
    const { conversions, endpoint, store } = openEndpoint()
    const lie = { amount: 99_999_999, discount: 1, currency: 'KWD', ref: 'thief', codes: ['NONE'] }
    await endpoint(post(pageReport(lie)))
    expect(await store.take(NOON, NOON + 1)).toEqual([])
    await conversions.record({
      ...saleOf({ codes: ['AMY20'], ref: 'amy' }),
      source: 'webhook',
    })
    await endpoint(post(pageReport({ ...lie, source: 'pixel' })))
    expect(await conversions.list()).toMatchObject([
      { amount: 10_000, currency: 'EUR', publisher: 'amy', commission: 1_000, rivals: ['thief'] },
    ])
    expect(await store.take(NOON, NOON + 1)).toMatchObject([
      { url: 'https://n.example/?o=1001&a=100.00' },
    ])
  })

  it('does not let a browser speak for the shop', async () => {
    const { endpoint, recorded } = openEndpoint()
    expect((await endpoint(post(pageReport({ source: 'webhook' })))).status).toBe(400)
    expect(recorded).toEqual([])
  })

  it('counts an order once, however often it is reported', async () => {
    const { conversions, endpoint } = openEndpoint()
    await Promise.all(Array.from({ length: 20 }, () => endpoint(post(pageReport()))))
    await endpoint(post(pageReport({ amount: 1 })))
    expect(await conversions.list()).toMatchObject([{ amount: 10_000 }])
  })

  it('asks the shop whether it knows of the order', async () => {
    const { endpoint, recorded, reports } = openEndpoint({
      isKnown: async ({ orderId }) => orderId === '1001',
    })
    expect(await text(await endpoint(post(pageReport({ orderId: '1002' }))))).toEqual([
      403,
      '{"error":"refused"}',
    ])
    expect(reports).toEqual([
      { outcome: 'refused', reason: 'The shop knows of no such order.', orderId: '1002' },
    ])
    expect((await endpoint(post(pageReport()))).status).toBe(204)
    expect(recorded).toHaveLength(1)
  })

  it.each([
    'https://evil.example',
    'https://shop.example.evil.example',
    'null',
    'http://shop.example',
  ])('takes nothing from %s', async (origin) => {
    const { endpoint, recorded } = openEndpoint()
    const response = await endpoint(post(pageReport(), { origin }))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      403,
      null,
    ])
    expect(recorded).toEqual([])
  })

  it('answers the question that goes before JSON', async () => {
    const { endpoint, reports } = openEndpoint()
    const ask = new Request('https://server.example/report', {
      method: 'OPTIONS',
      headers: { origin: SHOP, 'access-control-request-method': 'POST' },
    })
    const { headers, status } = await endpoint(ask)
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'POST'])
    expect(reports).toMatchObject([{ outcome: 'preflight' }])
  })

  it.each(['GET', 'PUT', 'DELETE'])('does nothing for %s', async (method) => {
    const { endpoint, recorded } = openEndpoint()
    const request = new Request('https://server.example/', { method, headers: { origin: SHOP } })
    expect((await endpoint(request)).status).toBe(405)
    expect(recorded).toEqual([])
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/html', ''])(
    'reads nothing of type %j',
    async (type) => {
      const { endpoint, recorded } = openEndpoint()
      expect((await endpoint(post(pageReport(), { 'content-type': type }))).status).toBe(415)
      expect(recorded).toEqual([])
    },
  )

  it('reads as much as a page may send, and no more', async () => {
    const { endpoint, recorded } = openEndpoint()
    const lines = Array.from({ length: 500 }, (_, id) => ({
      id: `line-${id}`,
      quantity: 1,
      amount: 20,
      catalogues: ['a catalogue with quite a long name'],
    }))
    expect((await endpoint(post(pageReport({ lines })))).status).toBe(204)
    const note = 'x'.repeat(65_536)
    expect((await endpoint(post(pageReport({ note })))).status).toBe(413)
    expect(recorded).toHaveLength(1)
  })

  it.each<readonly [string, object | string]>([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['an order without number', { orderId: '' }],
    ['a number for one', { orderId: 7 }],
    ['control characters', { orderId: '1\u0000' }],
    ['half a character', { ref: '\uD800' }],
    ['a long text', { ref: 'x'.repeat(256) }],
    ['a fraction of a cent', { amount: 0.5 }],
    ['money back', { amount: -1 }],
    ['more than a number holds', { amount: 2 ** 53 }],
    ['an amount as text', { discount: '1.00' }],
    ['no such currency', { currency: 'euro' }],
    ['a code that is none', { codes: [7] }],
    ['many codes', { codes: Array.from({ length: 33 }, () => 'A') }],
    ['many lines', { lines: Array.from({ length: 501 }, () => ({})) }],
    ['a line of nothing', { lines: [null] }],
    ['a line without amount', { lines: [{ id: '1', quantity: 1 }] }],
    ['a country by name', { country: 'Austria' }],
    ['a word for yes', { consent: 'yes' }],
    ['a time as text', { at: '2026-11-21' }],
    ['null', { ref: null }],
  ])('takes no report with %s', async (_, said) => {
    const { endpoint, recorded, reports } = openEndpoint()
    const body = typeof said === 'string' ? said : pageReport(said)
    expect((await endpoint(post(body))).status).toBe(400)
    expect(recorded).toEqual([])
    expect(reports).toMatchObject([{ outcome: 'invalid' }])
  })

  it('leaves out what it does not know, and believes no time to come', async () => {
    const { endpoint, recorded } = openEndpoint()
    const line = { id: '1', quantity: 1, amount: 5, catalogues: ['a'] }
    const said = { at: NOON + DAY, refAt: NOON + 1, codeAt: 5, lines: [{ ...line, price: 1 }] }
    await endpoint(post(pageReport({ ...said, commission: 1, publisher: 'thief', email: 'a@b' })))
    expect(recorded).toEqual([
      { ...pageReport({ at: NOON, refAt: NOON, codeAt: 5, lines: [line] }) },
    ])
  })

  it('survives any JSON', async () => {
    const { endpoint } = openEndpoint()
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(pageReport())),
        async (value, name) => {
          const said = pageReport({ [name]: value })
          expect([204, 400]).toContain((await endpoint(post(said))).status)
          expect([204, 400]).toContain((await endpoint(post(JSON.stringify(value)))).status)
        },
      ),
    )
  })

  it('has limits for each address', async () => {
    const { endpoint, reports } = openEndpoint({
      limits: { clientIp: () => '198.51.100.7', address: { points: 2, seconds: 60 } },
    })
    const statuses = []
    for (let asked = 0; asked < 3; asked++)
      statuses.push((await endpoint(post(pageReport()))).status)
    expect(statuses).toEqual([204, 204, 429])
    expect(reports.at(-1)?.outcome).toBe('later')
  })

  it('asks for another try where something fails, and tells the merchant alone', async () => {
    const { endpoint, reports } = openEndpoint({
      conversions: { record: () => Promise.reject(new Error('db.internal is down')) },
    })
    expect(await text(await endpoint(post(pageReport())))).toEqual([503, '{"error":"unavailable"}'])
    expect(reports).toMatchObject([
      { outcome: 'unavailable', error: new Error('db.internal is down') },
    ])
    const isKnown = () => Promise.reject(new Error('no'))
    expect((await openEndpoint({ isKnown }).endpoint(post(pageReport()))).status).toBe(503)
  })

  it('answers though its log fails', async () => {
    const tell = () => {
      throw new Error('disk full')
    }
    expect((await openEndpoint({ tell }).endpoint(post(pageReport()))).status).toBe(204)
  })

  it.each([[[]], [['*']], [['https://shop.example/']], [['null', 'shop.example']], [undefined]])(
    'has origins that are none refused: %j',
    (origins) => {
      const { conversions } = openEndpoint()
      expect(() =>
        createReportEndpoint({ origins: origins as unknown as readonly string[], conversions }),
      ).toThrow(/^Expected origins to be/)
    },
  )
})
