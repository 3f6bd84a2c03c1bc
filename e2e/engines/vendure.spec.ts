import type { Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { expect } from '../impatient.js'
import { engineDirectory } from './install-engine.js'
import { openShop } from './standing-shop.js'
import { addTee, grants, heard, total } from './open-page.js'
import { takeOursOff } from './take-ours-off.js'
import type { Served } from './serve.js'
import { serveStorefront } from './serve-storefront.js'
import type { Vendure } from './vendure/open-vendure.js'
import { openVendure } from './vendure/open-vendure.js'
import { startVendure } from './vendure/start-vendure.js'

const LANDING = '/?discount=CREATOR20&ref=amy'
const SESSIONS = ['bearer', 'cookie'] as const
type Sessions = (typeof SESSIONS)[number]

interface LiveShop extends Vendure {
  readonly storefronts: Readonly<Record<Sessions, Served>>
}

/** One shop for all: shoppers keep out of each other's way. */
const test = base.extend<object, { shop: LiveShop }>({
  shop: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const { shop, stop } = await openShop('vendure', startVendure)
      const vendure = openVendure(shop)
      const { endpoint, variant } = vendure
      const directory = `${engineDirectory('vendure')}/storefront`
      const serve = (sessions: Sessions): Promise<Served> =>
        serveStorefront({ directory, config: { endpoint, variant, sessions } })
      const storefronts = { bearer: await serve('bearer'), cookie: await serve('cookie') }
      await use({ ...vendure, storefronts })
      await Promise.all([storefronts.bearer.close(), storefronts.cookie.close(), stop()])
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test.describe.configure({ mode: 'default', timeout: 60_000 })

/** Requests of ours: they say so in their address. */
const countOurs = (page: Page): (() => number) => {
  let count = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('discount-keeper')) count++
  })
  return () => count
}

for (const sessions of SESSIONS) {
  test(`a discount survives from landing to the order of a live Vendure (${sessions})`, async ({
    page,
    shop,
  }) => {
    await page.goto(shop.storefronts[sessions].url + LANDING)
    await expect.poll(() => grants(page)).toEqual(['CREATOR20 held'])
    await addTee(page)
    await expect(total(page)).toHaveText('40.00')
    await expect.poll(() => grants(page)).toEqual(['CREATOR20 applied'])

    await page.getByRole('link', { name: 'Checkout' }).click()
    await expect(total(page)).toHaveText('40.00')
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.waitForURL('**/thank-you/*')
    expect(await shop.order(page.url().split('/').pop() ?? '')).toMatchObject({
      state: 'PaymentSettled',
      couponCodes: ['CREATOR20'],
      subTotalWithTax: 4000,
      customFields: { ccDiscountCode: 'CREATOR20', ccRef: 'amy' },
    })
    await expect.poll(() => heard(page)).toContain('CREATOR20 consumed')

    await addTee(page)
    await expect(total(page)).toHaveText('50.00')
    await expect.poll(() => grants(page)).toEqual([])
  })

  test(`the shopper’s own codes and removals are theirs on a live Vendure (${sessions})`, async ({
    page,
    shop,
  }) => {
    await takeOursOff(page, shop.storefronts[sessions].url + LANDING)
    await expect(page.getByRole('listitem')).toHaveText(['EXTRA10 Remove EXTRA10'])
  })
}

test('a session that a live Vendure has forgotten takes no discount with it', async ({
  page,
  shop,
}) => {
  await page.goto(shop.storefronts.bearer.url + LANDING)
  await addTee(page)
  await expect(total(page)).toHaveText('40.00')
  await page.evaluate(() => localStorage.setItem('session', 'f'.repeat(64)))
  await page.reload()
  await expect(total(page)).toHaveText('0.00')
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 held'])
  await addTee(page)
  await expect(total(page)).toHaveText('40.00')
})

test('a settled page of a live Vendure shop that tells its changes sends nothing of ours', async ({
  page,
  shop,
}) => {
  const ours = countOurs(page)
  await page.goto(shop.storefronts.cookie.url + LANDING)
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 held'])
  expect(ours()).toBe(0)
  await addTee(page)
  await expect(total(page)).toHaveText('40.00')
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 applied'])
  const before = ours()
  await page.reload()
  await expect(total(page)).toHaveText('40.00')
  await page.getByRole('link', { name: 'Home' }).click()
  await expect(total(page)).toHaveText('40.00')
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 applied'])
  expect(ours()).toBe(before)
})
