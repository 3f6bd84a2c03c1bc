import { test as base, type BrowserContext, type Page } from '@playwright/test'
import type { Shop } from '../examples/storefront/shop/start-shop.js'
import { startShop } from '../examples/storefront/shop/start-shop.js'
import { cartNamed } from './support/demo-shop.js'
import { grantStatuses, untilSettled } from './support/keeper-in-page.js'

export { expect } from './impatient.js'
export type { Shop } from '../examples/storefront/shop/start-shop.js'
export { BACK } from './support/back.js'
export { calls, LANDING, MUG } from './support/demo-shop.js'

/** Every test has a shop of its own, with nothing in it; the browser context is fresh as well. */
export const test = base.extend<{ shop: Shop }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
  shop: async ({}, use) => {
    const shop = await startShop()
    await use(shop)
    await shop.close()
  },
})

declare global {
  interface Window {
    heard: string[]
  }
}

/** Requests of the keeper: it is the only one that reads the cart or writes attributes or a whole code list as JSON. */
export const keeperWrites = (shop: Shop): readonly unknown[] =>
  shop.requests
    .filter(
      ({ path, body }) =>
        path.endsWith('/cart/update.js') && JSON.stringify(body ?? '').includes('cc-'),
    )
    .map(({ body }) => body)

/** As in `untilSettled`. */
export const settled = (page: Page): Promise<void> => page.evaluate(untilSettled)

/** Opens a page and waits until the keeper is done with it. */
export const open = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await settled(page)
}

export const statuses = (page: Page): Promise<readonly string[]> => page.evaluate(grantStatuses)

/** Adds a mug with the theme's own button; opens the drawer. */
export const addMug = async (page: Page, shop: Shop): Promise<void> => {
  await page.goto(`${shop.url}/products/trail-mug`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page
    .getByRole('dialog', { name: 'Your cart' })
    .getByRole('link', { name: 'Trail mug', exact: true })
    .waitFor()
}

/** The present cart of this context, read where the shop keeps it. */
export const cartOf = async (context: BrowserContext, shop: Shop) => {
  const cookie = (await context.cookies(shop.url)).find(({ name }) => name === 'cart')
  return cartNamed(shop, cookie?.value)
}
