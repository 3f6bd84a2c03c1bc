import type { Page } from '@playwright/test'
import {
  addMug,
  BACK,
  cartOf,
  expect,
  LANDING,
  open,
  settled,
  statuses,
  test,
} from '../fixtures.js'
import { watchTrouble } from '../support/watch-trouble.js'

const leave = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Checkout link' }).click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
}

/** The checkout on show gives exactly these codes. */
const expectPromise = async (page: Page, codes: readonly string[]): Promise<void> => {
  await expect(page.locator('[data-applied="true"]')).toHaveCount(codes.length)
  for (const code of codes)
    await expect(page.locator('[data-applied="true"]').getByText(code)).toBeVisible()
}

test(
  'a page out of the back/forward cache leaves with what another tab was promised meanwhile',
  BACK,
  async ({ page, context, shop }) => {
    await open(page, shop.url + LANDING)
    await addMug(page, shop)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    await open(page, `${shop.url}/cart`)
    await page.evaluate(() => Reflect.set(window, 'wasHere', true))
    await leave(page)
    await expectPromise(page, ['SAVE10'])

    const other = await context.newPage()
    await open(other, `${shop.url}/?discount=TAKE5`)
    await expect.poll(() => statuses(other)).toEqual(['TAKE5 applied'])

    await page.bringToFront()
    // no load event comes with a page that was never unloaded
    await page.evaluate(() => history.back())
    await page.waitForURL('**/cart', { waitUntil: 'commit' })
    expect(await page.evaluate(() => Reflect.get(window, 'wasHere')), 'it was cached').toBe(true)
    await expect.poll(() => statuses(page)).toEqual(['TAKE5 applied'])
    await leave(page)
    await expectPromise(page, ['TAKE5'])
  },
)

test('in a sandbox, where storage throws and the shop cannot be asked, the code travels by URL', async ({
  page,
  context,
  shop,
}) => {
  await addMug(page, shop)
  const uncaught: string[] = []
  context.on('weberror', (error) => uncaught.push(error.error().message))
  shop.settings.csp = 'sandbox allow-scripts allow-forms'
  await page.goto(`${shop.url}/cart?discount=SAVE10&ref=amy`)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 held'])
  expect(
    await page.evaluate(() => {
      try {
        return typeof localStorage
      } catch {
        return 'throws'
      }
    }),
  ).toBe('throws')
  expect(await page.evaluate(() => window.DiscountKeeper.inspect().durability)).toBe('memory')
  shop.settings.csp = undefined
  await leave(page)
  await expectPromise(page, ['SAVE10'])
  expect(uncaught).toEqual([])
})

test('in a sandboxed frame the keeper keeps to itself, and the page around it keeps its promise', async ({
  page,
  context,
  shop,
}) => {
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await open(page, `${shop.url}/cart`)
  const uncaught: string[] = []
  context.on('weberror', (error) => uncaught.push(error.error().message))
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    Object.assign(frame, { name: 'widget', src })
    frame.setAttribute('sandbox', 'allow-scripts')
    document.body.append(frame)
  }, '/?discount=TAKE5&ref=mallory')
  await expect
    .poll(() =>
      page
        .frame('widget')
        ?.evaluate(() => (window as Partial<Window>).DiscountKeeper?.grants?.[0]?.code),
    )
    .toBe('TAKE5')
  await settled(page)
  expect(await statuses(page)).toEqual(['SAVE10 applied'])
  expect((await cartOf(context, shop))?.attributes.get('cc-ref')).toBe('amy')
  await leave(page)
  await expectPromise(page, ['SAVE10'])
  expect(uncaught).toEqual([])
})

/** All that a page could keep anything in refuses, each in the way that browsers do. */
const blockStorage = async (page: Page, cookies: string): Promise<void> => {
  await page.addInitScript((way) => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse })
    const cookie = way === 'throw' ? { get: refuse, set: refuse } : { get: () => '', set: () => {} }
    Object.defineProperty(document, 'cookie', cookie)
    navigator.locks.request = () => Promise.reject(new DOMException('No.', 'SecurityError'))
  }, cookies)
}

for (const cookies of ['throw', 'are ignored']) {
  test(`where storage is blocked and cookies ${cookies}, the shop's own memory and the URL keep the promise`, async ({
    page,
    context,
    shop,
  }) => {
    const trouble = await watchTrouble(context)
    await blockStorage(page, cookies)
    await page.goto(shop.url + LANDING)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 held'])
    expect(await page.evaluate(() => window.DiscountKeeper.inspect().durability)).toBe('memory')
    await expect
      .poll(() => shop.requests.some(({ path }) => path === '/discount/SAVE10'))
      .toBe(true)
    await addMug(page, shop)
    await page.goto(`${shop.url}/cart`)
    await leave(page)
    await expectPromise(page, ['SAVE10'])

    await page.goto(`${shop.url}/cart?discount=TAKE5`)
    await expect.poll(() => statuses(page)).toEqual(['TAKE5 held'])
    await leave(page)
    await expectPromise(page, ['TAKE5'])
    expect(trouble).toEqual([])
  })
}

const TABS = [
  { name: 'one after the other', inTurn: true },
  { name: 'at the same time', inTurn: false },
]

for (const { name, inTurn } of TABS) {
  test(`two tabs with opposite codes, opened ${name}, both leave with the one that stands`, async ({
    page,
    context,
    shop,
  }) => {
    await addMug(page, shop)
    const other = await context.newPage()
    const first = open(page, `${shop.url}/cart?discount=SAVE20&ref=amy`)
    if (inTurn) await first
    await Promise.all([first, open(other, `${shop.url}/cart?discount=TAKE5&ref=bob`)])
    await expect
      .poll(async () => String(await statuses(page)) === String(await statuses(other)))
      .toBe(true)
    await expect
      .poll(async () => String(await statuses(page)))
      .toMatch(inTurn ? /^TAKE5 applied$/ : /^(SAVE20|TAKE5) applied$/)
    const [held = ''] = await statuses(page)
    const code = held.split(' ')[0] ?? ''
    for (const tab of [page, other]) {
      await tab.bringToFront()
      await leave(tab)
      await expectPromise(tab, [code])
    }
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.waitForURL('**/thank-you')
    expect(shop.orders[0]?.codes).toEqual([code])
    expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-discount-code', value: code })
  })
}

test('two tabs whose codes combine, by the rule of the shop, both leave with both', async ({
  page,
  context,
  shop,
}) => {
  shop.settings.scriptTag =
    '<script src="/assets/discount-keeper.js" defer data-stacking="combine"></script>'
  await addMug(page, shop)
  const other = await context.newPage()
  await open(page, `${shop.url}/cart?discount=FREESHIP`)
  await open(other, `${shop.url}/cart?discount=TAKE5`)
  for (const tab of [page, other]) {
    await expect
      .poll(async () => [...(await statuses(tab))].sort())
      .toEqual(['FREESHIP applied', 'TAKE5 applied'])
    await tab.bringToFront()
    await leave(tab)
    await expectPromise(tab, ['FREESHIP', 'TAKE5'])
  }
})

test('a script that is hosted on another origin, as by a CDN, keeps the discount', async ({
  page,
  context,
  shop,
}) => {
  const cdn = `http://cdn.localhost:${new URL(shop.url).port}`
  shop.settings.scriptTag = `<script src="${cdn}/assets/discount-keeper.js" defer></script>`
  const trouble = await watchTrouble(context)
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  await page.goto(`${shop.url}/cart`)
  await leave(page)
  await expectPromise(page, ['SAVE10'])
  expect(trouble).toEqual([])
})
