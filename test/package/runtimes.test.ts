import { describe, expect, it } from 'vitest'
import { signLink } from '../../src/server/index.js'
import { findRuntime } from './runtimes/find-runtime.js'
import { runtimes } from './runtimes/runtimes.js'
import { serveIn } from './runtimes/serve-in.js'

const SHOP = 'https://shop.example'
const KEY = 'a secret that is at least as long as it has to be'
/** Within the same hours for all, who derive from them. */
const NOON = 1_800_000_000_000

/** Handlers as a merchant makes them, where the module begins: a Worker may not do everything there. */
const SERVER = `
import { createMintHandler, createRefresher } from 'discount-keeper/server'
const made = new Set()
const mint = async ({ code }) => {
  const outcome = made.has(code) ? 'taken' : 'minted'
  made.add(code)
  return outcome
}
const offer = { id: 'amy', base: 'CREATOR20', firstName: 'Zoë' }
const origins = ['${SHOP}']
const codes = createMintHandler({
  keys: ['${KEY}'],
  origins,
  findOffers: ({ link, word }) => (link?.ref === 'amy' || word === 'FROM-AMY' ? offer : undefined),
  minter: { name: 'memory', longest: 64, mint },
  limits: { offer: { points: 12, seconds: 600 } },
  now: () => ${NOON},
})
const cookies = createRefresher({ origins })
const shop = async () => Response.json([...made])
const routes = { '/mint': codes, '/cookies': cookies, '/shop': shop }
const answer = (request) => routes[new URL(request.url).pathname](request)
`

const send = (url: string, body: object | string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SHOP, connection: 'close' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const tokenOf = async (): Promise<string> => {
  const url = await signLink({ url: SHOP, ref: 'amy', now: () => NOON }, [KEY])
  return new URL(url).searchParams.get('cc_token') ?? ''
}

const here = runtimes.filter(({ name }) => findRuntime(name))

describe.each(here)('discount-keeper/server in $name', (runtime) => {
  it('makes the code that every runtime makes, once, and refuses in the same words', async () => {
    const url = await serveIn(runtime, SERVER)
    const mint = `${url}/mint`
    const question = { checkout: 'checkout-0123456789', discount: 'FROM-AMY' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(mint, question)))
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(texts).size).toBe(1)
    const { code } = JSON.parse(texts[0] ?? '')
    expect(code).toBe('ZOE-MR8D378JGJR7')
    expect(await (await fetch(`${url}/shop`)).json()).toEqual([code])

    const refused = await send(mint, { ...question, discount: 'NOBODY' })
    expect([refused.status, await refused.text()]).toEqual([403, '{"error":"refused"}'])
    expect((await send(mint, 'x'.repeat(5000))).status).toBe(413)
  })

  it('verifies a signed link, sets two cookies, and limits what is made', async () => {
    const url = await serveIn(runtime, SERVER)
    const token = await tokenOf()
    const ask = (number: number) =>
      send(`${url}/mint`, { checkout: `checkout-${number + 1e10}`, token })
    const first = await ask(0)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(await first.json()).toMatchObject({ code: expect.stringMatching(/^ZOE-\w{12}$/) })
    const more = await Promise.all(Array.from({ length: 12 }, (_, number) => ask(number + 1)))
    expect(more.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1)

    const kept = await send(`${url}/cookies`, { record: 'SAVE10' })
    expect(kept.status).toBe(204)
    expect(kept.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-cc_discount_keeper=SAVE10;.*HttpOnly/),
      expect.stringMatching(/^cc_discount_code=SAVE10;/),
    ])
  })
})
