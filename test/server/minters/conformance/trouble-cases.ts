import { describe, expect, it } from 'vitest'

import type { MinterOptions } from '../../../../src/server/minters/create-minter.js'
import { MintError } from '../../../../src/server/errors.js'
import type { Minter, MintOrder } from '../../../../src/server/types.js'
import type { ShopUnderTest } from './shop-under-test.js'

interface Open extends ShopUnderTest {
  readonly minter: Minter
  readonly order: (more?: Partial<MintOrder>) => MintOrder
}

type Fetch = typeof globalThis.fetch

const page = (status: number) => () =>
  Promise.resolve(
    new Response('<!doctype html><title>Just a moment</title>', {
      status,
      headers: { 'content-type': 'text/html' },
    }),
  )

const json = (status: number, body: unknown) => () =>
  Promise.resolve(Response.json(body, { status }))

/** What a broken shop, network or proxy may quote of a request. */
const quote: Fetch = async (input, init) => {
  const request = new Request(input, init)
  const text = `${request.url} ${JSON.stringify([...request.headers])}`
  return Promise.reject(new TypeError(text, { cause: new Error(text) }))
}

const echo =
  (status: number): Fetch =>
  async (input, init) => {
    const text = JSON.stringify([...new Request(input, init).headers])
    const error = { message: text, extensions: { code: text } }
    return Response.json({ message: text, code: text, errors: [error] }, { status })
  }

const UNAVAILABLE: readonly (readonly [string, Fetch])[] = [
  ['is down', () => Promise.reject(new TypeError('fetch failed'))],
  ['has too much to do', json(429, { errors: 'Slow down' })],
  ['answers 502 with a page', page(502)],
  ['answers 503 with JSON', json(503, { message: 'Later' })],
  ['answers 200 with a page', page(200)],
  ['answers 200 with half a JSON', () => Promise.resolve(new Response('{"data":'))],
]

const MISCONFIGURED: readonly (readonly [string, Fetch])[] = [
  ['does not know the access', json(401, { errors: 'Invalid API key' })],
  ['denies it', json(403, { message: 'Forbidden' })],
  ['is somewhere else', () => Promise.resolve(new Response(null, { status: 308 }))],
  ['answers a shape of its own', json(200, 'hello')],
  ['knows no such address', json(404, { message: 'Not found' })],
]

const secretsIn = (error: unknown, secrets: readonly string[]): readonly string[] => {
  const told: unknown[] = []
  for (let one = error; one instanceof Error; one = one.cause)
    told.push(one.message, one.stack, JSON.stringify(one))
  return secrets.filter((secret) => told.join().includes(secret))
}

/** What is true of every minter when something is wrong. */
export const troubleCases = (
  name: string,
  open: (options?: MinterOptions) => Promise<Open>,
): void => {
  describe(`${name}, a minter in trouble`, () => {
    it.each(UNAVAILABLE)('a shop that %s is unavailable', async (_, fetch) => {
      const { minter, order } = await open({ fetch })
      const error: unknown = await minter.mint(order()).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(MintError)
      expect(error).toMatchObject({ code: 'UNAVAILABLE' })
    })

    it.each(MISCONFIGURED)('a shop that %s is misconfigured', async (_, fetch) => {
      const { minter, order } = await open({ fetch })
      const error: unknown = await minter.mint(order()).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(MintError)
      expect(error).toMatchObject({ code: 'MISCONFIGURED' })
    })

    it('a shop that never answers is given up, every request with it', async () => {
      const signals: AbortSignal[] = []
      const fetch: Fetch = (_, init) => {
        if (init?.signal) signals.push(init.signal)
        return new Promise(() => {})
      }
      const { minter, order } = await open({ fetch, patience: 30 })
      await expect(minter.mint(order())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      // the one that waited left nothing behind that the next would wait for
      await expect(minter.mint(order())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      expect(signals.length).toBeGreaterThan(1)
      expect(signals.map(({ aborted }) => aborted)).not.toContain(false)
    })

    it('a shop that answers but never ends its answer is given up', async () => {
      const fetch: Fetch = () => Promise.resolve(new Response(new ReadableStream()))
      const { minter, order } = await open({ fetch, patience: 30 })
      await expect(minter.mint(order())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    })

    it('does again what it could not do before', async () => {
      let isDown = true
      const { fetch: reach = globalThis.fetch, openMinter, order } = await open()
      const fetch: Fetch = (input, init) =>
        isDown ? Promise.reject(new TypeError('fetch failed')) : reach(input, init)
      const minter = openMinter({ fetch })
      const one = order()
      await expect(minter.mint(one)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      isDown = false
      expect(await minter.mint(one)).toBe('minted')
    })

    it('never sends its access to where a shop would send it on', async () => {
      const asked: (RequestRedirect | undefined)[] = []
      const fetch: Fetch = (_, init) => {
        asked.push(init?.redirect)
        return Promise.resolve(new Response(null, { status: 302 }))
      }
      const { minter, order } = await open({ fetch })
      await expect(minter.mint(order())).rejects.toMatchObject({ code: 'MISCONFIGURED' })
      expect(asked).toEqual(['manual'])
    })

    it('asks for no code that the shop could not keep', async () => {
      let asked = 0
      const fetch: Fetch = () => {
        asked += 1
        return Promise.reject(new TypeError('fetch failed'))
      }
      const { minter, order } = await open({ fetch })
      for (const code of ['', 'A'.repeat(minter.longest + 1)])
        await expect(minter.mint(order({ code }))).rejects.toMatchObject({ code: 'MISCONFIGURED' })
      expect(asked).toBe(0)
    })

    it.each([
      ['a network error that quotes the request', quote],
      ['a refusal that quotes the request', echo(400)],
      ['an error that quotes the request', echo(200)],
      ['a denial that quotes the request', echo(401)],
      ['a breakdown that quotes the request', echo(500)],
    ])('tells no secret of %s', async (_, fetch) => {
      const { minter, order, secrets } = await open({ fetch })
      const error: unknown = await minter.mint(order()).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(MintError)
      expect(secrets.length).toBeGreaterThan(0)
      expect(secretsIn(error, secrets)).toEqual([])
    })
  })
}
