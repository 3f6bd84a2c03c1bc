import type { Page } from '@playwright/test'
import type { WooShop } from '../../test/support/woo-shop/open-woo-shop.js'
import { openWooShop } from '../../test/support/woo-shop/open-woo-shop.js'
import { expect, open, settled, statuses, test as base } from '../fixtures.js'

const test = base.extend<{ woo: WooShop }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
  woo: async ({}, use) => {
    const woo = await openWooShop()
    await use(woo)
    await woo.close()
    expect(woo.violations).toEqual([])
  },
})

const LANDING = '/?discount=CREATOR20&ref=amy'

/** Requests since the last call of this, as `METHOD path`. */
const asked = (woo: WooShop): readonly string[] =>
  woo.requests.splice(0).map(({ method, path }) => `${method} ${path}`)

const add = (page: Page): Promise<void> => page.getByRole('button', { name: 'Add to cart' }).click()
const total = (page: Page) => page.getByLabel('Total')

test('a discount survives from landing to the order, without a cart of ours and without a reload', async ({
  context,
  woo,
}) => {
  const landing = await context.newPage()
  const files: string[] = []
  landing.on('request', (request) => files.push(new URL(request.url()).pathname))
  await open(landing, woo.url + LANDING)
  expect(await statuses(landing)).toEqual(['CREATOR20 held'])
  expect(files).toContain('/assets/discount-keeper.woocommerce.keeping.js')
  // the storefront's own
  expect(asked(woo)).toEqual(['GET /cart'])
  await landing.close()

  const page = await context.newPage()
  await page.goto(woo.url)
  await add(page)
  await expect(total(page)).toHaveText('$40.00')
  await expect(page.getByLabel('Coupons')).toContainText('creator20 −$10.00')
  expect(await statuses(page)).toEqual(['CREATOR20 applied'])

  await page.getByRole('link', { name: 'Checkout' }).click()
  await page.waitForURL(`${woo.url}/checkout/`)
  await expect(total(page)).toHaveText('$40.00')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(woo.orders).toEqual([
    {
      coupons: ['creator20'],
      total: 4000,
      meta: { 'cc-discount-code': 'CREATOR20', 'cc-ref': 'amy' },
    },
  ])
})

test('a page with nothing to do sends nothing, and one without a promise loads the small file alone', async ({
  context,
  page,
  woo,
}) => {
  const files: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.includes('discount-keeper')) files.push(pathname)
  })
  await open(page, woo.url)
  expect(files).toEqual(['/assets/discount-keeper.woocommerce.js'])
  await open(page, woo.url + LANDING)
  await add(page)
  await expect(total(page)).toHaveText('$40.00')
  await settled(page)
  const next = await context.newPage()
  asked(woo)
  await open(next, `${woo.url}/cart/`)
  await expect(total(next)).toHaveText('$40.00')
  expect(asked(woo)).toEqual(['GET /cart'])
})

test('the code that the shopper has is not put off by one that stands alone', async ({
  page,
  woo,
}) => {
  await open(page, woo.url)
  await add(page)
  // the shop refuses a coupon for a cart that is not there yet
  await expect(total(page)).toHaveText('$50.00')
  await page.getByLabel('Coupon code').fill('EXTRA10')
  await page.getByRole('button', { name: 'Apply coupon' }).click()
  await expect(total(page)).toHaveText('$45.00')
  await open(page, `${woo.url}/?discount=SOLO30`)
  await expect.poll(() => statuses(page)).toEqual(['SOLO30 waiting'])
  await expect(total(page)).toHaveText('$45.00')
  asked(woo)
  await open(page, `${woo.url}/cart/`)
  expect(asked(woo)).toEqual(['GET /cart'])
  expect([...woo.sessions.values()].map(({ coupons }) => coupons)).toEqual([['extra10']])
})

test('a code that the shopper takes off stays off', async ({ page, woo }) => {
  await open(page, woo.url + LANDING)
  await add(page)
  await page.getByRole('button', { name: 'Remove creator20' }).click()
  await expect(total(page)).toHaveText('$50.00')
  await expect.poll(() => statuses(page)).toEqual([])
  await add(page)
  await expect(total(page)).toHaveText('$100.00')
  await open(page, `${woo.url}/cart/`)
  await expect(total(page)).toHaveText('$100.00')
})

test('a page from a cache, with a nonce of yesterday, keeps the discount all the same', async ({
  page,
  woo,
}) => {
  await page.route(woo.url + LANDING, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(woo.nonce, 'yesterday')
    await route.fulfill({ response, body })
  })
  await open(page, woo.url + LANDING)
  await add(page)
  await expect(total(page)).toHaveText('$40.00')
})
