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
