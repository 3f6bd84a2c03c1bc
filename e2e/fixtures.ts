import { test as base, type BrowserContext, type Page } from '@playwright/test'
import type { DiscountKeeper } from '../src/discount-keeper.js'
import type { Shop } from '../examples/storefront/shop/start-shop.js'
import { startShop } from '../examples/storefront/shop/start-shop.js'

export { expect } from './impatient.js'
export type { Shop } from '../examples/storefront/shop/start-shop.js'

/** The landing that most journeys begin with. */
export const LANDING = '/?discount=SAVE10&ref=amy'
export const MUG = 40101

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
    DiscountKeeper: DiscountKeeper
    heard: string[]
  }
}

/** Requests that are not page views, as `METHOD path`. */
export const calls = (shop: Shop): readonly string[] =>
  shop.requests
    .filter(({ path, query }) => /\.js$|^\/cart\/|\/discount\//.test(path) && !query['section_id'])
    .map(({ method, path }) => `${method} ${path}`)

/** Requests of the keeper: it is the only one that reads the cart or writes attributes or a whole code list as JSON. */
export const keeperWrites = (shop: Shop): readonly unknown[] =>
  shop.requests
    .filter(
      ({ path, body }) =>
        path.endsWith('/cart/update.js') && JSON.stringify(body ?? '').includes('cc-'),
    )
    .map(({ body }) => body)

/** For what comes back to a page as it was left: the lean build of Chromium keeps none. */
export const BACK = { tag: '@back' }

/** The keeper has read its layers, and the passes that follow are over: each holds the lock while it asks the shop. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // a page that was only just committed has no keeper yet, or the snippet's stub
    if (!(window as Partial<Window>).DiscountKeeper?.on)
      await new Promise((resolve) => {
        addEventListener('load', resolve)
      })
    await new Promise<void>((resolve) => {
      window.DiscountKeeper.on('ready', () => resolve())
    })
    // a pass asks for the lock when the one before it is over: at `ready`, and again at `load`
    for (let pass = 0; pass < 2; pass++) {
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      await navigator.locks.request('cc_discount_code', () => undefined)
    }
  })

/** Opens a page and waits until the keeper is done with it. */
export const open = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await settled(page)
}

export const statuses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { grants } = (window as Partial<Window>).DiscountKeeper ?? {}
    return grants?.map(({ code, status }) => `${code} ${status}`) ?? ['no keeper yet']
  })

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
  return shop.carts.get(decodeURIComponent(cookie?.value ?? '').split('?')[0] ?? '')
}
