import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import type { Life } from '../../test/journey/life.js'
import { createShopperModel } from '../../test/journey/shopper-model.js'
import type { Shop } from '../fixtures.js'
import { createBrowserTheme } from './browser-theme.js'
import { forgetCookies } from './forget-cookies.js'
import type { Tab } from '../support/devtools/open-tab.js'
import { openTab } from '../support/devtools/open-tab.js'
import { readCheckout } from './read-checkout.js'
import type { Chromium } from '../support/devtools/start-chromium.js'
import { stockLifeShop } from './stock-life-shop.js'

/** Where links are followed from. */
const ELSEWHERE = 'http://creator.example/'

export interface BrowserLifeOptions {
  readonly chromium: Chromium
  /** The tab that all lives share: with nobody else's page, and never closed. */
  readonly tab: Tab
  readonly shop: Shop
  readonly settings: Partial<ShopSettings>
}

/** A browser with tabs, and the demo shop. */
export const openBrowserLife = async (options: BrowserLifeOptions): Promise<Life> => {
  const { chromium, settings, shop, tab: shared } = options
  await shared.go(`${shop.url}/assets/mark.svg`)
  await shared.run(() => localStorage.clear())
  await chromium.send('Storage.clearCookies')

  const state = { isUnread: false, orders: 0 }
  let isOnline = true
  let ahead = 0
  const model = createShopperModel(() => Date.now() + ahead)
  const { cart, violations } = stockLifeShop({
    shop,
    settings,
    ahead: () => ahead,
    isOnline: () => isOnline,
  })

  const tabs: Tab[] = [shared]
  const current = (): Tab => tabs[0] ?? shared
  const load = async (url: string): Promise<void> => {
    const from = url.includes('?') ? ELSEWHERE : undefined
    await current().go(`${shop.url}/apps${url}`, from)
    model.view()
  }
  const look = (): Promise<unknown> =>
    current().run(() => void document.dispatchEvent(new Event('visibilitychange')))
  const rest = async (): Promise<void> => {
    const isBusy = await Promise.all(tabs.map((tab) => tab.run(() => window.atRest())))
    // what one tab writes another hears of
    if (tabs.length > 1 && isBusy.some(Boolean)) return rest()
    if (isOnline) meet()
  }
  const loseCart = async (): Promise<void> => {
    // no write is under way to a cart that nobody takes off the keeper's hands in mid-request
    await rest()
    cart.lose()
    await forgetCookies(current(), '^cart$')
  }
  const { hasMet, items, meet, theme } = createBrowserTheme({ cart, current, loseCart })
  await load('/')
  return {
    model,
    state,
    theme,
    violations,
    // the page's clock and the model's are read one after the other
    slack: 10_000,
    hasMet,
    isOnline: () => isOnline,
    tabs: () => tabs.length,
    cart: () => {
      const { attributes, codes } = cart.now() ?? {}
      if (!attributes || !codes) return undefined
      const written = [...attributes].filter(([, value]) => value)
      return { items: items(), codes, attributes: Object.fromEntries(written) }
    },
    go: load,
    openTab: async () => {
      tabs.unshift(await openTab(chromium))
      await load('/')
    },
    closeTab: async () => {
      const at = tabs.findIndex((tab) => tab !== shared)
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
        for (const tab of tabs) await tab.run(() => void dispatchEvent(new Event('online')))
    },
    clear: (layer) =>
      layer === 'storage'
        ? current().run(() => localStorage.clear())
        : forgetCookies(current(), '^cc_'),
    clearAttributes: () => cart.now()?.attributes.clear(),
    expireCart: async () => {
      shop.carts.delete(cart.now()?.token ?? '')
      await loseCart()
    },
    pass: async (time) => {
      ahead += time
      for (const tab of tabs)
        await tab.run((now) => {
          window.ahead = now
          document.dispatchEvent(new Event('visibilitychange'))
        }, ahead)
    },
    checkout: async () => (await readCheckout(current())).codes,
    comeBack: () =>
      current().run(
        () => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      ),
    order: async () => {
      const { path } = await readCheckout(current())
      await current().run(async (to) => void (await fetch(to, { method: 'POST' })), path)
      // what a visit remembers ends with its order
      await forgetCookies(current(), '^discount_code$')
    },
    consume: (used) => current().run((order) => window.DiscountKeeper.consume(order), used),
    told: () =>
      current().run(() => {
        const { grants, ref } = window.DiscountKeeper
        const told = grants.map(({ code, expiresAt, status }) => ({ code, expiresAt, status }))
        return { grants: told, ref }
      }),
    rest: async (hurry = false) => {
      if (hurry) return current().run(() => window.hasBegun())
      await rest()
      if (isOnline) state.isUnread = false
    },
    close: async () => {
      for (const tab of tabs.splice(0)) if (tab !== shared) await tab.close()
    },
  }
}
