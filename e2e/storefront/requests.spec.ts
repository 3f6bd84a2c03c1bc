import {
  addMug,
  calls,
  expect,
  keeperWrites,
  LANDING,
  open,
  settled,
  statuses,
  test,
} from '../fixtures.js'

test('a page view without a grant costs no request', async ({ page, shop }) => {
  await open(page, shop.url)
  await open(page, `${shop.url}/collections/all?utm_source=mail`)
  expect(calls(shop)).toEqual([])
})

test('a landing without a cart costs one request, and the next page views none', async ({
  page,
  shop,
}) => {
  await open(page, shop.url + LANDING)
  // the second line is the same request after its redirect
  const landing = ['GET /discount/SAVE10', 'GET /cart.js']
  expect(calls(shop)).toEqual(landing)
  await open(page, `${shop.url}/collections/all`)
  await open(page, `${shop.url}/products/trail-mug`)
  expect(calls(shop)).toEqual(landing)
  expect(shop.carts.size).toBe(0)
})

test('a landing with a cart costs two requests, one of them a combined write', async ({
  page,
  shop,
}) => {
  await addMug(page, shop)
  const before = calls(shop).length
  await open(page, shop.url + LANDING)
  expect(calls(shop).slice(before)).toEqual(['GET /cart.js', 'POST /cart/update.js'])
  expect(keeperWrites(shop)).toEqual([
    { discount: 'SAVE10', attributes: { 'cc-discount-code': 'SAVE10', 'cc-ref': 'amy' } },
  ])
  expect(await statuses(page)).toEqual(['SAVE10 applied'])
})

test('a page view with a grant that is in place costs no request', async ({
  page,
  context,
  shop,
}) => {
  await addMug(page, shop)
  await open(page, shop.url + LANDING)
  const before = calls(shop).length
  await open(page, shop.url)
  await open(page, `${shop.url}/cart`)
  await page.getByRole('link', { name: 'Everything' }).first().click()
  await page.waitForURL('**/collections/all')
  await settled(page)
  const other = await context.newPage()
  await open(other, shop.url)
  expect(await statuses(other)).toEqual(['SAVE10 applied'])
  expect(calls(shop).slice(before)).toEqual([])
})

test('a first item costs one read and one write', async ({ page, shop }) => {
  await open(page, shop.url + LANDING)
  const before = calls(shop).length
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  expect(calls(shop).slice(before)).toEqual([
    'POST /cart/add.js',
    'GET /cart.js',
    'POST /cart/update.js',
  ])
})

test('a shop that asks for it is left alone for minutes, and the discount still travels', async ({
  page,
  shop,
}) => {
  await addMug(page, shop)
  shop.settings.fault = ({ path }) => (path === '/cart.js' ? '429' : undefined)
  const before = calls(shop).length
  await open(page, shop.url + LANDING)
  await open(page, shop.url)
  await open(page, `${shop.url}/cart`)
  expect(calls(shop).slice(before)).toEqual(['GET /cart.js'])
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await expect(page.getByText('−$2.40')).toBeVisible()
})

test('a shop that never answers keeps nobody from checkout', async ({ page, shop }) => {
  await addMug(page, shop)
  shop.settings.latency = ({ path }) =>
    /^\/cart.*\.js$|^\/discount\//.test(path) ? new Promise(() => {}) : undefined
  await page.goto(shop.url + LANDING)
  await expect.poll(() => calls(shop)).toContain('GET /cart.js')
  await page.goto(`${shop.url}/cart`)
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await expect(page.getByText('−$2.40')).toBeVisible()
})
