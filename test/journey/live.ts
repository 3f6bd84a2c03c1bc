import { vi } from 'vitest'

import { NOON } from '../support/entry.js'
import { createFakeShop } from '../support/fake-shop/fake-shop.js'
import type { Tell } from '../support/fake-shop/shop-types.js'
import { openTheme } from '../support/fake-shop/theme.js'
import { clearCookies, openPage, settle } from '../keeper/open-page.js'
import type { OpenViewOptions } from '../keeper/open-view.js'
import { createShopperModel } from './shopper-model.js'
import { LINKED, OWN } from './steps.js'

export interface LiveOptions {
  readonly emptied: 'keeps' | 'drops'
  readonly hasVisit: boolean
}

/** A browser with tabs, a shop, and the model of what the shopper may expect of both. */
export const openLife = (options: LiveOptions) => {
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
  const state = { isOnline: true, isUnread: false, orders: 0 }
  let text: string | null = ''

  const current = (): Tab => tabs[0] ?? openFirst()
  const openFirst = (): Tab => {
    const tab = openTab({})
    tabs.unshift(tab)
    void tab.keeper.start()
    return tab
  }

  return {
    shop,
    model,
    violations,
    tabs,
    state,
    goOnline: (isOnline: boolean) => {
      state.isOnline = isOnline
      shop.setOnline(isOnline)
      if (isOnline) for (const { view } of tabs) view.dispatchEvent(new Event('online'))
    },
    current,
    /** A new page in the tab that the shopper looks at. */
    go: (page: OpenViewOptions) => {
      tabs.shift()?.leave()
      const tab = openTab(page)
      tabs.unshift(tab)
      void tab.keeper.start()
      model.view()
    },
    openTab: () => {
      openFirst()
      model.view()
    },
    /** Lets the page come to rest, or only begin; other tabs hear of what was stored. */
    rest: async (hurry = false) => {
      await (hurry ? vi.advanceTimersByTimeAsync(50) : settle())
      if (!hurry && state.isOnline) state.isUnread = false
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

export type Life = ReturnType<typeof openLife>
