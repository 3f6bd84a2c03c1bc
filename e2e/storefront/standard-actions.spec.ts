import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import {
  addMug,
  calls,
  cartOf,
  expect,
  LANDING,
  open,
  settled,
  statuses,
  test,
} from '../fixtures.js'

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Your cart' })

/** What actions asked of the shop. */
const actions = (shop: Shop): readonly unknown[] =>
  shop.requests
    .filter(({ path }) => path.endsWith('/api/standard/cart.json'))
    .map(({ body }) => body)

/** Collects who announced a change of the codes on this page, from its next view on. */
const hearAnnouncements = (page: Page): Promise<void> =>
  page
    .addInitScript(() => {
      window.heard = []
      document.addEventListener('shopify:cart:discount-update', (event) => {
        window.heard.push(String(Reflect.get(event, 'context')))
      })
    })
    .then(() => undefined)

test.describe('a theme with an action of its own', () => {
  test.beforeEach(({ shop }) => {
    shop.settings.theme = 'horizon-actions'
    // so that the code has to be written
    shop.settings.visit = 'refuses'
  })

  test('sets the code by its own hand and shows it, and nobody redraws it again', async ({
    page,
    shop,
    context,
  }) => {
    await hearAnnouncements(page)
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    const before = calls(shop).length
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    await expect(drawer(page).getByText('−$2.40')).toBeVisible()
    expect(actions(shop)).toEqual([{ discountCodes: ['SAVE10'] }])
    expect(await page.evaluate(() => window.heard)).toEqual(['standard-action'])
    const cart = await cartOf(context, shop)
    expect(cart?.codes).toEqual(['SAVE10'])
    expect(Object.fromEntries(cart?.attributes ?? [])).toEqual({
      'cc-discount-code': 'SAVE10',
      'cc-ref': 'amy',
    })
    // attributes go to the shop itself, and its answer is the truth
    const writes = calls(shop).slice(before)
    expect(writes.filter((call) => call === 'POST /cart/update.js')).toHaveLength(1)
    await open(page, shop.url)
    await settled(page)
    expect(calls(shop).length).toBe(before + writes.length)
  })

  test('is not asked at landing, which costs two requests', async ({ page, shop }) => {
    await addMug(page, shop)
    const before = calls(shop).length
    await open(page, shop.url + LANDING)
    expect(calls(shop).slice(before)).toEqual(['GET /cart.js', 'POST /cart/update.js'])
    expect(actions(shop)).toEqual([])
    expect(await statuses(page)).toEqual(['SAVE10 applied'])
  })

  test('says why a code takes no effect', async ({ page, shop }) => {
    await open(page, `${shop.url}/?discount=BIG15`)
    await addMug(page, shop)
    await expect
      .poll(() => page.evaluate(() => window.DiscountKeeper.grants.map(({ reason }) => reason)))
      .toEqual(['DISCOUNT_PURCHASE_NOT_IN_RANGE'])
  })

  test('leaves attributes that only the shop can see where they are', async ({
    page,
    shop,
    context,
  }) => {
    shop.settings.discountCodesField = 'always'
    await open(page, shop.url + LANDING)
    await page.evaluate(() =>
      fetch('/cart/update.js', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ attributes: { __route: 'van' } }),
      }),
    )
    await addMug(page, shop)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(actions(shop)).toHaveLength(1)
    expect((await cartOf(context, shop))?.attributes.get('__route')).toBe('van')
  })

  for (const trouble of ['offline', '500'] as const)
    test(`whose action fails (${trouble}): the shop itself is asked`, async ({
      page,
      shop,
      context,
    }) => {
      shop.settings.fault = ({ path }) => (path.startsWith('/api/') ? trouble : undefined)
      await open(page, shop.url + LANDING)
      await addMug(page, shop)
      await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
      await expect(drawer(page).getByText('−$2.40')).toBeVisible()
      expect((await cartOf(context, shop))?.codes).toEqual(['SAVE10'])
    })
})

for (const theme of ['plain', 'dawn', 'horizon'] as const)
  test(`the default action is never called on a ${theme} theme: it reloads the page`, async ({
    page,
    shop,
  }) => {
    shop.settings.theme = theme
    shop.settings.visit = 'refuses'
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    await page.evaluate(() => Reflect.set(window, 'wasHere', true))
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    expect(actions(shop)).toEqual([])
    expect(await page.evaluate(() => Reflect.get(window, 'wasHere'))).toBe(true)
  })
