// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'

import { DiscountKeeperError } from '../../src/errors.js'
import { ajaxCart } from '../../src/platforms/shopify-theme/ajax-cart.js'
import { rawCart, html, json, openTheme } from '../support/theme-view.js'

const open = (answer: () => Promise<Response>) => {
  const { fetch, view } = openTheme()
  fetch.mockImplementation(answer)
  return { fetch, shop: ajaxCart(() => view) }
}
/** The error of one write. */
const failure = async (answer: () => Promise<Response>): Promise<unknown> => {
  const error: unknown = await open(answer)
    .shop.write?.({ codes: ['SAVE10'] })
    .catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(DiscountKeeperError)
  return error
}

afterEach(() => {
  vi.useRealTimers()
})

describe('ajaxCart() leaves the shop alone (COOL_DOWN) after', () => {
  it.each([
    ['429 with a challenge page', () => html(429)],
    ['429 with JSON', () => json({ status: 429 }, 429)],
    ['429 with a cart', () => json(rawCart(), 429)],
    ['200 with a page', () => html(200)],
    ['403 with a page', () => html(403)],
    ['503 with a page', () => html(503)],
    ['200 with nothing', () => new Response('')],
    ['200 with half a cart', () => new Response('{"item_count":1,')],
  ])('%s', async (_, answer) => {
    expect(await failure(() => Promise.resolve(answer()))).toMatchObject({ code: 'COOL_DOWN' })
  })
})

describe('ajaxCart() takes for refused (REFUSED)', () => {
  it.each([
    ['422', { status: 422, message: 'Cart Error', description: 'sold out' }, 422],
    ['404', { status: 404, message: 'Cart Error' }, 404],
    ['400', { status: 'bad_request', message: 'bad' }, 400],
    ['500', { errors: 'oops' }, 500],
    ['an error status with a cart', rawCart(), 500],
    ['200 that is no cart', { errors: 'oops' }, 200],
    ['200 with a list', [rawCart()], 200],
    ['200 with a text', 'ok', 200],
  ])('%s', async (_, body, status) => {
    const error = await failure(() => Promise.resolve(json(body, status)))
    expect(error).toMatchObject({ code: 'REFUSED', message: `The shop answered ${status}` })
  })
})

describe('ajaxCart() takes for no answer (OFFLINE)', () => {
  it('a network error, with its cause', async () => {
    const cause = new TypeError('Failed to fetch')
    expect(await failure(() => Promise.reject(cause))).toMatchObject({ code: 'OFFLINE', cause })
  })

  it('a fetch of another script that throws at once, or answers nothing', async () => {
    const broken = () => {
      throw new TypeError('patched')
    }
    expect(await failure(broken)).toMatchObject({ code: 'OFFLINE' })
    const nothing = () => undefined as unknown as Promise<Response>
    expect(await failure(nothing)).toMatchObject({ code: 'OFFLINE' })
  })

  it('ten seconds of silence, and gives the request up', async () => {
    vi.useFakeTimers()
    const { fetch, shop } = open(() => new Promise(() => undefined))
    fetch.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    const settled = vi.fn()
    const request = shop.read?.().catch(settled)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await request
    expect(settled.mock.calls[0]?.[0]).toMatchObject({ code: 'OFFLINE' })
  })
})

describe('ajaxCart() after an answer', () => {
  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    await open(() => Promise.resolve(json(rawCart()))).shop.read?.()
    await failure(() => Promise.resolve(html(429)))
    await failure(() => Promise.reject(new TypeError('offline')))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('names no code in its errors', async () => {
    for (const answer of [html(429), json({ SAVE10: 'SAVE10' }, 422)])
      expect(await failure(() => Promise.resolve(answer))).toHaveProperty(
        'message',
        expect.not.stringContaining('SAVE10'),
      )
  })
})
