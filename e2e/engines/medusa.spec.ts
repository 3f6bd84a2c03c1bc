import type { Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { expect } from '../impatient.js'
import { engineDirectory } from './install-engine.js'
import type { Medusa } from './medusa/open-medusa.js'
import { openMedusa } from './medusa/open-medusa.js'
import { startMedusa } from './medusa/start-medusa.js'
import { openShop } from './standing-shop.js'
import { addTee, grants, heard, total } from './open-page.js'
import { takeOursOff } from './take-ours-off.js'
import { serveStorefront } from './serve-storefront.js'

const LANDING = '/?discount=CREATOR20&ref=amy'

/** One shop for all: shoppers keep out of each other's way. */
const test = base.extend<object, { shop: Medusa & { readonly url: string } }>({
  shop: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const { shop, stop } = await openShop('medusa', startMedusa)
      const { endpoint, key, region, variant } = shop
      const storefront = await serveStorefront({
        directory: `${engineDirectory('medusa')}/storefront`,
        config: { endpoint, key, region, variant },
      })
      await use({ ...openMedusa(shop), url: storefront.url })
      await Promise.all([storefront.close(), stop()])
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test.describe.configure({ mode: 'default', timeout: 90_000 })
// a write recomputes the whole cart: it may take seconds
const soon = { timeout: 20_000 }

const cartId = (page: Page): Promise<string> =>
  page.evaluate(() => localStorage.getItem('cart') ?? '')

const expectTotal = (page: Page, amount: string): Promise<void> =>
  expect(total(page)).toHaveText(amount, soon)

const expectGrants = (page: Page, expected: readonly string[]): Promise<void> =>
  expect.poll(() => grants(page), soon).toEqual(expected)

test('a discount survives from landing to the order of a live Medusa', async ({ page, shop }) => {
  await page.goto(shop.url + LANDING)
  await expectGrants(page, ['CREATOR20 held'])
  expect(await cartId(page)).toBe('')
  await addTee(page)
  await expectTotal(page, '40.00')
  await expectGrants(page, ['CREATOR20 applied'])
  expect(await shop.cart(await cartId(page))).toMatchObject({
    item_total: 40,
    promotions: [{ code: 'CREATOR20' }],
    metadata: { 'cc-discount-code': 'CREATOR20', 'cc-ref': 'amy' },
  })

  await page.getByRole('link', { name: 'Checkout' }).click()
  await expectTotal(page, '40.00')
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you/*')
  expect(await shop.order(page.url().split('/').pop() ?? '')).toMatchObject({
    item_total: 40,
    promotions: [{ code: 'CREATOR20' }],
    metadata: { 'cc-discount-code': 'CREATOR20', 'cc-ref': 'amy' },
  })
  await expect.poll(() => heard(page), soon).toContain('CREATOR20 consumed')

  await addTee(page)
  await expectTotal(page, '50.00')
  await expectGrants(page, [])
})

test('the shopper’s own codes and removals are theirs on a live Medusa', async ({ page, shop }) => {
  await takeOursOff(page, shop.url + LANDING)
  const { promotions } = await shop.cart(await cartId(page))
  expect(promotions.map(({ code }) => code)).toEqual(['EXTRA10'])
})

test('a promise is kept for a later visit to a live Medusa', async ({ context, page, shop }) => {
  await page.goto(shop.url + LANDING)
  await expectGrants(page, ['CREATOR20 held'])
  await page.close()

  const later = await context.newPage()
  await later.goto(shop.url)
  await addTee(later)
  await expectTotal(later, '40.00')
  await later.reload()
  await expectTotal(later, '40.00')
  await expectGrants(later, ['CREATOR20 applied'])
  const { promotions } = await shop.cart(await cartId(later))
  expect(promotions.map(({ code }) => code)).toEqual(['CREATOR20'])
})

test('a cart that a live Medusa has completed is no cart, and what nobody called used lives on', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url + LANDING)
  await expectGrants(page, ['CREATOR20 held'])
  await addTee(page)
  await expectTotal(page, '40.00')
  const first = await cartId(page)
  await shop.completeCart(first)

  await page.goto(shop.url)
  await expectTotal(page, '0.00')
  // the same cart as at the last look, as far as a page can tell without a request: nobody asks, until an item goes in
  await addTee(page)
  await expectTotal(page, '40.00')
  await expectGrants(page, ['CREATOR20 applied'])
  expect(await cartId(page)).not.toBe(first)
  const { metadata } = await shop.cart(await cartId(page))
  expect(metadata).toEqual({ 'cc-discount-code': 'CREATOR20', 'cc-ref': 'amy' })
})
