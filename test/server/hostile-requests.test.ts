import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKOUT, openHandler, post, QUESTION, read, SHOP } from './open-handler.js'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const padded = (size: number): string => {
  const start = JSON.stringify(QUESTION).slice(0, -1) + ',"pad":"'
  return `${start}${'x'.repeat(size - start.length - 2)}"}`
}

/** A body that comes in pieces; `pulled` counts them. */
const streamed = (
  piece: string,
  pieces: number,
): { body: ReadableStream; pulled: () => number } => {
  let pulled = 0
  const body = new ReadableStream({
    pull: (controller) => {
      if (++pulled > pieces) controller.close()
      else controller.enqueue(bytes(piece))
    },
  })
  return { body, pulled: () => pulled }
}

describe('the mint handler and requests that no keeper sends', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'])('does nothing for %s', async (method) => {
    const { handler, orders } = openHandler()
    const { status, headers } = await read(
      await handler(new Request(`${SHOP}/mint`, { method, headers: { origin: SHOP } })),
    )
    expect(status).toBe(405)
    expect(headers['allow']).toBe('POST, OPTIONS')
    expect(headers['cache-control']).toBe('no-store')
    expect(orders).toEqual([])
  })

  it.each(['prefetch', 'prefetch;prerender', 'Prerender'])(
    'does nothing for a %s',
    async (purpose) => {
      const { ask, orders, reports } = openHandler()
      expect(await ask(QUESTION, { 'sec-purpose': purpose })).toMatchObject({
        status: 204,
        text: '',
      })
      expect(orders).toEqual([])
      expect(reports.at(-1)).toEqual({ outcome: 'prefetch' })
    },
  )

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'text/json',
    '',
  ])('reads no body of type %j', async (type) => {
    const { ask, orders } = openHandler()
    expect((await ask(QUESTION, { 'content-type': type })).status).toBe(415)
    expect(orders).toEqual([])
  })

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('reads %s', async (type) => {
    expect((await openHandler().ask(QUESTION, { 'content-type': type })).status).toBe(200)
  })

  it('takes 4,096 bytes and not one more', async () => {
    const { handler } = openHandler()
    const statusOf = async (size: number): Promise<number> =>
      (await handler(post(padded(size)))).status
    expect([await statusOf(4096), await statusOf(4097)]).toEqual([200, 413])
  })

  it('stops reading a body that never ends, whatever its header says', async () => {
    const { body, pulled } = streamed('x'.repeat(1024), 100_000)
    const { handler } = openHandler()
    expect((await handler(post(body, { 'content-length': '10' }))).status).toBe(413)
    expect(pulled()).toBeLessThan(10)
  })

  it('reads nothing of a body that calls itself too long', async () => {
    const { body, pulled } = streamed('{', 1)
    const { handler } = openHandler()
    expect((await handler(post(body, { 'content-length': '4097' }))).status).toBe(413)
    expect(pulled()).toBeLessThan(2)
  })

  it('reads a body in pieces', async () => {
    const { body } = streamed('', 0)
    expect((await openHandler().handler(post(body))).status).toBe(400)
    const pieces = JSON.stringify(QUESTION).split('')
    const whole = new ReadableStream({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(bytes(piece))
        controller.close()
      },
    })
    expect((await openHandler().handler(post(whole))).status).toBe(200)
  })

  it('survives a body that breaks off', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    expect((await openHandler().handler(post(broken))).status).toBe(400)
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['depth', '['.repeat(4096)],
    ['deep objects', '{"a":'.repeat(800)],
    ['a list', `[${JSON.stringify(QUESTION)}]`],
    ['null', 'null'],
    ['a word', '"checkout"'],
    ['a prototype', `{"__proto__":${JSON.stringify(QUESTION)}}`],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['no question', { checkout: CHECKOUT }],
    ['no checkout', { discount: 'FROM-AMY' }],
    ['a short checkout', { ...QUESTION, checkout: 'x'.repeat(15) }],
    ['a long checkout', { ...QUESTION, checkout: 'x'.repeat(65) }],
    ['a checkout with a line', { ...QUESTION, checkout: `${CHECKOUT}\n` }],
    ['a checkout of objects', { ...QUESTION, checkout: [CHECKOUT] }],
    ['a query for a word', { ...QUESTION, discount: { $ne: '' } }],
    ['SQL for a word', { ...QUESTION, discount: "A' OR 1=1--" }],
    ['a long word', { ...QUESTION, discount: 'A'.repeat(65) }],
    ['an empty word', { ...QUESTION, discount: '' }],
    ['null for a word', { ...QUESTION, discount: null }],
    ['a ref with a tag', { ...QUESTION, ref: '<b>' }],
    ['a token that is none', { ...QUESTION, token: 7 }],
  ])('answers %s with 400 and looks nothing up', async (_, body) => {
    let looked = 0
    const { handler } = openHandler({ findOffers: () => void looked++ })
    const { status, text } = await read(await handler(post(body)))
    expect([status, text, looked]).toEqual([400, '{"error":"invalid"}', 0])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('never rejects and never mints for any bytes', async () => {
    const { handler, orders } = openHandler()
    const names = fc.constantFrom(
      'checkout',
      'discount',
      'ref',
      'token',
      '__proto__',
      'constructor',
    )
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((some) => Uint8Array.from(some)),
      fc.json().map(bytes),
      fc.dictionary(names, fc.jsonValue()).map((fields) => bytes(JSON.stringify(fields))),
    )
    await fc.assert(
      fc.asyncProperty(body, async (some) => {
        expect([400, 403, 413]).toContain((await handler(post(some))).status)
      }),
      { numRuns: 500 },
    )
    expect(orders).toEqual([])
  })
})
