import type { BrowserContext, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import type { SeenCart, ThemeCart } from '../../test/support/theme-cart.js'
import { cartOf, expect, MUG, open, statuses, test } from '../fixtures.js'
import { serveClient } from '../support/serve-client.js'
import { watchTrouble } from '../support/watch-trouble.js'

const NOTEBOOK = 40301
const LANDING = '/client?discount=SAVE10&ref=amy'
const OURS = { 'cc-discount-code': 'SAVE10', 'cc-ref': 'amy' }

/** What `liquid-ajax-cart` puts on the page. */
interface LiquidAjaxCart {
  readonly init: boolean
  readonly processing: boolean
  readonly cart: SeenCart
  readonly get: (options: object) => void
  readonly add: (body: object, options: object) => void
}

declare global {
  interface Window {
    Shopify: { readonly theme: { readonly cart: ThemeCart } }
    liquidAjaxCart: LiquidAjaxCart
  }
}

/** Requests of the keeper: no other script here asks for JSON by its name. */
const ours = (shop: Shop): readonly string[] =>
  shop.requests
    .filter(({ headers, path }) => headers['accept'] === 'application/json' && path !== '/client')
    .map(({ method, path }) => `${method} ${path}`)

/** Every request to the cart went well. */
const refusals = (shop: Shop): readonly unknown[] =>
  shop.requests.filter(({ path, status = 0 }) => path.includes('/cart') && status >= 400)

/** So many looks of ours at the cart at the most, the landing's among them, and exactly so many writes. */
const expectThrifty = (
  shop: Shop,
  { looks, writes }: { readonly looks: number; readonly writes: number },
): void => {
  const posts = ours(shop).filter((request) => request.startsWith('POST'))
  expect(posts).toHaveLength(writes)
  const gets = ours(shop).filter((request) => request === 'GET /cart.js')
  expect(gets.length).toBeLessThanOrEqual(looks)
}

interface Walk {
  readonly page: Page
  readonly shop: Shop
  readonly context: BrowserContext
}

/** What the cart holds at the shop: our code, and all attributes that say something. */
const held = async ({ context, shop }: Walk) => {
  const cart = await cartOf(context, shop)
  return {
    codes: cart?.codes,
    attributes: Object.fromEntries([...(cart?.attributes ?? [])].filter(([, value]) => value)),
  }
}

/**
 * The client changes the cart; our script looks at it afterwards, with two requests at the most, and our code and
 * attributes are on it.
 */
const change = async (walk: Walk, act: () => Promise<unknown>, attributes: object = {}) => {
  const { shop } = walk
  const before = ours(shop).length
  await act()
  await expect.poll(() => ours(shop).length).toBeGreaterThan(before)
  await expect
    .poll(() => held(walk))
    .toEqual({ codes: ['SAVE10'], attributes: { ...OURS, ...attributes } })
  await expect.poll(() => statuses(walk.page)).toEqual(['SAVE10 applied'])
}

/** A further page view, which has nothing to do. */
const expectSettled = async ({ page, shop }: Walk): Promise<void> => {
  const before = ours(shop).length
  await open(page, `${shop.url}/client`)
  await open(page, `${shop.url}/client`)
  expect(ours(shop).slice(before)).toEqual([])
}

/** A page with theme-cart that a link has led to, and the library's functions. */
const openThemeCart = async ({ context, page, shop }: Walk) => {
  const trouble = await watchTrouble(context)
  await serveClient(page, shop, 'theme-cart')
  await open(page, shop.url + LANDING)
  expect(ours(shop)).toEqual(['GET /discount/SAVE10', 'GET /cart.js'])
  const call = (name: keyof ThemeCart, ...args: readonly unknown[]) =>
    page.evaluate(
      ([verb, given]) => Reflect.apply(window.Shopify.theme.cart[verb], undefined, given),
      [name, args] as const,
    )
  const state = () => page.evaluate(() => window.Shopify.theme.cart.getState())
  return { call, state, trouble }
}

test('@shopify/theme-cart: each change keeps the discount, and the client sees its own', async ({
  page,
  shop,
  context,
}) => {
  const walk = { page, shop, context }
  const { call, state, trouble } = await openThemeCart(walk)
  const keyOf = async (variant: number): Promise<string> =>
    (await state()).items.find((item) => item.variant_id === variant)?.key ?? ''

  await change(walk, () => call('addItem', MUG, { quantity: 1, properties: { gift: 'yes' } }))
  const first = await state()
  expect(first.items[0]).toMatchObject({ quantity: 1, properties: { gift: 'yes' } })
  expect(first).toMatchObject({ attributes: OURS, total_discount: 240 })

  const mug = await keyOf(MUG)
  await change(walk, () => call('updateItem', mug, { quantity: 3 }))
  await change(walk, () => call('updateItem', mug, { properties: { gift: 'no' } }))
  expect((await state()).items).toMatchObject([{ quantity: 3, properties: { gift: 'no' } }])

  await change(walk, () => call('updateAttributes', { wrap: 'paper' }), { wrap: 'paper' })
  await change(walk, () => call('updateNote', 'Ring twice'), { wrap: 'paper' })
  expect(await state()).toMatchObject({ note: 'Ring twice', attributes: { wrap: 'paper' } })

  await change(walk, () => call('addItem', NOTEBOOK), { wrap: 'paper' })
  const notebook = await keyOf(NOTEBOOK)
  await change(walk, () => call('removeItem', notebook), { wrap: 'paper' })
  expect((await state()).item_count).toBe(3)
  await expectSettled(walk)

  // it writes '' to every attribute, ours included: ours come back
  await change(walk, () => call('clearAttributes'))
  expect(refusals(shop)).toEqual([])
  expect(trouble).toEqual([])
  expectThrifty(shop, { looks: 9, writes: 2 })
})

for (const clearKeepsCodes of [true, false])
  test(`@shopify/theme-cart clears the cart of a shop that ${clearKeepsCodes ? 'keeps' : 'drops'} its codes, and the next item has the discount`, async ({
    page,
    shop,
    context,
  }) => {
    shop.settings.clearKeepsCodes = clearKeepsCodes
    const walk = { page, shop, context }
    const { call, state, trouble } = await openThemeCart(walk)
    await change(walk, () => call('addItem', MUG))
    await call('updateNote', 'Ring twice')
    const before = ours(shop).length
    await call('clearItems')
    await expect.poll(() => ours(shop).length).toBeGreaterThan(before)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 held'])
    await change(walk, () => call('addItem', MUG))
    const last = await state()
    expect(last).toMatchObject({ note: 'Ring twice', item_count: 1, total_discount: 240 })
    expect(last.discount_codes).toEqual([{ code: 'SAVE10', applicable: true }])
    await expectSettled(walk)
    expect(refusals(shop)).toEqual([])
    expect(trouble).toEqual([])
    expectThrifty(shop, { looks: 4, writes: 1 })
  })

test('liquid-ajax-cart: its queue and its sections work, and each change keeps the discount', async ({
  page,
  shop,
  context,
}) => {
  const walk = { page, shop, context }
  const trouble = await watchTrouble(context)
  await serveClient(page, shop, 'liquid-ajax-cart')
  await open(page, shop.url + LANDING)
  const client = () => page.waitForFunction(() => window.liquidAjaxCart.init)
  /** The client's own view, once its queue is empty. */
  const view = async (): Promise<SeenCart> => {
    await page.waitForFunction(() => !window.liquidAjaxCart.processing)
    return page.evaluate(() => window.liquidAjaxCart.cart)
  }
  const cart = page.getByRole('form', { name: 'Cart' })
  const quantity = cart.getByLabel('Quantity of Trail mug')
  await client()
  expect(ours(shop)).toEqual(['GET /discount/SAVE10', 'GET /cart.js'])

  await change(walk, () => page.getByRole('button', { name: 'Add to cart' }).click())
  await expect(quantity).toHaveValue('1')
  await expect(cart.getByText('−$2.40')).toBeVisible()

  await change(walk, () => cart.getByText('One Trail mug more').click())
  await expect(quantity).toHaveValue('2')
  await expect(cart.getByText('−$4.80')).toBeVisible()
  expect(await view()).toMatchObject({ item_count: 2, total_discount: 480, attributes: OURS })

  const wrapping = { wrapping: 'paper' }
  await change(
    walk,
    async () => {
      await cart.getByLabel('Wrapping').fill('paper')
      await cart.getByLabel('Wrapping').press('Enter')
    },
    wrapping,
  )
  await change(
    walk,
    async () => {
      await cart.getByLabel('Note').fill('Ring twice')
      await cart.getByLabel('Note').press('Control+Enter')
    },
    wrapping,
  )
  expect(await view()).toMatchObject({ note: 'Ring twice', attributes: { ...OURS, ...wrapping } })

  // three at once: one after the other, and one look of ours
  await change(
    walk,
    () =>
      page.evaluate(
        (ids) => ids.forEach((id) => window.liquidAjaxCart.add({ id, quantity: 1 }, {})),
        [NOTEBOOK, MUG, NOTEBOOK],
      ),
    wrapping,
  )
  await expect(cart.getByLabel('Quantity of Field notebook')).toHaveValue('2')
  await expect(quantity).toHaveValue('3')
  expect((await view()).item_count).toBe(5)

  await change(walk, () => cart.getByText('Remove Field notebook').click(), wrapping)
  await expect(cart.getByLabel('Quantity of Field notebook')).toHaveCount(0)
  await expectSettled(walk)

  await client()
  const before = ours(shop).length
  await cart.getByText('Empty the cart').click()
  await expect.poll(() => ours(shop).length).toBeGreaterThan(before)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 held'])
  await expect(quantity).toHaveCount(0)
  await change(walk, () => page.getByRole('button', { name: 'Add to cart' }).click(), wrapping)
  await expect(cart.getByText('−$2.40')).toBeVisible()
  expect(await view()).toMatchObject({ note: 'Ring twice', item_count: 1, total_discount: 240 })
  await expectSettled(walk)

  expect(refusals(shop)).toEqual([])
  expect(trouble).toEqual([])
  // a library that sends two requests for one change may be looked at twice
  expectThrifty(shop, { looks: 17, writes: 1 })
})
