import { vi } from 'vitest'

import { NOON } from '../support/entry.js'
import { createFakeShop } from '../support/fake-shop/fake-shop.js'
import type { Tell } from '../support/fake-shop/shop-types.js'
import { openTheme } from '../support/fake-shop/theme.js'
import { clearCookies, openPage, settle } from '../keeper/open-page.js'
import type { OpenViewOptions } from '../keeper/open-view.js'
import type { Life, LifeTheme } from './life.js'
import { createShopperModel } from './shopper-model.js'
import { LINKED, OWN } from './steps.js'

export interface LiveOptions {
  readonly emptied: 'keeps' | 'drops'
  readonly hasVisit: boolean
  /** Whether a cart without codes says that it has none. */
  readonly saysCodes: boolean | 'some'
}

/** A browser with tabs and a shop, both in memory. */
export const openLife = (options: LiveOptions): Life => {
  vi.setSystemTime(NOON)
  localStorage.clear()
  clearCookies()
  const violations: string[] = []
  const coupons = Object.fromEntries([...LINKED, ...OWN].map((code) => [code, { percent: 5 }]))
  const shop = createFakeShop({ ...options, coupons, violated: (what) => violations.push(what) })
  const model = createShopperModel(() => Date.now())

  const openTab = (page: OpenViewOptions) => {
    const told = new Set<Tell>()
    const platform = shop.openPlatform(told)
    const opened = openPage({ platform }, page)
    return { ...opened, theme: openTheme(shop, told) }
  }
  type Tab = ReturnType<typeof openTab>
  const tabs: Tab[] = []
  const state = { isUnread: false, orders: 0 }
  let isOnline = true
  let text: string | null = ''

  const current = (): Tab => tabs[0] ?? openFirst()
  const openFirst = (url = '/'): Tab => {
    const tab = openTab({ url })
    tabs.unshift(tab)
    void tab.keeper.start()
    return tab
  }
  const theme: LifeTheme = {
    addItem: () => current().theme.addItem(),
    removeItem: () => current().theme.removeItem(),
    setCodes: (codes) => current().theme.setCodes(codes),
    typeCode: (code) => current().theme.typeCode(code),
    takeOff: (code) => current().theme.takeOff(code),
    replaceCart: () => current().theme.replaceCart(),
  }

  return {
    cart: shop.current,
    model,
    state,
    theme,
    violations,
    slack: 0,
    hasMet: () => true,
    isOnline: () => isOnline,
    tabs: () => tabs.length,
    goOnline: (online) => {
      isOnline = online
      shop.setOnline(isOnline)
      if (isOnline) for (const { view } of tabs) view.dispatchEvent(new Event('online'))
    },
    go: (url) => {
      tabs.shift()?.leave()
      openFirst(url)
      model.view()
    },
    openTab: () => {
      openFirst()
      model.view()
    },
    closeTab: () => {
      tabs.shift()?.leave()
      current().look()
    },
    nextTab: () => {
      tabs.push(...tabs.splice(0, 1))
      current().look()
    },
    clear: (layer) => (layer === 'storage' ? localStorage.clear() : clearCookies()),
    clearAttributes: () => {
      const cart = shop.current()
      if (cart) cart.attributes = {}
    },
    expireCart: shop.expireCart,
    pass: (time) => vi.advanceTimersByTimeAsync(time),
    checkout: () => shop.checkout(current().keeper.checkoutUrl('/checkout')).codes,
    comeBack: () => current().restore(),
    order: shop.order,
    consume: (used) => current().keeper.consume(used),
    told: () => current().keeper,
    // other tabs hear of what was stored
    rest: async (hurry = false) => {
      await (hurry ? vi.advanceTimersByTimeAsync(50) : settle())
      if (!hurry && isOnline) state.isUnread = false
      const now = localStorage.getItem('cc_discount_code')
      if (now === text) return
      text = now
      for (const tab of tabs.slice(1)) tab.storageChanged('cc_discount_code')
      await vi.advanceTimersByTimeAsync(0)
      text = localStorage.getItem('cc_discount_code')
    },
    close: () => {
      for (const tab of tabs.splice(0)) tab.leave()
    },
  }
}
