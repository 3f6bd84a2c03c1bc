import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Handler } from '../../src/server/index.js'
import { createMintHandler, createRefresher, withAppProxy } from '../../src/server/index.js'
import { openHandler, post, QUESTION, SHOP } from './open-handler.js'

/** What the module of a Worker, Deno's `serve` and Bun's `serve` have in common. */
interface FetchModule {
  readonly fetch: (request: Request, env: unknown, context: unknown) => Response | Promise<Response>
}

const refuser = createMintHandler({
  keys: ['x'.repeat(32)],
  origins: [SHOP],
  findOffers: () => undefined,
  grant: () => undefined,
})
const proxied = withAppProxy(refuser, { secret: 'hush', shops: ['a.myshopify.com'] })
const refresher = createRefresher({ origins: [SHOP] })

describe.each<[string, Handler, number]>([
  ['the mint handler', refuser, 403],
  ['the app proxy', proxied, 403],
  ['the refresher', refresher, 400],
])('%s', (_, handler, status) => {
  it('is what a Worker exports', async () => {
    const worker = { fetch: handler } satisfies FetchModule
    expect((await worker.fetch(post(QUESTION))).status).toBe(status)
  })

  it('is mounted in hono', async () => {
    const app = new Hono().mount('/mint', handler)
    expect((await app.fetch(post(QUESTION))).status).toBe(status)
  })

  it('is a route of hono', async () => {
    const app = new Hono().post('/mint', ({ req }) => handler(req.raw))
    expect((await app.fetch(post(QUESTION))).status).toBe(status)
  })
})

const withServer = async (
  handler: Handler,
  use: (url: string) => Promise<unknown>,
): Promise<void> => {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: handler, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started),
    )
  })
  const { port } = server.address() as AddressInfo
  try {
    await use(`http://127.0.0.1:${port}/mint`)
  } finally {
    server.close()
  }
}

/** A whole browser request over the wire, which may set the header `Origin` here. */
const send = (url: string, body: BodyInit = JSON.stringify(QUESTION)): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SHOP, connection: 'close' },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })

describe('Node’s own server', () => {
  it('serves the mint handler', async () => {
    await withServer(openHandler().handler, async (url) => {
      const answer = await send(url)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^AMY20OFF-/) })
      expect((await send(url, 'x'.repeat(5000))).status).toBe(413)
    })
  })

  it('stops reading a body without a length where it is too long, and lives on', async () => {
    const { handler, reports } = openHandler()
    await withServer(handler, async (url) => {
      const endless = new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(1024))),
      })
      // the server may hang up as soon as it has answered
      await send(url, endless).catch(() => undefined)
      const reason = 'Its body had more than 4096 bytes.'
      expect(reports.at(-1)).toEqual({ outcome: 'invalid', reason })
      expect((await send(url)).status).toBe(200)
    })
  })

  it('serves the app proxy, which passes the body on', async () => {
    const seen: string[] = []
    const echo: Handler = async (request) => {
      seen.push(`${request.headers.get('origin')} ${await request.text()}`)
      return new Response()
    }
    const handler = withAppProxy(echo, {
      secret: 'hush',
      shops: ['shop-name.myshopify.com'],
      now: () => 1_317_327_555_000,
    })
    await withServer(handler, async (url) => {
      const query =
        'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&timestamp=1317327555' +
        '&path_prefix=%2Fapps%2Fawesome_reviews' +
        '&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'
      await fetch(`${url}?${query}`, { method: 'POST', body: 'a body' })
    })
    expect(seen).toEqual(['https://shop-name.myshopify.com a body'])
  })
})
