import { addMug, expect, LANDING, open, statuses, test } from '../fixtures.js'

const REST = '**/discount-keeper.keeping.js?v=*'

test('a page with nothing to keep loads the small file alone, one with a promise the rest', async ({
  page,
  shop,
}) => {
  const files: string[] = []
  page.on('request', (request) => {
    const [, name] = /\/assets\/(discount-keeper.*)/.exec(request.url()) ?? []
    if (name) files.push(name)
  })
  await open(page, shop.url)
  await open(page, `${shop.url}/cart`)
  expect(new Set(files)).toEqual(new Set(['discount-keeper.js']))
  await open(page, shop.url + LANDING)
  expect(files.at(-1)).toMatch(/^discount-keeper\.keeping\.js\?v=\d/)
})

test('a rest that cannot be loaded harms nothing, and the promise waits for it', async ({
  page,
  shop,
}) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.route(REST, (route) => route.abort())
  await page.goto(shop.url + LANDING)
  await addMug(page, shop)
  await page.goto(`${shop.url}/cart`)
  await page.getByRole('button', { name: 'Check out' }).first().click()
  await page.waitForURL(/checkout/)
  expect(problems).toEqual([])

  await page.unroute(REST)
  await open(page, `${shop.url}/collections/all`)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
})

test('a promise outlives a page that was left before anything else was loaded', async ({
  page,
  shop,
}) => {
  await page.route(REST, () => undefined)
  await page.goto(shop.url + LANDING)
  await page.evaluate(() => localStorage.getItem('cc_discount_landing') ?? '')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await open(page, `${shop.url}/collections/all`)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
})
