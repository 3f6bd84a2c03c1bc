import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { withAppProxy } from '../../src/server/index.js'
import { openHandler, post, QUESTION, read, SHOP } from './open-handler.js'

const SECRET = 'hush'
const SENT = 1_317_327_555
const STORE = 'shop-name.myshopify.com'
// https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
const DOCUMENTED =
  'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews' +
  '&timestamp=1317327555&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'

type Pairs = readonly (readonly [string, string])[]
const PAIRS: Pairs = [
  ['shop', STORE],
  ['logged_in_customer_id', ''],
  ['path_prefix', '/apps/mint'],
  ['timestamp', String(SENT)],
]

/** As Shopify signs, written another way: on bytes, by Node. */
const sign = (pairs: Pairs, secret: string = SECRET): string => {
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value])
  const joined = [...values].map(([name, all]) => Buffer.from(`${name}=${all.join(',')}`))
  const signed = Buffer.concat(joined.sort((one, other) => Buffer.compare(one, other)))
  return createHmac('sha256', secret).update(signed).digest('hex')
}
const queryOf = (pairs: Pairs, signature: string = sign(pairs)): string =>
  new URLSearchParams([...pairs.map(([...pair]) => pair), ['signature', signature]]).toString()

const open = (
  options: { readonly now?: () => number; readonly shops?: readonly string[] } = {},
) => {
  const handler = vi.fn(async (_request: Request) => new Response('through'))
  const proxied = withAppProxy(handler, {
    secret: SECRET,
    shops: [STORE],
    now: () => SENT * 1000,
    ...options,
  })
  const statusOf = async (query: string): Promise<number> =>
    (await proxied(new Request(`https://app.example/mint?${query}`, post(QUESTION)))).status
  return { handler, proxied, statusOf }
}

describe('withAppProxy', () => {
  it('believes what Shopify’s own documentation has signed', async () => {
    expect(await open().statusOf(DOCUMENTED)).toBe(200)
  })

  it('believes requests of the last 90 seconds, whichever clock is ahead', async () => {
    const statusAfter = (seconds: number): Promise<number> =>
      open({ now: () => (SENT + seconds) * 1000 }).statusOf(DOCUMENTED)
    expect(await Promise.all([-91, -90, 90, 91].map(statusAfter))).toEqual([403, 200, 200, 403])
  })

  it.each<[string, Pairs]>([
    [
      'a name that begins another',
      [
        ['utm', '1'],
        ['utm2', '2'],
        ['utm-x', '3'],
      ],
    ],
    [
      'capitals',
      [
        ['B', '1'],
        ['a', '2'],
        ['A', '3'],
      ],
    ],
    [
      'signs before =',
      [
        ['a', '1'],
        ['a!', '2'],
        ['a$', '3'],
      ],
    ],
    [
      'letters of two and four bytes',
      [
        ['\uffe6', '1'],
        ['😀', '2'],
        ['é', 'ü'],
      ],
    ],
    [
      'values with commas, signs and spaces',
      [
        ['x', 'a,b'],
        ['x', '&= +%'],
        ['y', ''],
      ],
    ],
  ])('sorts by bytes: %s', async (_, extra) => {
    expect(await open().statusOf(queryOf([...PAIRS, ...extra]))).toBe(200)
  })

  it('sorts any names as Shopify does', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 4 })
    const ours = ['shop', 'timestamp', 'signature', 'hmac']
    const extra = fc.array(
      fc.tuple(
        word.filter((name) => !ours.includes(name)),
        word,
      ),
      { maxLength: 6 },
    )
    const { statusOf } = open()
    await fc.assert(
      fc.asyncProperty(extra, async (some) => {
        expect(await statusOf(queryOf([...PAIRS, ...some]))).toBe(200)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('refuses every changed character', async () => {
    const { handler, statusOf } = open()
    for (const at of DOCUMENTED.split('').keys()) {
      const other = DOCUMENTED[at] === '7' ? '8' : '7'
      expect(await statusOf(DOCUMENTED.slice(0, at) + other + DOCUMENTED.slice(at + 1))).toBe(403)
    }
    expect(handler).not.toHaveBeenCalled()
  }, 60_000)

  const without = (...names: readonly string[]): Pairs =>
    PAIRS.filter(([name]) => !names.includes(name))
  const at = (timestamp: string): Pairs => [...without('timestamp'), ['timestamp', timestamp]]
  it.each<[string, string]>([
    ['no query', ''],
    ['no signature', new URLSearchParams(PAIRS.map(([...pair]) => pair)).toString()],
    ['another secret', queryOf(PAIRS, sign(PAIRS, 'hushed'))],
    ['no secret', queryOf(PAIRS, createHmac('sha256', '').digest('hex'))],
    ['capitals', queryOf(PAIRS, sign(PAIRS).toUpperCase())],
    ['half a signature', queryOf(PAIRS, sign(PAIRS).slice(0, 32))],
    ['an empty signature', queryOf(PAIRS, '')],
    ['a parameter more', `${queryOf(PAIRS)}&ref=eve`],
    ['a parameter less', queryOf(without('path_prefix'), sign(PAIRS))],
    ['two shops', queryOf([...PAIRS, ['shop', STORE]])],
    ['two timestamps', queryOf([...PAIRS, ['timestamp', String(SENT)]])],
    ['two signatures', `${queryOf(PAIRS)}&signature=x`],
    ['two hmacs', queryOf([...PAIRS, ['hmac', '1'], ['hmac', '2']])],
    ['another shop', queryOf([...without('shop'), ['shop', 'other.myshopify.com']])],
    ['no shop', queryOf(without('shop'))],
    ['a shop in capitals', queryOf([...without('shop'), ['shop', STORE.toUpperCase()]])],
    ['no timestamp', queryOf(without('timestamp'))],
    ['an empty timestamp', queryOf(at(''))],
    ['a timestamp in words', queryOf(at('now'))],
    ['a timestamp in milliseconds', queryOf(at(`${SENT}000`))],
  ])('refuses %s as it refuses all', async (_, query) => {
    const { handler, proxied } = open()
    const answer = await read(
      await proxied(new Request(`https://app.example/?${query}`, post(QUESTION))),
    )
    expect(answer).toEqual({
      ...answer,
      status: 403,
      text: '{"error":"refused"}',
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json', vary: 'origin' },
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it('gives the mint handler the body, and the shop for a page that is not named', async () => {
    const { handler, orders } = openHandler({ origins: [SHOP, `https://${STORE}`] })
    const proxied = withAppProxy(handler, {
      secret: SECRET,
      shops: [STORE],
      now: () => SENT * 1000,
    })
    const statusFrom = async (headers: Readonly<Record<string, string>>): Promise<number> => {
      const init = { method: 'POST', body: JSON.stringify(QUESTION) }
      const request = new Request(`https://app.example/?${DOCUMENTED}`, {
        ...init,
        headers: { 'content-type': 'application/json', ...headers },
      })
      return (await proxied(request)).status
    }
    expect(await statusFrom({})).toBe(200)
    expect(await statusFrom({ origin: SHOP })).toBe(200)
    expect(await statusFrom({ origin: 'https://evil.example' })).toBe(403)
    expect(orders).toHaveLength(2)
  })

  it.each([
    [{ secret: '' }, 'Expected secret to be the secret of the app, got string instead.'],
    [{ shops: STORE }, 'Expected shops to be a list of shops such as my-shop.myshopify.com'],
    [{ shops: [`https://${STORE}`] }, 'Expected shops to be a list of shops'],
    [{ shops: [] }, 'Expected shops to be a list of shops'],
  ])('says of %j what it expected', (changes, sentence) => {
    const options = { secret: SECRET, shops: [STORE], ...changes } as never
    expect(() => withAppProxy(openHandler().handler, options)).toThrow(sentence)
  })
})
