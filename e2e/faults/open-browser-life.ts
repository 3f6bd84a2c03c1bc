import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { MUG } from '../fixtures.js'
import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import type { ShopCart } from '../../examples/storefront/shop/types.js'
import type { Life, LifeTheme } from '../../test/journey/life.js'
import { createShopperModel } from '../../test/journey/shopper-model.js'
import { LINKED, OWN } from '../../test/journey/steps.js'
import { readCheckout } from './read-checkout.js'

const API = /^\/(cart(\/\w+)?\.js|discount\/)/
const ALL = { order: true, product: true, shipping: true }

/** As little of a storefront as the script needs, so much ahead of the clock. */
const pageAt = (ahead: number): string =>
  `<!doctype html><html data-root="/" data-design-mode="false"><title>Shop</title>
<link rel="icon" href="data:,"><script>window.ahead = ${ahead}
Shopify = { routes: { root: '/' } }</script>
<script src="/apps/files/discount-keeper.js" defer></script></html>`

/** The built files as a content network serves them: a browser asks for each once. */
const serveFile = async (name: string): Promise<Response> =>
  new Response(await readFile(new URL(`../../dist/${name}`, import.meta.url)), {
    headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000, immutable' },
  })

const stockShop = (shop: Shop, settings: Partial<ShopSettings>): void => {
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
}

/** What the shop's cookie names, without asking the browser: the last that the shop gave or took. */
const watchCart = (shop: Shop) => {
  let token = ''
  let read = 0
  return {
    lose: () => {
      read = shop.requests.length
      token = ''
    },
    now: (): ShopCart | undefined => {
      for (const { setCookie } of shop.requests.slice(read))
        for (const cookie of setCookie) {
          const [, value] = /^cart=([^;%?]*)/.exec(cookie) ?? []
          if (value !== undefined) token = value
        }
      read = shop.requests.length
      return shop.carts.get(token)
    },
  }
}

export interface BrowserLifeOptions {
  readonly page: Page
  readonly context: BrowserContext
  readonly shop: Shop
  readonly settings: Partial<ShopSettings>
}

/** A browser with tabs, and the demo shop; a page of it is little more than the script. */
export const openBrowserLife = async (options: BrowserLifeOptions): Promise<Life> => {
  const { context, page, settings, shop } = options
  stockShop(shop, settings)
  await page.goto(`${shop.url}/assets/mark.svg`)
  await page.evaluate(() => localStorage.clear())
  await context.clearCookies()

  const cart = watchCart(shop)
  const violations: string[] = []
  const state = { isUnread: false, orders: 0 }
  let isOnline = true
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const model = createShopperModel(now)
  shop.settings.app = ({ url }) => {
    const [, file] = /\/files\/([\w.-]+)/.exec(url) ?? []
    return file
      ? serveFile(file)
      : Promise.resolve(new Response(pageAt(ahead), { headers: { 'content-type': 'text/html' } }))
  }
  shop.settings.fault = ({ cartCookie, path }) => {
    if (/update\.js$/.test(path) && !cartCookie) violations.push('wrote without a cart')
    return !isOnline && API.test(path) ? 'offline' : undefined
  }

  // the tab that all lives share is never closed
  const tabs: Page[] = [page]
  const current = (): Page => tabs[0] ?? page
  const load = async (url: string): Promise<void> => {
    await current().goto(`${shop.url}/apps${url}`)
    model.view()
  }
  const look = async (): Promise<void> => {
    await current().evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }
  const send = async (path: string, body: object): Promise<void> => {
    await current().evaluate(([to, what]) => window.send(to, what), [path, body] as const)
  }
  const setCodes = (codes: readonly string[]) => send('/cart/update.js', { discount: codes.join() })
  const items = (): number =>
    cart.now()?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  /** Carts that were looked at since something came into them. */
  const met = new Set<string>()
  const add = async (quantity: number): Promise<void> => {
    if (!items()) met.delete(cart.now()?.token ?? '')
    await send('/cart/add.js', { id: MUG, quantity })
  }
  const rest = async (): Promise<void> => {
    // what one tab writes another hears of
    for (let round = 0; round < (tabs.length > 1 ? 2 : 1); round++)
      await Promise.all(tabs.map((tab) => tab.evaluate(() => window.atRest())))
    if (isOnline) met.add(cart.now()?.token ?? '')
  }
  /** No write is under way to a cart that nobody takes off the keeper's hands in mid-request. */
  const loseCart = async (): Promise<void> => {
    await rest()
    cart.lose()
    await context.clearCookies({ name: 'cart' })
  }
  const theme: LifeTheme = {
    addItem: () => add(1),
    removeItem: () => send('/cart/change.js', { line: 1, quantity: items() - 1 }),
    setCodes,
    typeCode: (code) => setCodes([...(cart.now()?.codes ?? []), code]),
    takeOff: (code) =>
      setCodes(
        (cart.now()?.codes ?? []).filter((held) => held.toLowerCase() !== code.toLowerCase()),
      ),
    replaceCart: async () => {
      const quantity = items()
      await loseCart()
      await add(quantity)
    },
  }
  await load('/')
  return {
    model,
    state,
    theme,
    violations,
    // the page's clock and the model's are read one after the other
    slack: 10_000,
    hasMet: () => met.has(cart.now()?.token ?? ''),
    isOnline: () => isOnline,
    tabs: () => tabs.length,
    cart: () => {
      const held = cart.now()
      return (
        held && {
          items: items(),
          codes: held.codes,
          attributes: Object.fromEntries([...held.attributes].filter(([, value]) => value)),
        }
      )
    },
    go: load,
    openTab: async () => {
      tabs.unshift(await context.newPage())
      await load('/')
    },
    closeTab: async () => {
      const at = tabs.findIndex((tab) => tab !== page)
      const [closed] = tabs.splice(at, 1)
      await closed?.close()
      await look()
    },
    nextTab: async () => {
      tabs.push(...tabs.splice(0, 1))
      await look()
    },
    goOnline: async (online) => {
      isOnline = online
      if (online)
        for (const tab of tabs) await tab.evaluate(() => dispatchEvent(new Event('online')))
    },
    clear: (layer) =>
      layer === 'storage'
        ? current().evaluate(() => localStorage.clear())
        : context.clearCookies({ name: /^cc_/ }),
    clearAttributes: () => cart.now()?.attributes.clear(),
    expireCart: async () => {
      shop.carts.delete(cart.now()?.token ?? '')
      await loseCart()
    },
    pass: async (time) => {
      ahead += time
      for (const tab of tabs)
        await tab.evaluate((now_) => {
          window.ahead = now_
          document.dispatchEvent(new Event('visibilitychange'))
        }, ahead)
    },
    checkout: async () => (await readCheckout(current())).codes,
    comeBack: async () => {
      await current().evaluate(() =>
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      )
    },
    order: async () => {
      const { path } = await readCheckout(current())
      await current().evaluate(async (to) => {
        await fetch(to, { method: 'POST' })
      }, path)
      // what a visit remembers ends with its order
      await context.clearCookies({ name: 'discount_code' })
    },
    consume: async (used) => {
      await current().evaluate((order) => window.DiscountKeeper.consume(order), used)
    },
    told: () =>
      current().evaluate(() => {
        const { grants, ref } = window.DiscountKeeper
        return {
          grants: grants.map(({ code, expiresAt, status }) => ({ code, expiresAt, status })),
          ref,
        }
      }),
    rest: async (hurry = false) => {
      if (hurry) return current().evaluate(() => window.hasBegun())
      await rest()
      if (isOnline) state.isUnread = false
    },
    close: async () => {
      await Promise.all(tabs.splice(0).map((tab) => tab !== page && tab.close()))
    },
  }
}
