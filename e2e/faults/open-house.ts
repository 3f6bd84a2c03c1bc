import type { Shop } from '../fixtures.js'
import { openTab, type Tab as Driven } from '../support/devtools/open-tab.js'
import { startChromium } from '../support/devtools/start-chromium.js'
import { fragileTab } from './fragile-tab.js'
import { listen } from './listen.js'
import type { Stage } from './stage.js'

interface Cookie {
  readonly name: string
  readonly domain: string
  readonly path: string
}

/** A browser whose one tab is the stage of one row after another. */
export interface House {
  /** An empty stage: no cookie, no other tab, no page of the row before. */
  readonly set: (shop: Shop) => Promise<Stage>
  /** Closes what the row has opened. */
  readonly strike: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the whole build where pages are to be kept, else the lean one where there is one. */
export const openHouse = async (isWhole: boolean): Promise<House> => {
  const chromium = startChromium({ isWhole })
  const { browserContextId } = await chromium.send('Target.createBrowserContext')
  const others = new Set<Driven>()
  let heard: string[] = []
  const open = async (): Promise<Driven> => {
    const driven = await openTab(chromium, String(browserContextId))
    await listen(driven.page, (what) => heard.push(what))
    return driven
  }
  const shared = await open()
  const tab = fragileTab(shared)
  const readCookies = async () =>
    (await chromium.send('Storage.getCookies', { browserContextId }))[
      'cookies'
    ] as readonly Cookie[]
  return {
    set: async (shop) => {
      await tab.goto(`${shop.url}/assets/mark.svg`)
      await chromium.send('Storage.clearCookies', { browserContextId })
      heard = []
      const ours = heard
      return {
        shop,
        tab,
        openTab: async () => {
          const driven = await open()
          others.add(driven)
          const other = fragileTab(driven)
          const ending = (end: () => Promise<void>) => async (): Promise<void> => {
            others.delete(driven)
            await end()
          }
          return { ...other, close: ending(other.close), kill: ending(other.kill) }
        },
        cookies: async () => (await readCookies()).map(({ name }) => name),
        forget: async (names) => {
          const found = (await readCookies()).filter(({ name }) => names.test(name))
          await Promise.all(
            found.map(({ domain, name, path }) =>
              shared.page.send('Network.deleteCookies', { domain, name, path }),
            ),
          )
        },
        trouble: () => ours,
      }
    },
    strike: async () => {
      await Promise.all([...others].map((driven) => driven.close()))
      others.clear()
    },
    close: chromium.close,
  }
}
