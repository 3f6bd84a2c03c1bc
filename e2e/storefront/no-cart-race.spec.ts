import type { RecordedRequest } from '../../examples/storefront/shop/types.js'
import {
  addMug,
  cartOf,
  expect,
  keeperWrites,
  LANDING,
  MUG,
  open,
  settled,
  statuses,
  test,
} from '../fixtures.js'

/** Holds answers by path until they are let go, so that they come back in the order a test wants. */
const gates = () => {
  const waiting = new Map<string, () => void>()
  const held = new Map<string, Promise<void>>()
  return {
    hold: (name: string) => {
      held.set(name, new Promise((resolve) => waiting.set(name, resolve)))
    },
    letGo: (name: string) => waiting.get(name)?.(),
    latency: (request: RecordedRequest) =>
      [...held].find(([name]) => request.path.startsWith(name))?.[1],
  }
}

const ORDERS = [
  ['/discount/', '/cart.js', '/cart/add'],
  ['/cart/add', '/discount/', '/cart.js'],
  ['/discount/', '/cart/add', '/cart.js'],
]

for (const order of ORDERS) {
  test(`landing and adding in the same instant, answers in the order ${order.join(' ')}`, async ({
    page,
    context,
    shop,
  }) => {
    const { hold, letGo, latency } = gates()
    order.forEach(hold)
    shop.settings.latency = latency
    await page.goto(`${shop.url}/products/trail-mug?discount=SAVE10&ref=amy`)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    for (const name of order) {
      await expect
        .poll(() => shop.requests.some((request) => request.path.startsWith(name)))
        .toBe(true)
      letGo(name)
    }
    await page
      .getByRole('dialog', { name: 'Your cart' })
      .getByRole('link', { name: 'Trail mug', exact: true })
      .waitFor()
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])

    const cart = await cartOf(context, shop)
    expect(cart?.lines.map(({ variantId }) => variantId)).toEqual([MUG])
    expect(cart?.codes).toEqual(['SAVE10'])
    expect(shop.carts.size).toBe(1)
    const writes = shop.requests.filter((request) => request.path.endsWith('/cart/update.js'))
    expect(writes.length).toBeGreaterThan(0)
    expect(writes.map(({ cartCookie }) => !!cartCookie)).not.toContain(false)
  })
}

test('no page view, landing or tab ever makes a cart', async ({ page, context, shop }) => {
  await open(page, shop.url + LANDING)
  await open(page, `${shop.url}/cart`)
  const other = await context.newPage()
  await open(other, `${shop.url}/?discount=EXTRA5`)
  expect(shop.carts.size).toBe(0)
  expect(
    shop.requests
      .flatMap(({ setCookie }) => setCookie)
      .filter((cookie) => cookie.startsWith('cart=')),
  ).toEqual([])
})

test('a cart that is replaced in mid-visit gets code and attributes as well', async ({
  page,
  context,
  shop,
}) => {
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  shop.settings.visit = 'refuses'
  await context.clearCookies({ name: 'cart' })
  await addMug(page, shop)
  await expect.poll(async () => (await cartOf(context, shop))?.codes).toEqual(['SAVE10'])
  expect(shop.carts.size).toBe(2)
  expect(Object.fromEntries((await cartOf(context, shop))?.attributes ?? [])).toEqual({
    'cc-discount-code': 'SAVE10',
    'cc-ref': 'amy',
  })
})

test('a shopper who returns with storage but without session cookies is remembered by the shop again', async ({
  page,
  context,
  shop,
}) => {
  await open(page, shop.url + LANDING)
  const kept = (await context.cookies()).filter(({ expires }) => expires > 0)
  await context.clearCookies()
  await context.addCookies(kept)
  await open(page, shop.url)
  expect((await context.cookies()).find(({ name }) => name === 'discount_code')?.value).toBe(
    'SAVE10',
  )
})

test('a cart that expired at the shop is not written to', async ({ page, shop }) => {
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  const writes = keeperWrites(shop).length
  shop.carts.clear()
  await open(page, `${shop.url}/?discount=EXTRA5`)
  await settled(page)
  expect(keeperWrites(shop)).toHaveLength(writes)
  expect(shop.carts.size).toBe(0)
  expect(await statuses(page)).toEqual(['EXTRA5 held'])
})
