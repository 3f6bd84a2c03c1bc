import { test as base } from '@playwright/test'
import { expect } from '../impatient.js'
import { addTee, grants, heard, total, typeCode, wayOut } from './open-page.js'
import { takeOursOff } from './take-ours-off.js'
import type { StorefrontShop } from './storefront-api/start-shop.js'
import { startShop } from './storefront-api/start-shop.js'

const LANDING = '/?discount=CREATOR20&ref=amy'

const test = base.extend<{ shop: StorefrontShop }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
  shop: async ({}, use) => {
    const shop = await startShop([
      { code: 'CREATOR20', percent: 20 },
      { code: 'EXTRA10', percent: 10 },
      { code: 'OWN50', percent: 50 },
      { code: 'SOLO30', percent: 30, combines: false },
      { code: 'MIN100', percent: 10, minimum: 10_000 },
    ])
    await use(shop)
    await shop.close()
  },
})

const cartOf = ({ api }: StorefrontShop) => [...api.carts.values()].at(-1)

test('a discount survives from landing to the order of a shop on the Storefront API', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url + LANDING)
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 held'])
  expect(shop.api.operations).toEqual([])
  await addTee(page)
  await expect(total(page)).toHaveText('40.00')
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 applied'])
  expect(shop.api.carts.size).toBe(1)
  expect(cartOf(shop)).toMatchObject({
    codes: ['CREATOR20'],
    // the app's own stays: the API replaces the whole list
    attributes: [
      { key: 'gift wrap', value: 'yes' },
      { key: 'cc-discount-code', value: 'CREATOR20' },
      { key: 'cc-ref', value: 'amy' },
    ],
  })

  await page.getByRole('link', { name: 'Checkout' }).click()
  await page.waitForURL('**/cart/c/*')
  await expect(total(page)).toHaveText('40.00')
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you/*')
  expect(shop.orders).toEqual([
    {
      codes: [{ code: 'CREATOR20', applicable: true }],
      total: '40',
      attributes: [
        { key: 'gift wrap', value: 'yes' },
        { key: 'cc-discount-code', value: 'CREATOR20' },
        { key: 'cc-ref', value: 'amy' },
      ],
    },
  ])
  await expect.poll(() => heard(page)).toContain('CREATOR20 consumed')

  await addTee(page)
  await expect(total(page)).toHaveText('50.00')
  await expect.poll(() => grants(page)).toEqual([])
})

test('every code of the cart goes through the checkout URL, the shopper’s own first', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url)
  await addTee(page)
  await typeCode(page, 'OWN50')
  await expect(total(page)).toHaveText('25.00')
  await page.goto(`${shop.url}/?discount=CREATOR20,EXTRA10&ref=amy`)
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 applied', 'EXTRA10 applied'])
  await expect(total(page)).toHaveText('18.00')
  const codes = cartOf(shop)?.codes ?? []
  expect(codes).toEqual(['OWN50', 'EXTRA10', 'CREATOR20'])
  const { key, token } = cartOf(shop) ?? {}
  const query = `?key=${key}&discount=${codes.join()}`
  // while the app is asking for its cart, the shopper may have changed it: the codes are left to the cart
  await expect.poll(() => wayOut(page)).toBe(query)

  await page.getByRole('link', { name: 'Checkout' }).click()
  await page.waitForURL('**/cart/c/*')
  expect(shop.checkouts).toEqual([`/cart/c/${token}${query}`])
  await expect(total(page)).toHaveText('18.00')
})

test('what the shop warns of is the reason that the keeper gives', async ({ page, shop }) => {
  await page.goto(shop.url)
  await addTee(page)
  await expect(total(page)).toHaveText('50.00')
  await page.goto(`${shop.url}/?discount=NOPE`)
  await expect.poll(() => heard(page)).toEqual(['NOPE rejected DISCOUNT_NOT_FOUND'])

  await page.goto(`${shop.url}/?discount=MIN100`)
  await expect.poll(() => grants(page)).toEqual(['MIN100 waiting DISCOUNT_PURCHASE_NOT_IN_RANGE'])
  await addTee(page)
  await expect(total(page)).toHaveText('90.00')
  await expect.poll(() => grants(page)).toEqual(['MIN100 applied'])

  await page.goto(shop.url)
  await page.getByRole('button', { name: 'Remove MIN100' }).click()
  await expect(total(page)).toHaveText('100.00')
  await typeCode(page, 'EXTRA10')
  await expect(total(page)).toHaveText('90.00')
  await page.goto(`${shop.url}/?discount=SOLO30`)
  await expect.poll(() => grants(page)).toEqual(['SOLO30 waiting DISCOUNT_CODE_NOT_HONOURED'])
  await expect(total(page)).toHaveText('90.00')
})

test('the shopper’s own codes and removals are theirs in a shop on the Storefront API', async ({
  page,
  shop,
}) => {
  await takeOursOff(page, shop.url + LANDING)
  expect(cartOf(shop)?.codes).toEqual(['EXTRA10'])
})

test('a promise is kept for a later visit, and for the next cart of a shop that forgot this one', async ({
  context,
  page,
  shop,
}) => {
  await page.goto(shop.url + LANDING)
  await expect.poll(() => grants(page)).toEqual(['CREATOR20 held'])
  await page.close()

  const later = await context.newPage()
  await later.goto(shop.url)
  await addTee(later)
  await expect(total(later)).toHaveText('40.00')
  expect(cartOf(shop)?.attributes.map(({ key }) => key)).toContain('cc-ref')
  // the settled page asks for its own cart, and the keeper for nothing
  await later.reload()
  await expect(total(later)).toHaveText('40.00')
  shop.api.operations.splice(0)
  await later.reload()
  await expect(total(later)).toHaveText('40.00')
  await expect.poll(() => grants(later)).toEqual(['CREATOR20 applied'])

  shop.api.carts.clear()
  await later.reload()
  await expect.poll(() => grants(later)).toEqual(['CREATOR20 held'])
  await addTee(later)
  await expect(total(later)).toHaveText('40.00')
  expect(cartOf(shop)?.codes).toEqual(['CREATOR20'])
  expect(cartOf(shop)?.attributes.map(({ key }) => key)).toContain('cc-ref')
})
