import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, BACK, cartOf, expect, LANDING, open, statuses, test } from '../fixtures.js'

const THEMES = ['plain', 'dawn', 'horizon', 'horizon-actions', 'horizon-3'] as const

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Your cart' })

const typeCode = async (page: Page, code: string): Promise<void> => {
  await drawer(page).getByLabel('Discount code').fill(code)
  await drawer(page).getByRole('button', { name: 'Apply' }).click()
}

const withDiscount = async (page: Page, shop: Shop): Promise<void> => {
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
}

for (const theme of THEMES) {
  test.describe(`a ${theme} theme`, () => {
    test.beforeEach(({ shop }) => {
      shop.settings.theme = theme
    })

    test('adding a second item keeps the discount and the shopper sees it', async ({
      page,
      shop,
      context,
    }) => {
      await withDiscount(page, shop)
      await drawer(page).getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await expect(drawer(page).getByText('−$4.80')).toBeVisible()
      expect((await cartOf(context, shop))?.codes).toEqual(['SAVE10'])
    })

    test('a code the shopper types stays beside ours', async ({ page, shop, context }) => {
      await withDiscount(page, shop)
      await typeCode(page, 'FREESHIP')
      await expect
        .poll(async () => [...((await cartOf(context, shop))?.codes ?? [])].sort())
        .toEqual(['FREESHIP', 'SAVE10'])
      expect(await statuses(page)).toEqual(['SAVE10 applied'])
    })

    test('ours stays off once the shopper removed it, until a new link is followed', async ({
      page,
      shop,
      context,
    }) => {
      await withDiscount(page, shop)
      await drawer(page).getByRole('button', { name: 'Remove discount SAVE10' }).click()
      await expect.poll(() => statuses(page)).toEqual([])
      await open(page, `${shop.url}/cart`)
      expect((await cartOf(context, shop))?.codes).toEqual([])
      expect((await cartOf(context, shop))?.attributes.get('cc-discount-code') ?? '').toBe('')
      await page.getByRole('link', { name: 'Checkout link' }).click()
      await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
      expect(page.url()).not.toContain('discount')
      await open(page, shop.url + LANDING)
      expect(await statuses(page)).toEqual(['SAVE10 applied'])
    })

    test('a code that waits and was dropped comes back with the next change of the items', async ({
      page,
      shop,
      context,
    }) => {
      await open(page, `${shop.url}/?discount=BIG15`)
      await addMug(page, shop)
      await expect.poll(() => statuses(page)).toEqual(['BIG15 waiting'])
      await typeCode(page, 'SAVE10')
      await expect.poll(async () => (await cartOf(context, shop))?.codes).toContain('SAVE10')
      await drawer(page).getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Add to cart' }).click()
      await expect.poll(async () => (await cartOf(context, shop))?.codes).toContain('BIG15')
    })
  })
}

// a plain theme hears of it through our own event only
for (const theme of THEMES.filter((name) => name !== 'plain')) {
  test(`a ${theme} theme redraws its drawer when the keeper writes the code`, async ({
    page,
    shop,
  }) => {
    shop.settings.theme = theme
    shop.settings.visit = 'refuses'
    await withDiscount(page, shop)
    await expect(drawer(page).getByText('−$2.40')).toBeVisible()
  })
}

test('another tab takes over what one tab was promised', async ({ page, context, shop }) => {
  const other = await context.newPage()
  await open(other, shop.url)
  await open(page, shop.url + LANDING)
  await expect.poll(() => statuses(other)).toEqual(['SAVE10 held'])
})

test('two tabs with opposite codes agree on the later one', async ({ page, context, shop }) => {
  await addMug(page, shop)
  const other = await context.newPage()
  await Promise.all([
    open(page, `${shop.url}/?discount=SAVE10`),
    open(other, `${shop.url}/?discount=TAKE5`),
  ])
  await expect
    .poll(async () => {
      const [one, two] = [await statuses(page), await statuses(other)]
      return one.length === 1 && String(one) === String(two)
    })
    .toBe(true)
  const [held = ''] = await statuses(page)
  await expect.poll(async () => (await cartOf(context, shop))?.codes).toEqual([held.split(' ')[0]])
})

test(
  'a page out of the back/forward cache looks at the cart again',
  BACK,
  async ({ page, shop, context }) => {
    await withDiscount(page, shop)
    await open(page, `${shop.url}/cart`)
    await page.evaluate(() => {
      Reflect.set(window, 'wasHere', true)
    })
    await page.getByRole('link', { name: 'Checkout link' }).click()
    await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
    const cart = await cartOf(context, shop)
    if (cart) cart.codes = []
    // no load event comes with a page that was never unloaded
    await page.evaluate(() => history.back())
    await page.waitForURL('**/cart', { waitUntil: 'commit' })
    expect(await page.evaluate(() => Reflect.get(window, 'wasHere')), 'the page was cached').toBe(
      true,
    )
    await expect.poll(() => statuses(page)).toEqual([])
  },
)

test('coming back from checkout by a link reads the cart once', async ({ page, shop, context }) => {
  await withDiscount(page, shop)
  await open(page, `${shop.url}/cart`)
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
  const cart = await cartOf(context, shop)
  if (cart) cart.codes = []
  await open(page, shop.url)
  expect(await statuses(page)).toEqual([])
})
