import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { bundleOne } from './bundle-one.js'

/** All that a runtime of the Web's own kind has besides the language, and what `discount-keeper/server` may use. */
const WEB = {
  AbortController,
  CryptoKey,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearTimeout,
  crypto,
  setTimeout,
  structuredClone,
}

const USE = `
const post = (body) => new Request('https://shop.example/mint', {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
  body: JSON.stringify(body),
})
const run = async () => {
  const keys = ['x'.repeat(32)]
  const origins = ['https://shop.example']
  const url = await server.signLink({ url: 'https://shop.example/', ref: 'amy' }, keys)
  const token = new URL(url).searchParams.get('cc_token')
  const handler = server.createMintHandler({
    keys,
    origins,
    findOffers: ({ link }) => ({ id: link.ref, base: 'BASE', firstName: 'Zoë' }),
    minter: { name: 'memory', longest: 64, mint: async () => 'minted' },
    limits: { offer: { points: 1, seconds: 60 } },
  })
  const ask = () => handler(post({ checkout: 'x'.repeat(16), token }))
  const first = await ask()
  const cookies = await server.createRefresher({ origins })(post({ record: 'SAVE10' }))
  const proxied = await server.withAppProxy(handler, { secret: 'hush', shops: ['a.myshopify.com'] })(post({}))
  return JSON.stringify([await first.json(), (await ask()).status, cookies.status, proxied.status])
}
run()`

describe('discount-keeper/server', () => {
  it('runs on what the Web has, with all that it brings and nothing of Node', async () => {
    const { code, ids } = await bundleOne(`export * from 'discount-keeper/server'`, 'iife')
    expect(ids.some((id) => id.includes('rate-limiter-flexible'))).toBe(true)
    expect(ids.some((id) => id.includes('jose'))).toBe(true)
    expect(ids.filter((id) => /external|^node:|RateLimiterCluster/.test(id))).toEqual([])
    expect(code).not.toMatch(/["'`]node:|\bBuffer\b|\bprocess\./)

    const answer: unknown = await runInContext(`${code}\n${USE}`, createContext({ ...WEB }))
    expect(JSON.parse(String(answer))).toEqual([
      { code: expect.stringMatching(/^ZOE-\w{12}$/), endsAt: expect.any(Number) },
      429,
      204,
      403,
    ])
  })
})
