import { describe, expect, it } from 'vitest'
import { signLink } from '../../src/server/index.js'
import {
  AMY,
  CHECKOUT,
  KEY,
  NOON,
  openHandler,
  post,
  QUESTION,
  read,
  SHOP,
} from './open-handler.js'

const tokenOf = async (url: string, keys = [KEY]): Promise<string> =>
  new URL(await signLink({ url, offer: 'amy', now: () => NOON }, keys)).searchParams.get(
    'cc_token',
  ) ?? ''

describe('a refusal', () => {
  it('is the same to the last byte and header, whatever the reason', async () => {
    const bodies = [
      { ...QUESTION, discount: 'NOBODY' },
      { checkout: CHECKOUT, ref: 'nobody' },
      { ...QUESTION, discount: 'ENDED' },
      { ...QUESTION, discount: 'NOT-YET' },
      { ...QUESTION, token: 'no token at all' },
      { ...QUESTION, token: await tokenOf('https://other.example/') },
      { ...QUESTION, token: await tokenOf(SHOP, [`another ${KEY}`]) },
      { ...QUESTION, token: 'x'.repeat(2000) },
    ]
    const { ask, orders, reports } = openHandler({
      findOffers: ({ word }) =>
        word === 'ENDED'
          ? { ...AMY, endsAt: NOON }
          : word === 'NOT-YET'
            ? { ...AMY, startsAt: NOON + 1 }
            : [],
    })
    const answers = await Promise.all(bodies.map((body) => ask(body)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 403, text: '{"error":"refused"}' })
    expect(orders).toEqual([])
    expect(reports.slice(1).every(({ outcome }) => outcome === 'refused')).toBe(true)
  })

  it.each([
    'https://evil.example',
    'http://shop.example',
    'https://shop.example:8443',
    'https://shop.example.evil.example',
    'https://SHOP.example',
    'https://shop.example/',
    'null',
    '',
  ])('meets the origin %j before anything is looked up', async (origin) => {
    let looked = 0
    const { ask } = openHandler({ findOffers: () => void looked++ })
    const { status, text, headers } = await ask(QUESTION, { origin })
    expect(status).toBe(403)
    expect(text).toBe('{"error":"refused"}')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(looked).toBe(0)
  })

  it('meets a request that names no origin', async () => {
    const { handler } = openHandler()
    const request = post(QUESTION)
    request.headers.delete('origin')
    expect((await read(await handler(request))).status).toBe(403)
  })
})

describe('another origin that may ask', () => {
  const origins = [SHOP, 'https://checkout.example']

  it('is told so before it asks', async () => {
    const { handler, orders } = openHandler({ origins })
    const preflight = (origin: string): Promise<Response> =>
      handler(
        new Request(`${SHOP}/mint`, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      )
    const { status, headers, text } = await read(await preflight('https://checkout.example'))
    expect([status, text]).toEqual([204, ''])
    expect(headers).toEqual({
      'access-control-allow-headers': 'content-type',
      'access-control-allow-methods': 'POST',
      'access-control-allow-origin': 'https://checkout.example',
      'access-control-expose-headers': 'retry-after',
      'access-control-max-age': '86400',
      'cache-control': 'no-store',
      vary: 'origin',
    })
    expect((await preflight('https://evil.example')).status).toBe(403)
    expect(orders).toEqual([])
  })

  it('may read the answer', async () => {
    const { ask } = openHandler({ origins })
    const { headers } = await ask(QUESTION, { origin: 'https://checkout.example' })
    expect(headers['access-control-allow-origin']).toBe('https://checkout.example')
  })
})
