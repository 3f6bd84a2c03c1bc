import type { Page } from '@playwright/test'
import { openAttribution } from '../../examples/storefront/open-attribution.js'
import type { AttributionDesk } from '../../examples/storefront/open-attribution.js'
import { addMug, cartOf, expect, settled, test as base, type Shop } from '../fixtures.js'
import { STRICT_POLICY } from '../support/strict-policy.js'
import { watchTrouble } from '../support/watch-trouble.js'

const PAGE = '/pages/attribution'

const test = base.extend<{ desk: AttributionDesk }>({
  desk: async ({ shop }, use) => use(openAttribution(shop)),
})

const table = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const report = (page: Page) => page.locator('[data-report-to]')
const posts = (shop: Shop) =>
  shop.requests.filter(({ path }) => path === '/apps/attribution/report')
/** What the network was told, without the times. */
const told = ({ received }: AttributionDesk) => received.map(({ fields }) => fields)

const answer = async (page: Page, shop: Shop, name: string): Promise<void> => {
  await page.goto(shop.url + PAGE)
  await page.getByRole('button', { name }).click()
}

const arrive = async (page: Page, shop: Shop, publisher: string): Promise<void> => {
  await page.goto(shop.url + PAGE)
  await page.getByRole('link', { name: `Arrive by ${publisher}'s link` }).click()
  await page.waitForURL(/discount=/)
  await settled(page)
}

/** Buys a mug; `ref` is who follows onto the cart, once there is one. */
const buy = async (page: Page, shop: Shop, ref?: string): Promise<void> => {
  await addMug(page, shop)
  const refOnCart = async () => (await cartOf(page.context(), shop))?.attributes.get('cc-ref')
  await expect.poll(refOnCart).toBe(ref)
  await page.goto(`${shop.url}/checkout`)
  await page.getByRole('button', { name: /place|pay|complete|order/i }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
}

const AMY = {
  coupon_code: 'SAVE10',
  order: '1001',
  amount: '21.60',
  payout: '3.24',
  currency: 'USD',
  affiliate: 'amy',
}

test('the page says what each link would do, and it does', async ({ page, desk, shop }) => {
  await page.goto(shop.url + PAGE)
  const card = page.getByRole('listitem').filter({ hasText: 'Belongs to amy' })
  await expect(card).toContainText(`${shop.url}${PAGE}?discount=SAVE10&ref=amy`)
  await expect(card).toContainText('The code SAVE10 is kept and put on the cart.')
  await expect(card).toContainText('It is a coupon of amy on Slow days.')
  await expect(card).toContainText('The affiliate amy is known, once that may be remembered.')
  await expect(table(page, 'Conversions')).toContainText('No order yet.')
  await expect(page.getByText('It was told nothing yet.')).toBeVisible()
  await arrive(page, shop, 'amy')
  const known = await page.evaluate(() => [
    window.DiscountKeeper.grants.map(({ code }) => code),
    window.DiscountKeeper.ref?.ref,
  ])
  expect(known).toEqual([['SAVE10'], 'amy'])
  expect(desk.received).toEqual([])
})

test('a link becomes a cart, an order and one postback, whatever is told twice', async ({
  page,
  desk,
  shop,
}) => {
  await answer(page, shop, 'Allow')
  await arrive(page, shop, 'amy')
  await buy(page, shop, 'amy')
  await expect(report(page)).toHaveAttribute('data-reported', 'sent')
  await expect.poll(() => told(desk)).toEqual([AMY])

  await page.reload()
  await expect(report(page)).toHaveAttribute('data-reported', 'known')
  const [order] = shop.orders
  if (!order) throw new Error('There is no order')
  for (const { status } of [await desk.tell(order), await desk.tell(order)])
    expect(status).toBe(200)
  expect(posts(shop)).toHaveLength(1)
  expect(told(desk)).toEqual([AMY])

  await page.goto(shop.url + PAGE)
  const row = table(page, 'Conversions').getByRole('row', { name: '#1001' })
  await expect(row.getByRole('cell')).toHaveText([
    'SAVE10',
    'amy',
    '3.24 USD',
    'link and coupon agree; 15 % of 21.60 USD',
    '21.60 USD',
  ])
  await expect(table(page, 'By coupon').getByRole('row', { name: 'SAVE10' })).toContainText(
    '3.24 USD',
  )
  await expect(table(page, 'By publisher').getByRole('row', { name: 'amy' })).toContainText('1')
  await expect(page.getByRole('list', { name: 'Postbacks the network got' })).toContainText(
    'coupon_code=SAVE10 · order=1001',
  )
})

test('the order of webhook and thank-you page does not matter', async ({ page, desk, shop }) => {
  const held: Parameters<AttributionDesk['tell']>[0][] = []
  shop.settings.ordered = (order) => void held.push(order)
  await answer(page, shop, 'Allow')
  await arrive(page, shop, 'amy')
  await buy(page, shop, 'amy')
  await expect(report(page)).toHaveAttribute('data-reported', 'sent')
  // what a page says is not enough
  expect(told(desk)).toEqual([])
  for (const order of held) await desk.tell(order)
  expect(told(desk)).toEqual([AMY])
})

for (const name of ['Refuse', 'Leave it open'])
  test(`nobody is told after: ${name}`, async ({ page, desk, shop }) => {
    await answer(page, shop, name)
    await arrive(page, shop, 'amy')
    await buy(page, shop)
    const said = name === 'Refuse' ? 'you did not allow it' : 'you have not said'
    await expect(report(page)).toContainText(said)
    const [order] = shop.orders
    if (!order) throw new Error('There is no order')
    expect(order.codes).toEqual(['SAVE10'])
    await desk.tell(order)
    // a refusal is told to the shop's own server, so that it tells nobody
    expect([posts(shop).length, told(desk)]).toEqual([name === 'Refuse' ? 1 : 0, []])
    // the books are the merchant's own: the coupon says whose it was
    await page.goto(shop.url + PAGE)
    await expect(table(page, 'Conversions').getByRole('row', { name: '#1001' })).toContainText(
      'the coupon alone speaks; 15 % of 21.60 USD',
    )
  })

test('a refusal holds on pages that ask nobody themselves', async ({ page, desk, shop }) => {
  await answer(page, shop, 'Refuse')
  await page.goto(`${shop.url}/?discount=SAVE10&ref=amy`)
  await settled(page)
  await buy(page, shop)
  const [order] = shop.orders
  if (!order) throw new Error('There is no order')
  expect(order.noteAttributes).not.toContainEqual(expect.objectContaining({ name: 'cc-ref' }))
  await desk.tell(order)
  expect(told(desk)).toEqual([])
})

test('an answer on the thank-you page is in time', async ({ page, desk, shop }) => {
  await arrive(page, shop, 'amy')
  await buy(page, shop)
  await expect(report(page)).toContainText('you have not said')
  expect(told(desk)).toEqual([])
  await page.evaluate(() => {
    const { Shopify } = window as unknown as {
      Shopify: { customerPrivacy: { setTrackingConsent: (answers: object) => void } }
    }
    Shopify.customerPrivacy.setTrackingConsent({ marketing: true })
  })
  await expect(report(page)).toHaveAttribute('data-reported', 'sent')
  await expect.poll(() => told(desk)).toEqual([AMY])
})

test('a refusal on the thank-you page is heard, though the order says otherwise', async ({
  page,
  desk,
  shop,
}) => {
  await answer(page, shop, 'Refuse')
  await arrive(page, shop, 'amy')
  const reported = page.waitForRequest((request) => request.url().endsWith('/report'))
  await buy(page, shop)
  const { amount, codes, consent, ref } = (await reported).postDataJSON() as Record<string, unknown>
  expect({ amount, codes, consent, ref }).toEqual({ amount: 2160, codes: [], consent: false })
  const [order] = shop.orders
  if (!order) throw new Error('There is no order')
  const noteAttributes = [{ name: 'cc-ref', value: 'amy' }]
  expect((await desk.tell({ ...order, noteAttributes })).status).toBe(200)
  expect(told(desk)).toEqual([])
})

test('a sale without a link is the coupon’s, and one without either is nobody’s', async ({
  page,
  desk,
  shop,
}) => {
  await answer(page, shop, 'Allow')
  await buy(page, shop)
  await expect(report(page)).toHaveAttribute('data-reported', 'sent')
  await page.goto(`${shop.url}/?discount=CREATOR20`)
  await settled(page)
  await buy(page, shop)
  await expect(report(page)).toHaveAttribute('data-reported', 'sent')
  await expect.poll(() => told(desk)).toMatchObject([{ order: '1002', affiliate: 'cleo' }])
  await page.goto(shop.url + PAGE)
  const sales = table(page, 'Conversions')
  await expect(sales.getByRole('row', { name: '#1001' })).toContainText('nobody sent this shopper')
  // no payout of its own: the usual ten per cent of 19.20
  await expect(sales.getByRole('row', { name: '#1002' })).toContainText('1.92 USD')
  const csv = await (await page.request.get(`${shop.url}/apps/attribution/conversions.csv`)).text()
  expect(csv.split('\r\n')[0]).toContain('Offer,Pub. Unique 3,Code')
  expect(csv).toContain('1002,')
})

test('a page cannot report an order that the shop does not have', async ({ desk, page, shop }) => {
  const order = {
    source: 'page',
    orderId: '4711',
    at: Date.now(),
    currency: 'USD',
    amount: 1,
    discount: 0,
    codes: ['SAVE10'],
    consent: true,
  }
  const post = (body: string) =>
    page.request.post(`${shop.url}/apps/attribution/report`, {
      data: body,
      headers: { 'Content-Type': 'text/plain', Origin: shop.url },
    })
  expect((await post(JSON.stringify(order))).status()).toBe(403)
  expect((await post(JSON.stringify({ ...order, amount: 'all' }))).status()).toBe(400)
  expect((await post('{')).status()).toBe(400)
  const books = await page.request.get(`${shop.url}/apps/attribution/books`)
  expect(await books.json()).toMatchObject({ sales: [] })
  expect(desk.received).toEqual([])
})

for (const width of [390, 1280])
  test(`the pages are fine with the strictest content policy, ${width} pixels wide`, async ({
    page,
    context,
    desk,
    shop,
  }) => {
    shop.settings.csp = STRICT_POLICY
    await page.setViewportSize({ width, height: 900 })
    const trouble = await watchTrouble(context)
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth)
    await answer(page, shop, 'Allow')
    await arrive(page, shop, 'amy')
    await buy(page, shop, 'amy')
    await expect(report(page)).toHaveAttribute('data-reported', 'sent')
    expect(await isWide()).toBe(width)
    await page.goto(shop.url + PAGE)
    await expect(table(page, 'Conversions').getByRole('row', { name: '#1001' })).toBeVisible()
    expect(await isWide()).toBe(width)
    expect(told(desk)).toEqual([AMY])
    expect(trouble).toEqual([])
  })
