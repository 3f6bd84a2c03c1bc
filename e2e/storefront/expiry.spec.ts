import type { BrowserContext, Page } from '@playwright/test'
import { addMug, cartOf, expect, LANDING, open, statuses, test } from '../fixtures.js'
import { scriptTag } from '../support/script-tag.js'

const DAY = 86_400_000

const states = (page: Page) =>
  page.evaluate(() => window.DiscountKeeper.notices.map(({ code, state }) => `${code} ${state}`))

/** A page that keeps what it is told of endings. */
const openPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.heard = []
    for (const name of ['expiring', 'expired'])
      document.addEventListener(`discount-keeper:${name}`, () => window.heard.push(name))
  })
  return page
}

test('tabs that wake at the same moment tell the end once between them', async ({
  context,
  shop,
}) => {
  const endsAt = Date.now() + 3 * DAY
  const terms = JSON.stringify({ SAVE10: { endsAt } })
  shop.settings.scriptTag = scriptTag({ terms, 'expiry-notice-before': '24' })
  await context.clock.install()
  const tabs = [await openPage(context), await openPage(context), await openPage(context)]
  for (const [at, tab] of tabs.entries()) await open(tab, shop.url + (at ? '' : LANDING))

  // one clock for all pages of a browser
  await context.clock.fastForward(2 * DAY + 1000)
  // who tells has the lock, and lets it go once the notice is kept
  for (const tab of tabs)
    await tab.evaluate(() => navigator.locks.request('cc_discount_code', () => undefined))
  const heard = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.heard)))
  expect(heard.flat()).toEqual(['expiring'])
  for (const tab of tabs) expect(await states(tab)).toEqual(['SAVE10 expiring'])
})

test('a code that starts later is kept from the shop until it starts', async ({
  context,
  page,
  shop,
}) => {
  await context.clock.install()
  const startsAt = Date.now() + DAY
  shop.settings.scriptTag = scriptTag({ terms: JSON.stringify({ SAVE10: { startsAt } }) })
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await open(page, `${shop.url}/cart`)
  expect(await states(page)).toEqual(['SAVE10 upcoming'])
  expect((await cartOf(context, shop))?.codes).toEqual([])
  expect(shop.requests.filter(({ path }) => path.includes('/discount/'))).toEqual([])

  await context.clock.fastForward(DAY)
  await expect.poll(() => states(page)).toEqual(['SAVE10 applied'])
  expect((await cartOf(context, shop))?.codes).toEqual(['SAVE10'])
})

test('a product page knows the price with the code, from the cart, without a request', async ({
  page,
  shop,
}) => {
  await open(page, shop.url + LANDING)
  const price = (amount: number) =>
    page.evaluate((given) => window.DiscountKeeper.price(given), amount)
  expect(await price(8900)).toBeUndefined()
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  const before = shop.requests.filter(({ path }) => path.includes('cart')).length
  await open(page, `${shop.url}/products/camp-blanket`)
  expect(await price(8900)).toBe(8010)
  expect(shop.requests.filter(({ path }) => path.includes('cart'))).toHaveLength(before)
})
