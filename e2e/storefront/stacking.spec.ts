import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, cartOf, expect, keeperWrites, open, statuses, test } from '../fixtures.js'

const tag = (stacking: string): string =>
  `<script src="/assets/discount-keeper.js" defer data-stacking="${stacking}"></script>`

/** Lists that the keeper has asked the cart for, in order. */
const lists = (shop: Shop): readonly unknown[] =>
  keeperWrites(shop).flatMap((body) =>
    typeof body === 'object' && body && 'discount' in body ? [body.discount] : [],
  )

const reasons = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    window.DiscountKeeper.grants.map(({ code, reason = '' }) => `${code} ${reason}`),
  )

const follow = (page: Page, shop: Shop, code: string): Promise<void> =>
  open(page, `${shop.url}/?discount=${code}`)

test.describe('best', () => {
  test.beforeEach(({ shop }) => {
    shop.settings.scriptTag = tag('best')
  })

  test('ends on the code that is worth more, whichever was followed last', async ({
    page,
    context,
    shop,
  }) => {
    await addMug(page, shop)
    await follow(page, shop, 'SAVE20')
    await follow(page, shop, 'SAVE10')
    await expect.poll(() => statuses(page)).toEqual(['SAVE20 applied', 'SAVE10 waiting'])
    expect((await cartOf(context, shop))?.codes).toEqual(['SAVE20'])
    expect(lists(shop)).toEqual(['SAVE20', 'SAVE10,SAVE20', 'SAVE20'])
  })

  test('decides when there is something in the cart, within few requests, and then rests', async ({
    page,
    context,
    shop,
  }) => {
    await follow(page, shop, 'SAVE20')
    await follow(page, shop, 'TAKE5')
    await addMug(page, shop)
    // $5 off is more than 20% of a mug
    await expect
      .poll(() => reasons(page), { timeout: 15_000 })
      .toEqual(['SAVE20 DISCOUNT_CODE_NOT_HONOURED', 'TAKE5 '])
    expect(await statuses(page)).toEqual(['SAVE20 waiting', 'TAKE5 applied'])
    await expect.poll(async () => (await cartOf(context, shop))?.codes[0]).toBe('TAKE5')
    expect(lists(shop).length).toBeLessThanOrEqual(3)
    const sent = shop.requests.length
    await open(page, `${shop.url}/collections/all`)
    await open(page, `${shop.url}/cart`)
    expect(shop.requests.slice(sent).map(({ path }) => path)).toEqual(['/collections/all', '/cart'])
  })

  test('says what lost and why', async ({ page, shop }) => {
    await addMug(page, shop)
    await follow(page, shop, 'SAVE20')
    await follow(page, shop, 'SAVE10')
    await expect.poll(() => reasons(page)).toEqual(['SAVE20 ', 'SAVE10 DISCOUNT_CODE_NOT_HONOURED'])
  })

  test('keeps the code that the shopper typed', async ({ page, context, shop }) => {
    await addMug(page, shop)
    const drawer = page.getByRole('dialog', { name: 'Your cart' })
    await drawer.getByLabel('Discount code').fill('FREESHIP')
    await drawer.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(async () => (await cartOf(context, shop))?.codes).toEqual(['FREESHIP'])
    await follow(page, shop, 'SAVE10')
    await follow(page, shop, 'TAKE5')
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 waiting', 'TAKE5 applied'])
    expect(lists(shop).every((list) => String(list).startsWith('FREESHIP'))).toBe(true)
    expect((await cartOf(context, shop))?.codes.slice(0, 2)).toEqual(['FREESHIP', 'TAKE5'])
  })

  test('takes along only what won', async ({ page, shop }) => {
    await addMug(page, shop)
    await follow(page, shop, 'SAVE20')
    await follow(page, shop, 'SAVE10')
    await expect.poll(() => statuses(page)).toEqual(['SAVE20 applied', 'SAVE10 waiting'])
    await open(page, `${shop.url}/cart`)
    await page.getByRole('link', { name: 'Checkout link' }).click()
    await expect(page.getByText('−$4.80')).toBeVisible()
    await expect(page.getByText('SAVE10')).toHaveCount(0)
  })

  test('finds what goes together', async ({ page, context, shop }) => {
    await addMug(page, shop)
    await follow(page, shop, 'SAVE10')
    await follow(page, shop, 'TAKE5')
    await follow(page, shop, 'EXTRA5')
    await expect
      .poll(() => statuses(page), { timeout: 15_000 })
      .toEqual(['SAVE10 waiting', 'TAKE5 applied', 'EXTRA5 applied'])
    expect((await cartOf(context, shop))?.codes).toEqual(
      expect.arrayContaining(['TAKE5', 'EXTRA5']),
    )
  })

  test('puts back what was there when the shop wants to be left alone in between', async ({
    page,
    context,
    shop,
  }) => {
    await addMug(page, shop)
    await follow(page, shop, 'SAVE20')
    let writes = 0
    shop.settings.fault = ({ path }) =>
      path === '/cart/update.js' && ++writes === 2 ? '429' : undefined
    await follow(page, shop, 'SAVE10')
    await expect.poll(() => writes).toBe(2)
    await open(page, `${shop.url}/cart`)
    // the cart cannot be written for minutes; what leaves with the shopper is the best all the same
    expect(writes).toBe(2)
    await page.getByRole('link', { name: 'Checkout link' }).click()
    await expect(page.getByText('−$4.80')).toBeVisible()
    expect((await cartOf(context, shop))?.codes).toContain('SAVE20')
  })

  test('has two tabs end on the same', async ({ page, context, shop }) => {
    await addMug(page, shop)
    const other = await context.newPage()
    await Promise.all([follow(page, shop, 'SAVE20'), follow(other, shop, 'SAVE10')])
    await expect
      .poll(async () => (await cartOf(context, shop))?.codes[0], { timeout: 15_000 })
      .toBe('SAVE20')
    await page.bringToFront()
    await expect
      .poll(async () => [...(await statuses(page))].sort(), { timeout: 15_000 })
      .toEqual(['SAVE10 waiting', 'SAVE20 applied'])
    await other.bringToFront()
    await expect
      .poll(async () => [...(await statuses(other))].sort())
      .toEqual(['SAVE10 waiting', 'SAVE20 applied'])
  })
})

test('combine keeps what goes together and drops what does not, and says so', async ({
  page,
  context,
  shop,
}) => {
  shop.settings.scriptTag = tag('combine')
  await addMug(page, shop)
  await page.addInitScript(() => {
    document.addEventListener('discount-keeper:rejected', (event) => {
      if (!(event instanceof CustomEvent)) return
      const { code, reason } = event.detail.grant
      sessionStorage.setItem('heard', `${sessionStorage.getItem('heard') ?? ''}${code} ${reason} `)
    })
  })
  await follow(page, shop, 'SAVE10')
  await follow(page, shop, 'EXTRA5')
  await follow(page, shop, 'TAKE5')
  await expect
    .poll(async () => [...(await statuses(page))].sort(), { timeout: 15_000 })
    .toEqual(['EXTRA5 applied', 'TAKE5 applied'])
  await expect
    .poll(async () => [...((await cartOf(context, shop))?.codes ?? [])].sort())
    .toEqual(['EXTRA5', 'TAKE5'])
  expect(await page.evaluate(() => sessionStorage.getItem('heard'))).toBe(
    'SAVE10 DISCOUNT_CODE_NOT_HONOURED ',
  )
})
