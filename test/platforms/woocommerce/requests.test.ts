// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { API, openWooTest } from '../../support/woo-shop/open-woo-page.js'

const seen = (shop: { readonly requests: readonly object[] }) => shop.requests.at(-1)

describe('woocommerce() on a page of the shop', () => {
  it('proves itself by the nonce of the newest answer', async () => {
    const { addItem, read, shop, write } = await openWooTest()
    await addItem()
    await read()
    await write({ codes: ['CREATOR20'] })
    expect(seen(shop)).toMatchObject({ nonce: shop.nonce, token: undefined })
  })

  it('takes a new nonce from the answer that refuses the old one, and asks once more', async () => {
    const { addItem, asked, codes, read, shop, write } = await openWooTest()
    await addItem()
    await read()
    shop.renewNonce()
    asked()
    await write({ codes: ['CREATOR20'] })
    expect(codes()).toEqual(['creator20'])
    expect(asked()).toEqual([
      'POST /cart/apply-coupon CREATOR20',
      'POST /cart/apply-coupon CREATOR20',
    ])
  })

  it('goes by the nonce of the page where answers bring none, and gives up when it is refused', async () => {
    const { addItem, asked, codes, openPage, shop, view } = await openWooTest()
    await addItem()
    const bare = async (url: string, init: RequestInit) => {
      const { body, status } = await view.fetch(url, init)
      return new Response(body, { status })
    }
    const open = (storeApiNonce: string) =>
      openPage({ fetch: bare, wcBlocksMiddlewareConfig: { storeApiNonce } })
    await (await open(shop.nonce)).write?.({ codes: ['CREATOR20'] })
    expect(codes()).toEqual(['creator20'])
    asked()
    const stale = (await open('stale')).write?.({ codes: ['CREATOR20', 'EXTRA10'] })
    await expect(stale).rejects.toMatchObject({ code: 'REFUSED' })
    expect(asked()).toHaveLength(3)
  })

  it('reads past every cache, with the cookies of its own origin', async () => {
    const { openPage, view } = await openWooTest()
    const fetch = vi.fn(view.fetch)
    await (await openPage({ fetch })).read?.()
    expect(fetch.mock.lastCall?.[1]).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      credentials: 'same-origin',
    })
  })

  it.each([
    [undefined, '/wp-json/wc/store/v1/cart'],
    ['https://shop.example/blog/wp-json/', '/blog/wp-json/wc/store/v1/cart'],
    ['https://shop.example/?rest_route=/', '/?rest_route=/wc/store/v1/cart'],
  ])('finds the shop by the link %s', async (href, expected) => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json({})))
    const document = { cookie: '', querySelector: () => (href ? { href } : undefined) }
    const location = { origin: 'https://shop.example' }
    const { openPage } = await openWooTest({ endpoint: undefined })
    const { read } = await openPage({ document, fetch, location })
    await expect(read?.()).rejects.toMatchObject({ code: 'REFUSED' })
    expect(fetch.mock.lastCall?.[0]).toBe('https://shop.example' + expected)
  })

  it('sends with the fetch it is given', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new TypeError('no')))
    const { read } = await openWooTest({ fetch })
    await expect(read()).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('names no code in its errors', async () => {
    const answer = Response.json({ code: 'other', message: 'CREATOR20' }, { status: 500 })
    const { addItem, openPage, view } = await openWooTest()
    await addItem()
    const { read, write } = await openPage({
      fetch: (url: string, init: RequestInit) =>
        init.method === 'POST' ? Promise.resolve(answer) : view.fetch(url, init),
    })
    await read?.()
    await expect(write?.({ codes: ['CREATOR20'] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The shop answered 500',
    })
  })
})

describe('woocommerce() takes the answer', () => {
  const cart = { items_count: 1, coupons: [] }

  it.each([
    ['429 with JSON', 'COOL_DOWN', Response.json(cart, { status: 429 })],
    ['403 with a challenge', 'COOL_DOWN', new Response('<!doctype html>', { status: 403 })],
    ['200 with nothing', 'COOL_DOWN', new Response('')],
    ['404 with JSON', 'REFUSED', Response.json({ code: 'rest_no_route' }, { status: 404 })],
    ['500 with a cart', 'REFUSED', Response.json(cart, { status: 500 })],
    ['200 with no cart', 'REFUSED', Response.json({ coupons: [] })],
    ['200 with no coupons', 'REFUSED', Response.json({ items_count: 1, coupons: {} })],
    ['200 with a text', 'REFUSED', Response.json('ok')],
  ])('%s for %s', async (_, code, answer) => {
    const { read } = await openWooTest({ fetch: () => Promise.resolve(answer) })
    await expect(read()).rejects.toMatchObject({ code })
  })

  it('of a shop that hangs for none after ten seconds', async () => {
    vi.useFakeTimers()
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    const { woocommerce } = await import('../../../src/platforms/woocommerce.js')
    const { read } = await woocommerce({ endpoint: 'https://shop.example', fetch }).load()
    const settled = vi.fn()
    const asked = read?.().catch(settled)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await asked
    expect(settled.mock.lastCall?.[0]).toMatchObject({ code: 'OFFLINE' })
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})

describe('woocommerce() on a page of another origin', () => {
  it('proves itself by the token of the app, without cookies and nonce', async () => {
    const { addItem, openPage, shop, view } = await openWooTest({ isHeadless: true })
    await addItem()
    const fetch = vi.fn(view.fetch)
    const { write } = await openPage({ fetch })
    await write?.({ codes: ['CREATOR20'] })
    expect(seen(shop)).toMatchObject({ nonce: undefined, token: expect.stringContaining('.') })
    expect(fetch.mock.lastCall?.[1]).toMatchObject({ credentials: 'omit' })
  })

  it('has no cart while the app has no token, and none that a dead token could name', async () => {
    const { addItem, cartId, read, setToken, shop } = await openWooTest({ isHeadless: true })
    expect(cartId()).toBe('')
    await addItem()
    expect(cartId()).toMatch(/^t_[\da-f]{32}$/)
    expect((await read()).id).toBe(cartId())
    const [session = ''] = shop.sessions.keys()
    const claims = Buffer.from(JSON.stringify({ user_id: session, exp: 1 })).toString('base64url')
    setToken(`e30.${claims}.forged`)
    expect(await read()).toMatchObject({ id: '', itemCount: 0, codes: [] })
  })

  it('does not send a refused write again', async () => {
    const { addItem, asked, read, setToken, write } = await openWooTest({ isHeadless: true })
    await addItem()
    await read()
    setToken('no token')
    asked()
    await expect(write({ codes: ['CREATOR20'] })).rejects.toMatchObject({ code: 'REFUSED' })
    expect(asked()).toHaveLength(1)
  })

  it('hands its cart over to the shop’s own checkout with the coupons on it', async () => {
    const { addItem, cookies, request, shop, write } = await openWooTest({ isHeadless: true })
    await addItem()
    await write({ codes: ['CREATOR20'] })
    const { token = '' } = seen(shop) as { readonly token?: string }
    await request(`/checkout/?session=${token}`)
    expect([...cookies.keys()]).toContain('wp_woocommerce_session_c0ffee')
    const cart = await request(API + '/cart')
    expect(await cart.json()).toMatchObject({ coupons: [{ code: 'creator20' }] })
  })
})
