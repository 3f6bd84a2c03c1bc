import type { BrowserContext, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, calls, cartOf, expect, LANDING, open, statuses, test } from '../fixtures.js'
import { openCookiebotBanner, openShopifyBanner } from '../support/banners.js'
import { moduleTag, serveModules } from '../support/serve-modules.js'

const YES = { marketing: true, preferences: true }
const NO = { marketing: false, preferences: false }

/** Names of what is kept of ours in this browser, and the attributes of ours on the cart. */
const kept = async (context: BrowserContext, shop: Shop): Promise<readonly string[]> => {
  const { cookies, origins } = await context.storageState()
  const attributes = [...((await cartOf(context, shop))?.attributes ?? [])]
  const names = [
    ...cookies.map(({ name }) => name),
    ...origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)),
    ...attributes.flatMap(([name, value]) => (value ? [name] : [])),
  ]
  const ours = new Set(names.filter((name) => /^cc[-_]/.test(name)))
  return [...ours].sort((one, other) => one.localeCompare(other))
}
const DISCOUNT = ['cc_discount_code', 'cc_discount_seen', 'cc-discount-code']
const AFFILIATE = ['cc_ref', 'cc-ref']
const both = [...DISCOUNT, ...AFFILIATE].sort((one, other) => one.localeCompare(other))

const placeOrder = async (page: Page, shop: Shop): Promise<void> => {
  await open(page, `${shop.url}/cart`)
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you')
}

test.describe("Shopify's Customer Privacy API", () => {
  test('before, after and withdrawn: the affiliate follows it, the discount does not', async ({
    page,
    shop,
    context,
  }) => {
    const banner = await openShopifyBanner(page)
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(await kept(context, shop)).toEqual(DISCOUNT)

    // on another page than the link's, the affiliate of a page that is gone is not known any more
    await open(page, shop.url + LANDING)
    await banner.answer(YES)
    await expect.poll(() => kept(context, shop)).toEqual(both)
    const granted = await page.evaluate(() => window.DiscountKeeper.ref?.grantedAt)
    await open(page, `${shop.url}/cart`)
    await expect
      .poll(() => page.evaluate(() => window.DiscountKeeper.ref))
      .toMatchObject({ ref: 'amy', grantedAt: granted })

    await banner.answer(NO)
    await expect.poll(() => kept(context, shop)).toEqual(DISCOUNT)
    expect(await statuses(page)).toEqual(['SAVE10 applied'])

    await placeOrder(page, shop)
    expect(shop.orders[0]).toMatchObject({ codes: ['SAVE10'], total: 2660 })
    expect(
      shop.orders[0]?.noteAttributes.filter(({ value }) => value).map(({ name }) => name),
    ).toEqual(['cc-discount-code'])
  })

  test('a withdrawal on a page without the discount, seen on the next page, purges as well', async ({
    page,
    shop,
    context,
  }) => {
    const banner = await openShopifyBanner(page)
    await open(page, shop.url)
    await banner.answer(YES)
    await open(page, `${shop.url}/?ref=amy`)
    await addMug(page, shop)
    await expect.poll(() => kept(context, shop)).toEqual(expect.arrayContaining(AFFILIATE))
    await context.addCookies([{ name: 'their_banner', value: JSON.stringify(NO), url: shop.url }])
    await open(page, `${shop.url}/cart`)
    await expect
      .poll(async () => (await kept(context, shop)).filter((name) => /ref/.test(name)))
      .toEqual([])
  })

  test('Global Privacy Control overrules a yes, and leaves the discount alone', async ({
    page,
    shop,
    context,
  }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
    )
    const banner = await openShopifyBanner(page)
    await open(page, shop.url + LANDING)
    await banner.answer(YES)
    await addMug(page, shop)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(await kept(context, shop)).toEqual(DISCOUNT)
  })
})

test.describe('Cookiebot, asked for the discount too', () => {
  test.beforeEach(async ({ page, shop }) => {
    await serveModules(page)
    shop.settings.scriptTag = moduleTag(`window.DiscountKeeper = createDiscountKeeper({
      platform: shopifyTheme(),
      consent: consent.cookiebot({ discount: ['preferences'] }),
    })`)
  })

  test('before an answer nothing is written or sent, and checkout still has the code', async ({
    page,
    shop,
    context,
  }) => {
    await openCookiebotBanner(page)
    await addMug(page, shop)
    const before = calls(shop).length
    await open(page, `${shop.url}/cart${LANDING.slice(1)}`)
    expect(await statuses(page)).toEqual(['SAVE10 held'])
    expect(await kept(context, shop)).toEqual([])
    expect(calls(shop).slice(before)).toEqual([])
    await page.getByRole('link', { name: 'Checkout link' }).click()
    await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
    await expect(page.getByText('SAVE10').first()).toBeVisible()
    await expect(page.getByText('−$2.40')).toBeVisible()
    expect(await kept(context, shop)).toEqual([])
  })

  test('a yes writes both with their original times, a withdrawal takes everything of ours away', async ({
    page,
    shop,
    context,
  }) => {
    const banner = await openCookiebotBanner(page)
    await addMug(page, shop)
    await open(page, `${shop.url}/cart${LANDING.slice(1)}`)
    const times = () =>
      page.evaluate(() => {
        const { grants, ref } = window.DiscountKeeper
        return [...grants, ref].map((one) => one?.grantedAt)
      })
    const landed = await times()
    await banner.answer(YES)
    await expect.poll(() => kept(context, shop)).toEqual(both)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(await times()).toEqual(landed)

    await open(page, `${shop.url}/collections/all`)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(await times()).toEqual(landed)

    await banner.answer(NO)
    await expect.poll(() => kept(context, shop)).toEqual([])
    expect(await page.evaluate(() => window.DiscountKeeper.grants)).toEqual([])
    // the code on the cart is the shopper's
    expect((await cartOf(context, shop))?.codes).toEqual(['SAVE10'])

    const before = calls(shop).length
    await open(page, `${shop.url}/cart`)
    expect(await kept(context, shop)).toEqual([])
    expect(calls(shop).slice(before)).toEqual([])
  })
})
