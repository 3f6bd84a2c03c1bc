import { readFile } from 'node:fs/promises'
import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import type { ShopCart } from '../../examples/storefront/shop/types.js'
import { LINKED, OWN } from '../../test/journey/steps.js'
import type { Shop } from '../fixtures.js'
import { HASTEN } from './hasten-page.js'

const API = /^\/(cart(\/\w+)?\.js|discount\/)/
const ALL = { order: true, product: true, shipping: true }

/** As little of a storefront as the script needs, so much ahead of the clock. */
const pageAt = (ahead: number): string =>
  `<!doctype html><html data-root="/" data-design-mode="false"><title>Shop</title>
<link rel="icon" href="data:,"><script>${HASTEN}
window.ahead = ${ahead}
Shopify = { routes: { root: '/' } }</script>
<script src="/apps/files/discount-keeper.js" defer></script></html>`

/** The built files as a content network serves them: a browser asks for each once. */
const serveFile = async (name: string): Promise<Response> =>
  new Response(await readFile(new URL(`../../dist/${name}`, import.meta.url)), {
    headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000, immutable' },
  })

/** What the shop's cookie names, without asking the browser: the last that the shop gave or took. */
const watchCart = ({ carts, requests }: Shop) => {
  let token = ''
  let read = 0
  return {
    lose: (): void => {
      read = requests.length
      token = ''
    },
    now: (): ShopCart | undefined => {
      for (const { setCookie } of requests.slice(read))
        for (const cookie of setCookie) {
          const [, value] = /^cart=([^;%?]*)/.exec(cookie) ?? []
          if (value !== undefined) token = value
        }
      read = requests.length
      return carts.get(token)
    },
  }
}

export interface LifeShopOptions {
  readonly shop: Shop
  readonly settings: Partial<ShopSettings>
  /** Milliseconds by which the pages' clock is ahead. */
  readonly ahead: () => number
  /** Whether scripts reach the shop; its pages always come. */
  readonly isOnline: () => boolean
}

/** Stocks a shop for one life, below `/apps`: its pages are little more than the script. */
export const stockLifeShop = ({ ahead, isOnline, settings, shop }: LifeShopOptions) => {
  const violations: string[] = []
  shop.reset()
  Object.assign(shop.settings, settings)
  shop.settings.limit.requests = 100_000
  shop.settings.cartTtlMs = Infinity
  for (const code of [...LINKED, ...OWN])
    shop.codes.set(code.toLowerCase(), {
      code,
      kind: 'percentage',
      value: 5,
      summary: '5% off',
      combinesWith: ALL,
      used: 0,
    })
  shop.settings.app = ({ url }) => {
    const [, file] = /\/files\/([\w.-]+)/.exec(url) ?? []
    const page = { headers: { 'content-type': 'text/html' } }
    return file ? serveFile(file) : Promise.resolve(new Response(pageAt(ahead()), page))
  }
  shop.settings.fault = ({ cartCookie, path }) => {
    if (path.endsWith('/update.js') && !cartCookie) violations.push('wrote without a cart')
    return !isOnline() && API.test(path) ? 'offline' : undefined
  }
  return { violations, cart: watchCart(shop) }
}

export type LifeShop = ReturnType<typeof stockLifeShop>
