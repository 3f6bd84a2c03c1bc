import { describe, expect, it } from 'vitest'
import type { Fault } from '../../examples/storefront/shop/settings.js'
import { enter, enterWithMug, openShop } from './shopper.js'

const brief = { requests: 6, windowMs: 1000, coolDownMs: 600_000 }

describe('asking the cart too often', () => {
  it('ends in a challenge page, for every cart request, until the cool-down is over', async () => {
    let now = 0
    const shop = await openShop({ limit: brief, now: () => now })
    const shopper = enter(shop)
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) statuses.push((await shopper.get('/cart.js')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])

    now += brief.coolDownMs - 1
    const refused = await shopper.add()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('cf-mitigated')).toBe('challenge')
    expect(refused.headers.get('content-type')).toContain('text/html')
    expect(shop.carts.size).toBe(0)

    now += 1
    expect((await shopper.add()).status).toBe(200)
  })

  it('does not count pages, nor requests that are far apart', async () => {
    let now = 0
    const shopper = enter(await openShop({ limit: brief, now: () => now }))
    for (let count = 0; count < 12; count += 1) {
      expect((await shopper.get('/cart')).status).toBe(200)
      expect((await shopper.get('/cart.js')).status).toBe(200)
      now += 200
    }
  })
})

describe('faults', () => {
  const only = (path: string, fault: Fault) => (request: { path: string }) =>
    request.path === path ? fault : undefined

  it('offline: the connection ends and nothing was done', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    shop.settings.fault = only('/cart/update.js', 'offline')
    await expect(shopper.update({ discount: 'SAVE10' })).rejects.toThrow('fetch failed')
    expect((await shopper.cart()).total_discount).toBe(0)
  })

  it('hang: no answer until the shopper gives up', async () => {
    const shop = await openShop({ fault: only('/cart.js', 'hang') })
    const control = new AbortController()
    const answer = fetch(`${shop.url}/cart.js`, { signal: control.signal })
    await expect.poll(() => shop.requests.length).toBe(1)
    expect(shop.requests[0]?.status).toBeUndefined()
    control.abort()
    await expect(answer).rejects.toThrow('aborted')
  })

  it.each([
    ['429', 429],
    ['html', 200],
    ['500', 500],
  ] as const)('%s: a page in place of the work', async (fault, status) => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    shop.settings.fault = only('/cart/update.js', fault)
    const response = await shopper.json('/cart/update.js', { discount: 'SAVE10' })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect((await shopper.cart()).total_discount).toBe(0)
  })

  it('400-after-success: the work is done all the same', async () => {
    const shop = await openShop({ fault: only('/cart/add.js', '400-after-success') })
    const shopper = enter(shop)
    expect((await shopper.add()).status).toBe(400)
    expect((await shopper.cart()).item_count).toBe(1)
  })

  it('half: the work is done, and the answer breaks off', async () => {
    const shop = await openShop({ fault: only('/cart/add.js', 'half') })
    const response = await enter(shop).add()
    expect(response.status).toBe(200)
    await expect(response.json()).rejects.toThrow('terminated')
    expect([...shop.carts.values()].map(({ lines }) => lines.length)).toEqual([1])
  })
})

describe('latency', () => {
  it('lets answers arrive in another order than they were asked for', async () => {
    const shop = await openShop()
    const shopper = await enterWithMug(shop)
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    shop.settings.latency = (request) => (request.path === '/cart/update.js' ? held : undefined)
    const order: string[] = []
    const slow = shopper.update({ discount: 'SAVE10' }).then(() => order.push('update'))
    await expect.poll(() => shop.requests.at(-1)?.status).toBe(200)
    expect((await shopper.cart()).total_discount).toBe(240)
    order.push('read')
    release()
    await slow
    expect(order).toEqual(['read', 'update'])
  })
})

describe('the record', () => {
  it('has every request but assets, with body, cart, session, status and cookies', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    await shopper.get('/assets/shop.css')
    await shopper.get('/?ref=amy')
    await shopper.add()
    await shopper.form('/cart', { 'updates[]': '2', checkout: '' })
    const [home, add, submit] = shop.requests
    expect(shop.requests).toHaveLength(3)
    expect(home).toMatchObject({ method: 'GET', path: '/', query: { ref: 'amy' }, status: 200 })
    expect(add).toMatchObject({ method: 'POST', body: { quantity: 1 }, cartCookie: undefined })
    expect(add?.setCookie).toEqual([expect.stringMatching(/^cart=/)])
    expect(submit).toMatchObject({ body: { 'updates[]': '2', checkout: '' }, status: 302 })
    expect(submit?.cartCookie).toMatch(/^[0-9a-f]+\?key=[0-9a-f]+$/)
    expect(submit?.session).toBe(shopper.jar.get('shop_session'))
  })

  it('is forgotten by reset, with carts, orders, codes and settings', async () => {
    const shop = await openShop({ theme: 'dawn' })
    await enterWithMug(shop)
    shop.codes.clear()
    shop.settings.theme = 'plain'
    shop.settings.limit.requests = 1
    shop.reset()
    expect([shop.requests.length, shop.carts.size, shop.orders.length]).toEqual([0, 0, 0])
    expect(shop.codes.has('save10')).toBe(true)
    expect(shop.settings.theme).toBe('dawn')
    expect(shop.settings.limit.requests).toBe(1000)
  })
})
