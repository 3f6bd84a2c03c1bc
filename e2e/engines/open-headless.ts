import { test as base, expect } from '@playwright/test'
import type { Mode } from '../../examples/headless/server/build-shop.js'
import type { OpenedShop } from '../../examples/headless/server/open-shop.js'
import { openShop } from '../../examples/headless/server/open-shop.js'
import { stockShop } from '../../examples/headless/server/stock-shop.js'
import type { PlacedOrder } from './vendure/open-vendure.js'
import { openVendure } from './vendure/open-vendure.js'
import { startVendure } from './vendure/start-vendure.js'

export { expect }

declare global {
  interface Window {
    /** The keeper of the page is ready: the app runs. */
    isTakenOver: Promise<void>
  }
}

export interface HeadlessShops extends Readonly<Record<Mode, OpenedShop>> {
  readonly order: (code: string) => Promise<PlacedOrder | undefined>
}

interface Fixtures {
  /** What the page said of itself on the console: a test in which it is not empty fails. */
  readonly complaints: readonly string[]
}

/** One Vendure for all, and the storefront of `examples/headless` on it as developers and as shoppers have it. */
export const test = base.extend<Fixtures, { readonly shops: HeadlessShops }>({
  shops: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const { shop, stop } = await startVendure()
      await stockShop(shop)
      const api = `${shop.url}/shop-api`
      const development = await openShop({ api, mode: 'development' })
      const production = await openShop({ api, mode: 'production' })
      await use({ development, production, order: openVendure(shop).order })
      await Promise.all([development.close(), production.close()])
      await stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      await context.addInitScript(() => {
        window.isTakenOver = new Promise((resolve) => {
          document.addEventListener('discount-keeper:ready', () => resolve())
        })
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      context.on('console', (message) => {
        if (/error|warning/.test(message.type())) complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
