import type { Page } from '@playwright/test'
import { addMug, BACK, cartOf, expect, open, settled, statuses } from '../fixtures.js'
import { standing, test } from './safe-shop.js'

const LANDING = '/?ref=clara'
const NAME = 'cc-discount-grant'
const DAY = 86_400_000

const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  await page.getByRole('heading', { name: 'Checkout' }).waitFor()
}

const granted = (page: Page): Promise<readonly string[]> => {
  const rows = page.locator('[data-automatic]')
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-automatic') ?? ''))
}

const openCart = async (page: Page, url: string): Promise<void> => {
  await open(page, `${url}/cart`)
  await standing(page)
}

test(
  'a discount without a code reaches checkout by a signed attribute, and the function honours it',
  BACK,
  async ({ context, page, safe }) => {
    const { asked, shop } = safe
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    await openCart(page, shop.url)
    expect((await cartOf(context, shop))?.attributes.has(NAME)).toBe(false)

    await leave(page)
    expect(await granted(page)).toEqual(['Clara’s friends save 15 %'])
    expect((await cartOf(context, shop))?.attributes.get(NAME)).toMatch(/^1\.demo\..+\.clara-15\./)
    expect((await cartOf(context, shop))?.codes).toEqual([])

    await page.goBack({ waitUntil: 'commit' })
    await expect.poll(() => statuses(page)).toEqual([' applied'])
    await standing(page)
    await leave(page)
    expect(asked()).toHaveLength(1)
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.waitForURL('**/thank-you')
    expect(shop.orders).toMatchObject([{ codes: [], discount: 360 }])
  },
)

test(
  'a token that is not the server’s own takes nothing off, and is not said to',
  BACK,
  async ({ page, safe }) => {
    const { shop } = safe
    await page.route('**/apps/discount-keeper/mint', async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      // the last digit of the signature
      await route.fulfill({
        response,
        body: text.replace(/.(?="\})/, (digit) => (digit === '0' ? '1' : '0')),
      })
    })
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    await openCart(page, shop.url)
    await leave(page)
    expect(await granted(page)).toEqual([])
    await page.goBack({ waitUntil: 'commit' })
    await settled(page)
    expect(await statuses(page)).toEqual([' held'])
  },
)

test('what has ended is asked for again, and ends at the shop as well', async ({
  context,
  page,
  safe,
}) => {
  const { asked, shop } = safe
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await leave(page)
  const first = (await cartOf(context, shop))?.attributes.get(NAME)
  const later = Date.now() + 3 * DAY
  shop.settings.now = () => later
  await page.reload()
  expect(await granted(page)).toEqual([])

  await page.addInitScript((now) => {
    Date.now = () => now
  }, later)
  await openCart(page, shop.url)
  await leave(page)
  expect(await granted(page)).toEqual(['Clara’s friends save 15 %'])
  expect((await cartOf(context, shop))?.attributes.get(NAME)).not.toBe(first)
  expect(asked()).toHaveLength(2)
})
