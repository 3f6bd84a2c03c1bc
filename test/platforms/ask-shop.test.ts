import { afterEach, describe, expect, it, vi } from 'vitest'

import { askShop } from '../../src/platforms/ask-shop.js'

afterEach(() => {
  vi.useRealTimers()
})

const SHOP = 'https://shop.example/'

const ask = (answer: (signal: AbortSignal) => Promise<Response>, own?: string[]) =>
  askShop((_, init) => answer(init?.signal as AbortSignal), SHOP, { own })

describe('askShop()', () => {
  it('answers what the shop said and how', async () => {
    expect(await ask(() => Promise.resolve(Response.json({ a: 1 }, { status: 422 })))).toEqual([
      { a: 1 },
      false,
      422,
    ])
  })

  it('takes a body that never ends for no answer', async () => {
    vi.useFakeTimers()
    const error = ask((signal) => {
      const body = new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      })
      return Promise.resolve(new Response(body))
    }).catch((cause: unknown) => cause)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await error).toMatchObject({ code: 'OFFLINE' })
  })

  it('takes a body that breaks off for no answer: the page may have been left meanwhile', async () => {
    const cut = (status: number) => {
      const body = new ReadableStream({
        start: (stream) => stream.enqueue(new TextEncoder().encode('{"a')),
        pull: (stream) => stream.error(new TypeError('network error')),
      })
      return ask(() => Promise.resolve(new Response(body, { status })))
    }
    await expect(cut(200)).rejects.toMatchObject({ code: 'OFFLINE' })
    // what that says, it says without a body
    await expect(cut(429)).rejects.toMatchObject({ code: 'COOL_DOWN' })
  })

  it('takes a body that is no JSON for a wish to be left alone', async () => {
    for (const text of ['', '<!doctype html>', '{"a'])
      await expect(ask(() => Promise.resolve(new Response(text)))).rejects.toMatchObject({
        code: 'COOL_DOWN',
      })
  })

  it('knows its request again, also where the shop answered that it was one too many', async () => {
    const own: string[] = []
    await ask(() => Promise.resolve(Response.json({})), own)
    await ask(() => Promise.resolve(Response.json({}, { status: 429 })), own).catch(() => undefined)
    expect(own).toEqual([SHOP, SHOP])
  })

  it('takes the next request to its address for the page’s where no answer came', async () => {
    const own: string[] = []
    await ask(() => Promise.reject(new TypeError('no')), own).catch(() => undefined)
    expect(own).toEqual([])
  })

  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    await ask(() => Promise.resolve(Response.json({})))
    await expect(ask(() => Promise.resolve(new Response('')))).rejects.toMatchObject({
      code: 'COOL_DOWN',
    })
    await expect(ask(() => Promise.reject(new TypeError('no')))).rejects.toMatchObject({
      code: 'OFFLINE',
    })
    expect(vi.getTimerCount()).toBe(0)
  })
})
