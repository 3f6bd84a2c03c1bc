import type { Browser, Page } from '@playwright/test'
import { startShop } from '../examples/storefront/shop/start-shop.js'
import type { Shop } from './fixtures.js'
import { test as base } from './fixtures.js'

interface Shared {
  /** By what runs on every page of theirs. */
  readonly tabs: Map<string, Page>
  readonly shops: Shop[]
}

interface TabOptions {
  /** Runs on every page before anything else. */
  readonly everyPage: string
}

// What would outlast a test.
const LASTING = [
  'addInitScript',
  'emulateMedia',
  'exposeBinding',
  'exposeFunction',
  'grantPermissions',
  'install',
  'pauseAt',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'setDefaultNavigationTimeout',
  'setDefaultTimeout',
  'setExtraHTTPHeaders',
  'setFixedTime',
  'setGeolocation',
  'setOffline',
  'setSystemTime',
  'setViewportSize',
] as const

const refuseLasting = (owner: object): void => {
  for (const name of LASTING.filter((method) => method in owner)) {
    const value = (): never => {
      throw new Error(`${name} outlasts a test in a shared tab: take test of fixtures.ts`)
    }
    Object.defineProperty(owner, name, { value })
  }
}

const openTab = async (browser: Browser, everyPage: string): Promise<Page> => {
  const context = await browser.newContext()
  await context.addInitScript(everyPage)
  const tab = await context.newPage()
  for (const owner of [context, context.clock, tab]) refuseLasting(owner)
  return tab
}

/**
 * For tests that open pages, leave them, and touch nothing else of the browser: those of a worker take turns in one tab,
 * which saves the context, the tab and the processes that the browser makes for each. They cannot see each other:
 * - each has a shop of its own at a port that none had before. Local and session storage, locks, channels and cached files
 *   are kept by origin, so they are empty; what an earlier page still sends reaches a shop that nobody looks at any more;
 * - it begins at a document without a script, with no other tab: no page of before runs, nor does one in the back/forward cache;
 * - cookies know no ports: they are cleared then, when nobody is left to write one;
 * - what would stay with tab or context is refused, and a test that fails takes both with it.
 * Only the tab's history goes back further than the test.
 */
export const test = base.extend<TabOptions, { shared: Shared }>({
  everyPage: ['', { option: true }],
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const tabs = new Map<string, Page>()
      const shops: Shop[] = []
      await use({ tabs, shops })
      await Promise.all([...tabs.values()].map((tab) => tab.context().close()))
      await Promise.all(shops.map((shop) => shop.close()))
    },
    { scope: 'worker' },
  ],
  shop: async ({ shared: { shops } }, use) => {
    const shop = await startShop()
    // open until all are done: the port of a shop that closed may be given out again
    shops.push(shop)
    await use(shop)
  },
  page: async ({ browser, everyPage, shared: { tabs }, shop }, use) => {
    const tab = tabs.get(everyPage) ?? (await openTab(browser, everyPage))
    tabs.set(everyPage, tab)
    await tab.goto(`${shop.url}/assets/mark.svg`)
    await tab.context().clearCookies()
    await use(tab)
    const others = tab
      .context()
      .pages()
      .filter((page) => page !== tab)
    await Promise.all(others.map((page) => page.close()))
  },
  context: ({ page }, use) => use(page.context()),
})
