import { createDiscountKeeper } from '../../src/index.js'
import type { Keeping } from '../../src/keeping.js'
import { createKeeping } from '../../src/keeping.js'
import type { Life, LifeTheme } from '../journey/life.js'
import { createShopperModel } from '../journey/shopper-model.js'
import { clearCookies } from '../keeper/open-page.js'
import { openView } from '../keeper/open-view.js'
import type { Cart, Platform } from '../../src/types.js'
import type { FaultKind } from '../platforms/conformance/shop-under-test.js'

/** A shopper of an engine that runs, with a storefront of their own. */
export interface EngineShopper {
  readonly platform: Platform
  readonly addItem: () => Promise<void>
  readonly removeItem: () => Promise<void>
  readonly typeCode: (code: string) => Promise<void>
  readonly dropCode: (code: string) => Promise<void>
  readonly loseCart: () => Promise<void>
  /** Through checkout, to the end; rejects where there is no order then. */
  readonly order: () => Promise<unknown>
  readonly fault: (kind?: FaultKind) => void
}

/** A browser with tabs, in memory, and a shop that is really there. */
export const openEngineLife = async (shopper: EngineShopper): Promise<Life> => {
  localStorage.clear()
  clearCookies()
  const { addItem, dropCode, fault, loseCart, platform, removeItem, typeCode } = shopper
  const state = { isUnread: false, orders: 0 }
  let isOnline = true
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const model = createShopperModel(now)
  let cart: Cart | undefined

  const openPage = async (url: string) => {
    const opened = openView({ url })
    let keeping: Keeping | undefined
    const keeper = createDiscountKeeper(
      { platform },
      {
        now,
        view: opened.view,
        load: () =>
          Promise.resolve({ createKeeping: (options) => (keeping = createKeeping(options)) }),
      },
    )
    await keeper.start()
    return { ...opened, keeper, act: async (): Promise<void> => keeping?.act() }
  }
  type Tab = Awaited<ReturnType<typeof openPage>>
  const tabs: Tab[] = [await openPage('/')]
  const current = (): Tab => {
    const [tab] = tabs
    if (!tab) throw new Error('No page is open')
    return tab
  }
  const open = async (url: string): Promise<void> => {
    tabs.unshift(await openPage(url))
    model.view()
  }
  // what the shopper sees of the shop, whether or not the keeper is cut off from it
  const look = async (): Promise<void> => {
    fault()
    cart = await platform.read?.()
    fault(isOnline ? undefined : 'offline')
  }
  const rest = async (): Promise<void> => {
    for (let round = 0; round < (tabs.length > 1 ? 2 : 1); round++)
      for (const tab of tabs) await tab.act()
    await look()
  }
  const codes = (): readonly string[] => cart?.codes?.map(({ code }) => code) ?? []
  const seen =
    <Given extends readonly unknown[]>(act: (...given: Given) => Promise<unknown>) =>
    async (...given: Given): Promise<void> => {
      await act(...given)
      await look()
    }
  const theme: LifeTheme = {
    addItem: seen(addItem),
    removeItem: seen(removeItem),
    typeCode: seen(typeCode),
    takeOff: seen(dropCode),
    setCodes: seen(async (list: readonly string[]) => {
      for (const code of codes()) await dropCode(code)
      for (const code of list) await typeCode(code)
    }),
  }
  const leaveAll = (): void => {
    for (const { keeper } of tabs.splice(0)) keeper.stop()
  }

  return {
    model,
    state,
    theme,
    violations: [],
    slack: 60_000,
    hasMet: () => true,
    isOnline: () => isOnline,
    tabs: () => tabs.length,
    cart: () =>
      cart?.id ? { items: cart.itemCount, codes: codes(), attributes: cart.attributes } : undefined,
    go: async (url) => {
      tabs.shift()?.keeper.stop()
      await open(url)
    },
    openTab: () => open('/'),
    closeTab: () => {
      tabs.shift()?.keeper.stop()
      current().look()
    },
    nextTab: () => {
      tabs.push(...tabs.splice(0, 1))
      current().look()
    },
    goOnline: (online) => {
      isOnline = online
      fault(isOnline ? undefined : 'offline')
    },
    clear: (layer) => (layer === 'storage' ? localStorage.clear() : clearCookies()),
    // only the keeper writes them here
    clearAttributes: () => undefined,
    expireCart: async () => {
      await rest()
      await loseCart()
      await look()
    },
    pass: (time) => {
      ahead += time
    },
    checkout: () => cart?.codes ?? [],
    comeBack: () => current().restore(),
    order: async () => {
      // on the pages of checkout, as in most shops, nothing but checkout writes to the order
      leaveAll()
      await shopper.order()
      await look()
    },
    consume: (used) => current().keeper.consume(used),
    told: () => current().keeper,
    rest: async (hurry = false) => {
      if (hurry) return
      await rest()
      if (isOnline) state.isUnread = false
    },
    close: leaveAll,
  }
}
