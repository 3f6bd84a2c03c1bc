import { afterEach } from 'vitest'
import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import { startShop, type Shop } from '../../examples/storefront/shop/start-shop.js'

/** What the tests read of a cart JSON. */
export interface CartAnswer {
  readonly token: string
  readonly note: string
  readonly attributes: Record<string, string>
  readonly item_count: number
  readonly total_price: number
  readonly total_discount: number
  readonly original_total_price: number
  readonly items_subtotal_price: number
  readonly items: Record<string, unknown>[]
  readonly cart_level_discount_applications: Record<string, unknown>[]
  readonly discount_codes?: { code: string; applicable: boolean }[]
  readonly sections?: Record<string, string | null>
}

/** Somebody with a cookie jar who follows no redirect by themselves. */
export interface Shopper {
  readonly jar: Map<string, string>
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  readonly get: (path: string) => Promise<Response>
  readonly json: (path: string, body: unknown) => Promise<Response>
  readonly form: (path: string, fields: Record<string, string>) => Promise<Response>
  readonly multipart: (path: string, fields: Record<string, string>) => Promise<Response>
  readonly cart: () => Promise<CartAnswer>
  /** `update.js` with this body, as the cart it answers. */
  readonly update: (body: Record<string, unknown>) => Promise<CartAnswer>
  readonly add: (id?: number, quantity?: number) => Promise<Response>
}

export const MUG = 40101
export const BLANKET = 40201
export const NOTEBOOK = 40301
export const SOLD_OUT = 40501

const open: Shop[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((shop) => shop.close()))
})

/** A shop for one test, closed after it; patient with tests that ask a lot. */
export const openShop = async (settings: Partial<ShopSettings> = {}): Promise<Shop> => {
  const limit = { requests: 1000, windowMs: 1000, coolDownMs: 1000 }
  const shop = await startShop({ settings: { limit, ...settings } })
  open.push(shop)
  return shop
}

const keep = (jar: Map<string, string>, response: Response): void => {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (/max-age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }
}

const network = globalThis.fetch

export const enter = (shop: Shop, jar: Map<string, string> = new Map()): Shopper => {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const url = new URL(path, shop.url)
    const response = await network(url, { redirect: 'manual', ...init, headers })
    keep(jar, response)
    return response
  }
  const json = (path: string, body: unknown): Promise<Response> =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
  const multipart = (path: string, fields: Record<string, string>): Promise<Response> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return send(path, { method: 'POST', body })
  }
  const update = async (body: Record<string, unknown>): Promise<CartAnswer> =>
    (await (await json('/cart/update.js', body)).json()) as CartAnswer
  return {
    jar,
    send,
    get: (path) => send(path),
    json,
    form: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    multipart,
    cart: async () => (await (await send('/cart.js')).json()) as CartAnswer,
    update,
    add: (id = MUG, quantity = 1) => json('/cart/add.js', { id, quantity }),
  }
}

/** A shopper with one mug in the cart. */
export const enterWithMug = async (shop: Shop): Promise<Shopper> => {
  const shopper = enter(shop)
  await shopper.add()
  return shopper
}

/** Where a redirect leads. */
export const leadsTo = (response: Response): string | null => response.headers.get('location')
