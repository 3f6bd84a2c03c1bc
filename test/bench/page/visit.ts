import type { Browser, CDPSession, Page } from '@playwright/test'
import { readTrace, CATEGORIES } from './read-trace.js'
import type { Work } from './read-trace.js'
import type { Shop } from './serve-page.js'

/** A page with nothing to do, with a hundred links. */
export interface Plain {
  readonly work: Work
  /** Bytes of the heap that are in use after a collection. */
  readonly heap: number
  readonly requests: number
}

/** A page that a link with a code and a ref led to. */
export interface Landing {
  readonly work: Work
  readonly requests: number
}

export interface Visits {
  readonly plain: (script: number) => Promise<Plain>
  readonly land: (script: number, options: LandingOptions) => Promise<Landing>
}

export interface LandingOptions {
  readonly links: number
  /** The text to wait for in what it writes. */
  readonly keeps?: string | undefined
}

/** How much slower than this machine the shopper's is. */
const THROTTLE = 4

const mark = async (page: Page, name: string): Promise<void> => {
  await page.evaluate((text) => performance.mark(text), `bench-${name}`)
}

/** Visits pages of the shop, each as a shopper who was never here: the first touch of storage is part of the cost. */
export const createVisits = (browser: Browser, shop: Shop): Visits => {
  const visit = async <Seen>(
    act: (page: Page, session: CDPSession) => Promise<Seen>,
  ): Promise<Seen & { readonly work: Work }> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    shop.count()
    await browser.startTracing(page, { categories: CATEGORIES })
    try {
      const seen = await act(page, session)
      return { ...seen, work: readTrace((await browser.stopTracing()).toString()) }
    } finally {
      await context.close()
    }
  }

  return {
    plain: (script) =>
      visit(async (page, session) => {
        await page.goto(`${shop.url}/page/${script}/100`, { waitUntil: 'networkidle' })
        await mark(page, 'rest')
        await session.send('HeapProfiler.collectGarbage')
        const { usedSize } = await session.send('Runtime.getHeapUsage')
        return { heap: usedSize, requests: shop.count() }
      }),
    land: (script, { keeps = '', links }) =>
      visit(async (page) => {
        const url = `${shop.url}/page/${script}/${links}?discount=SAVE10&ref=amy#${keeps}`
        await page.goto(url, { waitUntil: 'networkidle' })
        const requests = shop.count()
        await mark(page, 'click')
        await page.mouse.click(5, 5)
        await mark(page, 'churn')
        await page.evaluate('churn()')
        return { requests }
      }),
  }
}
