import type { Browser as Driven, Page } from '@playwright/test'
import { placeOf } from './place-on-screen.js'
import { type Browser, PATIENCE, type Tab, untilWorks } from './tab.js'

const NO_WAIT = { noWaitAfter: true, timeout: PATIENCE } as const

const tabOf = (page: Page): Tab => {
  const seen = (target: string) => page.locator(target).filter({ visible: true }).first()
  // its own types know what may be sent; those of `Tab` do not
  const run: Tab['eval'] = (source, given) => page.evaluate(source as never, given) as never
  const look: Tab['look'] = (source, given) => untilWorks(() => run(source, given))
  return {
    goto: async (url) => {
      await page.goto(url, { timeout: PATIENCE })
    },
    reload: async () => {
      await page.reload({ timeout: PATIENCE })
    },
    // Firefox does not tell of what comes out of the back/forward cache
    url: () => untilWorks(() => page.evaluate(() => location.href)),
    eval: run,
    run: async (script) => {
      await page.evaluate(`{ ${script} }`)
    },
    look,
    // by place: actions on elements wait for ever after Firefox has shown a page of the back/forward cache
    click: async (target, how = 'left') => {
      const { x, y } = await placeOf(look, target)
      if (how === 'control') await page.keyboard.down('Control')
      await page.mouse.click(x, y, { button: how === 'middle' ? 'middle' : 'left' })
      if (how === 'control') await page.keyboard.up('Control')
    },
    enter: (target) => seen(target).press('Enter', NO_WAIT),
    fill: (target, text) => seen(target).fill(text, NO_WAIT),
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
