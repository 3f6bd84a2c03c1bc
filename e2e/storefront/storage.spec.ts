import type { BrowserContext, Page } from '@playwright/test'
import type { StorageEntry } from '../../src/consent/index.js'
import { storageManifest } from '../../src/consent/index.js'
import type { Shop } from '../fixtures.js'
import { addMug, cartOf, expect, LANDING, open, statuses, test } from '../fixtures.js'
import { watchStorage } from '../support/watch-storage.js'

type Key = Pick<StorageEntry, 'place' | 'name'>

/** Written by the shop itself: its cart, its session, and its own memory of `/discount/CODE`. */
const SHOPS_OWN = ['cart', 'discount_code', 'shop_session']
const DAY = 86_400

const isOfThisShop = ({ option, platform }: StorageEntry): boolean => !option && !platform

const toText = ({ name, place }: { readonly name: string; readonly place: string }): string =>
  `${place} ${name}`
const sorted = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].sort((one, other) => one.localeCompare(other))

/** Landing, browsing, the cart, out to checkout and back by the back button, the order. */
const walk = async (page: Page, shop: Shop): Promise<void> => {
  await open(page, shop.url + LANDING)
  await page.getByRole('link', { name: 'Everything' }).first().click()
  await page.waitForURL('**/collections/all')
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  await open(page, `${shop.url}/cart`)
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
}

/** What the browser holds now, and what the cart carries. */
const holdings = async (context: BrowserContext, shop: Shop): Promise<readonly Key[]> => {
  const { cookies, origins } = await context.storageState()
  const attributes = [...((await cartOf(context, shop))?.attributes ?? [])]
  return [
    ...cookies.map(({ expires, name }): Key => ({
      name,
      place: expires < 0 ? 'session cookie' : 'cookie',
    })),
    ...origins.flatMap(({ localStorage }) =>
      localStorage.map(({ name }): Key => ({ name, place: 'local storage' })),
    ),
    ...attributes.flatMap(([name, value]): readonly Key[] =>
      value ? [{ name, place: 'cart attribute' }] : [],
    ),
  ]
}

test('what a journey writes is what the manifest lists, all of it and nothing else', async ({
  page,
  shop,
  context,
}) => {
  const { written } = await watchStorage(context)
  await walk(page, shop)
  const keys = [...written(), ...(await holdings(context, shop))]
  const found = sorted(keys.filter(({ name }) => !SHOPS_OWN.includes(name)).map(toText))
  const listed = sorted(storageManifest.filter(isOfThisShop).map(toText))
  expect(found.filter((key) => !listed.includes(key))).toEqual([])
  expect(listed.filter((key) => !found.includes(key))).toEqual([])
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you')
  expect(shop.orders[0]?.noteAttributes.map(({ name }) => name)).toEqual(
    storageManifest.filter(({ place }) => place === 'cart attribute').map(({ name }) => name),
  )
})

test('cookies live as long as the manifest says', async ({ page, shop, context }) => {
  await walk(page, shop)
  const cookies = await context.cookies(shop.url)
  const rows = storageManifest.filter(isOfThisShop).filter(({ place }) => place.endsWith('cookie'))
  expect(rows.length).toBeGreaterThan(0)
  for (const { days, name } of rows) {
    const expires = cookies.find((cookie) => cookie.name === name)?.expires ?? 0
    const left = expires < 0 ? undefined : Math.round((expires - Date.now() / 1000) / DAY)
    expect(left, name).toBe(days)
  }
})

test('under Global Privacy Control only what the manifest lists for the discount is written', async ({
  page,
  shop,
  context,
}) => {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
  )
  const { written } = await watchStorage(context)
  await walk(page, shop)
  const forDiscount = storageManifest.filter(({ purpose }) => purpose === 'discount')
  const keys = [...written(), ...(await holdings(context, shop))]
  const found = sorted(keys.filter(({ name }) => !SHOPS_OWN.includes(name)).map(toText))
  expect(found.filter((key) => !forDiscount.map(toText).includes(key))).toEqual([])
  expect(found).toContain('cookie cc_discount_code')
})
