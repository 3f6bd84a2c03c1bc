import { writeFileSync } from 'node:fs'
import { test as base } from '@playwright/test'
import type { Shop } from '../../examples/storefront/shop/start-shop.js'
import type { RecordedRequest } from '../../examples/storefront/shop/types.js'
import { startShop } from '../../examples/storefront/shop/start-shop.js'
import { type Difference, differences } from './differences.js'
import { type Build, engineOf, openBrowser } from './support/browsers.js'
import { type Browser, type Tab, untilWorks } from './support/tab.js'

export { expect } from '../impatient.js'
export { BACK } from '../support/back.js'
export type { Shop } from '../../examples/storefront/shop/start-shop.js'
export type { Tab } from './support/tab.js'

interface Given {
  /** What is different in the engine of this run. */
  readonly here: readonly Difference[]
  readonly shop: Shop
  readonly tab: Tab
  /** Those of the shop, and of every other shop of this host. */
  readonly clearCookies: () => Promise<void>
  /** Another tab beside it. */
  readonly openTab: () => Promise<Tab>
  /** The tab whose address has this path, once there is one. */
  readonly tabAt: (path: string) => Promise<Tab>
}

interface Shared {
  readonly browser: Browser
  readonly shops: Shop[]
}

const describe = ({ body, cartCookie, method, path, search, status }: RecordedRequest): string =>
  `${method} ${path}${search} ${JSON.stringify(body) ?? ''} ${cartCookie ?? ''} → ${status}`

/** Runs in the page. */
const readHoldings = async () => ({
  url: location.href,
  cookies: document.cookie,
  storage: Object.entries(localStorage),
  locks: await navigator.locks.query(),
  resources: performance
    .getEntriesByType('resource')
    .map(({ name, duration }) => ({ name, duration })),
})

/**
 * All tests of a worker take turns in one tab of one browser, which is what makes three engines affordable. They cannot see each other:
 * - each has a shop of its own at a port that none had before. Local and session storage, locks, channels and cached files
 *   are kept by origin, so they are empty; what an earlier page still sends reaches a shop that nobody looks at any more;
 * - it begins at a document without a script, with no other tab: no page of before runs, nor does one in the back/forward cache;
 * - cookies know no ports: they are cleared then, when nobody is left to write one;
 * - a test that fails takes the browser with it.
 * Only the tab's history goes back further than the test.
 */
export const test = base.extend<Given, { shared: Shared }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use, { project }) => {
      const browser = await openBrowser[project.name as Build]()
      const shops: Shop[] = []
      await use({ browser, shops })
      await browser.close()
      await Promise.all(shops.map((shop) => shop.close()))
    },
    { scope: 'worker' },
  ],
  shop: async ({ shared: { shops } }, use, info) => {
    const shop = await startShop()
    // open until all are done: the port of a shop that closed may be given out again
    shops.push(shop)
    await use(shop)
    if (info.status === info.expectedStatus) return
    const path = info.outputPath('what-the-shop-was-asked.txt')
    // a file: what is attached as text is printed in part only
    writeFileSync(path, shop.requests.map(describe).join('\n'))
    await info.attach('what the shop was asked', { path, contentType: 'text/plain' })
  },
  tab: async ({ shared: { browser }, shop }, use, info) => {
    // where the test before was on its way out, its page may come in between
    await untilWorks(() => browser.tab.goto(`${shop.url}/assets/mark.svg`))
    await browser.clearCookies()
    await use(browser.tab)
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath('what-the-page-held.json')
      writeFileSync(path, JSON.stringify(await browser.tab.eval(readHoldings), undefined, 2))
      await info.attach('what the page held', { path, contentType: 'application/json' })
    }
    await browser.closeOthers()
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  here: ({}, use, { project }) =>
    use(differences.filter(({ engine }) => engine === engineOf(project.name))),
  clearCookies: ({ shared: { browser } }, use) => use(() => browser.clearCookies()),
  openTab: ({ shared: { browser }, tab }, use) => use(() => browser.openTab(tab)),
  tabAt: ({ shared: { browser } }, use) =>
    use((path) =>
      untilWorks(async () => {
        for (const tab of await browser.tabs())
          if (new URL(await tab.url()).pathname === path) return tab
        throw new Error(`no tab is at ${path}`)
      }),
    ),
})
