import type { Browser as Driven, Page } from '@playwright/test'
import { type Browser, type How, PATIENCE, type Tab, untilWorks } from './tab.js'

const NO_WAIT = { noWaitAfter: true, timeout: PATIENCE } as const

const clickWith = (how: How) => ({
  ...NO_WAIT,
  position: { x: 6, y: 6 },
  button: how === 'middle' ? ('middle' as const) : ('left' as const),
  modifiers: how === 'control' ? ['Control' as const] : [],
})

const tabOf = (page: Page): Tab => {
  const seen = (target: string) => page.locator(target).filter({ visible: true }).first()
  // its own types know what may be sent; those of `Tab` do not
  const run: Tab['eval'] = (source, given) => page.evaluate(source as never, given) as never
  return {
    goto: async (url) => {
      await page.goto(url, { timeout: PATIENCE })
    },
    reload: async () => {
      await page.reload({ timeout: PATIENCE })
    },
    url: () => Promise.resolve(page.url()),
    eval: run,
    run: async (script) => {
      await page.evaluate(`{ ${script} }`)
    },
    look: (source, given) => untilWorks(() => run(source, given)),
    click: (target, how = 'left') => seen(target).click(clickWith(how)),
    enter: (target) => seen(target).press('Enter', NO_WAIT),
    type: (target, text) => seen(target).fill(text, NO_WAIT),
    show: () => page.bringToFront(),
    close: () => page.close(),
  }
}

/** A browser that Playwright has launched, in a context of its own. */
export const drivePlaywright = async (driven: Driven): Promise<Browser> => {
  const context = await driven.newContext()
  const first = await context.newPage()
  return {
    version: `${driven.browserType().name()} ${driven.version()}`,
    tab: tabOf(first),
    openTab: async () => tabOf(await context.newPage()),
    tabs: () => Promise.resolve(context.pages().map(tabOf)),
    closeOthers: async () => {
      const others = context.pages().filter((page) => page !== first)
      await Promise.all(others.map((page) => page.close()))
    },
    clearCookies: () => context.clearCookies(),
    close: () => driven.close(),
  }
}
