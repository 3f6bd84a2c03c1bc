import type { Page } from '@playwright/test'
import { addMug, BACK, cartOf, expect, open, settled, statuses } from '../fixtures.js'
import { atCheckout, ENDPOINT, MADE, standing, test, WORD_LANDING } from './safe-shop.js'

const DAY = 86_400_000

const button = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

const WAYS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the cart form': button('Check out'),
  'a link': (page) => page.getByRole('link', { name: 'Checkout link' }).click(),
  'location.href': button('Checkout by location.href'),
  'the Enter key on the button': async (page) => {
    await page.getByRole('button', { name: 'Check out', exact: true }).focus()
    await page.keyboard.press('Enter')
  },
}

/** Where the way out is, with a mug in the cart and the keeper at every door. */
const openCart = async (page: Page, url: string): Promise<void> => {
  await open(page, `${url}/cart`)
  await standing(page)
}

for (const [name, leave] of Object.entries(WAYS))
  test(`${name} leads to checkout with a code made for it`, async ({ context, page, safe }) => {
    const { asked, shop } = safe
    await open(page, shop.url + WORD_LANDING)
    expect(await statuses(page)).toEqual([' held'])
    await addMug(page, shop)
    await openCart(page, shop.url)
    expect(asked()).toEqual([])
    expect((await cartOf(context, shop))?.codes).toEqual([])

    await leave(page)
    expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])
    expect(asked()).toHaveLength(1)
  })

test(
  'the drawer leads to checkout with a code, and the cart shows it on the way back',
  BACK,
  async ({ context, page, safe }) => {
    const { asked, shop } = safe
    await open(page, shop.url + WORD_LANDING)
    await addMug(page, shop)
    await settled(page)
    await standing(page)
    await page
      .getByRole('dialog', { name: 'Your cart' })
      .getByRole('button', { name: 'Check out', exact: true })
      .click()
    const [code = ''] = await atCheckout(page)
    expect(code).toMatch(MADE)

    await page.goBack({ waitUntil: 'commit' })
    await expect.poll(() => statuses(page)).toEqual([`${code} applied`])
    const cart = await cartOf(context, shop)
    expect(cart?.codes).toEqual([code])
    expect(cart?.attributes.get('cc-discount-code')).toBe(code)
    expect(asked()).toHaveLength(1)
  },
)

test('a submit button arrives with its name, and listeners hear one click and one submission', async ({
  page,
  safe,
}) => {
  const { shop } = safe
  await page.addInitScript(() => {
    for (const type of ['click', 'submit'])
      document.addEventListener(type, (event) => {
        if ((event.target as Element).closest('[name=checkout], form[id]'))
          sessionStorage.setItem('heard', `${sessionStorage.getItem('heard') ?? ''} ${type}`)
      })
  })
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await page.evaluate(() => sessionStorage.removeItem('heard'))
  await button('Check out')(page)
  await atCheckout(page)
  const sent = shop.requests.filter(({ method, path }) => method === 'POST' && path === '/cart')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toHaveProperty('checkout')
  expect(await page.evaluate(() => sessionStorage.getItem('heard'))).toBe(' click submit')
})

test('a pointer that is pressed warms the code, and the click then waits for nothing', async ({
  page,
  safe,
}) => {
  const { asked, shop } = safe
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  const exit = page.getByRole('button', { name: 'Check out', exact: true })
  await exit.hover()
  expect(asked()).toEqual([])
  await page.mouse.down()
  await expect
    .poll(() => statuses(page))
    .toEqual([expect.stringMatching(/^ANNA20OFF-\S+ applied$/)])
  const isStopped = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('submit', (event) => resolve(event.defaultPrevented), true)
      }),
  )
  await page.mouse.up()
  expect(await isStopped.catch(() => false)).toBe(false)
  expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])
  expect(asked()).toHaveLength(1)
})

test('a slow code is waited for, a hung one is not', async ({ page, safe }) => {
  const { asked, configure, shop } = safe
  configure({ 'safe-codes-patience': '4000' })
  shop.settings.latency = ({ path }) => (path === ENDPOINT ? 800 : undefined)
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await button('Check out')(page)
  expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])

  shop.reset()
  await page.context().clearCookies()
  shop.settings.fault = ({ path }) => (path === ENDPOINT ? 'hang' : undefined)
  configure({ 'safe-codes-patience': '300' })
  await page.goto('about:blank')
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await button('Check out')(page)
  expect(await atCheckout(page)).toEqual([])
  expect(asked().length).toBeGreaterThan(0)
})

for (const [name, fault] of [
  ['503', '500'],
  ['no answer', undefined],
  ['a page in place of JSON', 'html'],
] as const)
  test(
    `an endpoint that fails, by ${name}, lets the shopper go at full price, and the promise stays`,
    BACK,
    async ({ page, safe }) => {
      const { asked, shop } = safe
      // a browser sends again by itself what a server that hung up has not answered
      if (!fault) await page.route(`**${ENDPOINT}`, (route) => route.abort())
      shop.settings.fault = ({ path }) => (path === ENDPOINT ? fault : undefined)
      await open(page, shop.url + WORD_LANDING)
      await addMug(page, shop)
      await openCart(page, shop.url)
      await page.evaluate(() =>
        document.addEventListener('discount-keeper:error', (event) => {
          const { error } = (event as CustomEvent<{ error: { code: string } }>).detail
          sessionStorage.setItem('error', error.code)
        }),
      )
      await button('Check out')(page)
      expect(await atCheckout(page)).toEqual([])
      expect(await page.evaluate(() => sessionStorage.getItem('error'))).toBe('MINT')
      expect(asked()).toHaveLength(fault ? 1 : 0)
      await page.goBack({ waitUntil: 'commit' })
      await settled(page)
      expect(await statuses(page)).toEqual([' held'])
    },
  )

test('what falls back on the word has it tried as a code', async ({ page, safe }) => {
  const { configure, shop } = safe
  configure({ 'safe-codes-fallback': 'base' })
  shop.settings.fault = ({ path }) => (path === ENDPOINT ? '500' : undefined)
  await open(page, `${shop.url}/?discount=CREATOR20`)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await button('Check out')(page)
  expect(await atCheckout(page)).toEqual(['CREATOR20'])
})

test('what the server refuses is rejected, and asked for no more', BACK, async ({ page, safe }) => {
  const { asked, shop } = safe
  await open(page, `${shop.url}/?discount=NOBODY`)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await button('Check out')(page)
  expect(await atCheckout(page)).toEqual([])
  await page.goBack({ waitUntil: 'commit' })
  await settled(page)
  expect(await statuses(page)).toEqual([])
  await button('Check out')(page)
  await atCheckout(page)
  expect(asked()).toHaveLength(1)
})

test('two tabs go to checkout with the same code', async ({ context, page, safe }) => {
  const { asked, shop } = safe
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  const other = await context.newPage()
  for (const tab of [page, other]) await openCart(tab, shop.url)
  await Promise.all([button('Check out')(page), button('Check out')(other)])
  const codes = [...(await atCheckout(page)), ...(await atCheckout(other))]
  expect(codes).toEqual([expect.stringMatching(MADE), codes[0]])
  expect(new Set(asked()).size).toBe(1)
  expect([...shop.codes.values()].filter(({ code }) => MADE.test(code))).toHaveLength(1)
})

test('the second order gets a code of its own', async ({ page, safe }) => {
  const { asked, shop } = safe
  const buy = async (): Promise<string | undefined> => {
    await open(page, shop.url + WORD_LANDING)
    await addMug(page, shop)
    await openCart(page, shop.url)
    await button('Check out')(page)
    const [code] = await atCheckout(page)
    await page.getByRole('button', { name: /pay|complete|place/i }).click()
    await page.getByRole('heading', { name: /thank/i }).waitFor()
    return code
  }
  const codes = [await buy(), await buy()]
  expect(codes).toEqual([expect.stringMatching(MADE), expect.stringMatching(MADE)])
  expect(codes[0]).not.toBe(codes[1])
  expect(shop.orders.map((order) => order.codes)).toEqual(codes.map((code) => [code]))
  expect(new Set(asked()).size).toBe(2)
})

test('a code that has ended is made again on return, and the old one is off', async ({
  context,
  page,
  safe,
}) => {
  const { asked, shop } = safe
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  await button('Check out')(page)
  const [first = ''] = await atCheckout(page)
  expect(first).toMatch(MADE)
  const later = Date.now() + 3 * DAY
  shop.settings.now = () => later
  await page.reload()
  expect(await atCheckout(page)).toEqual([])

  await page.addInitScript((now) => {
    Date.now = () => now
  }, later)
  await openCart(page, shop.url)
  await button('Check out')(page)
  const codes = await atCheckout(page)
  expect(codes).toEqual([expect.stringMatching(MADE)])
  expect(codes).not.toContain(first)
  expect((await cartOf(context, shop))?.codes).toEqual(codes)
  // one checkout, asked for twice
  expect(asked()).toEqual([asked()[0], asked()[0]])
})

test('made for the cart, it shows the price with the first item', async ({
  context,
  page,
  safe,
}) => {
  const { asked, configure, shop } = safe
  configure({ 'safe-codes-when': 'cart' })
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await expect
    .poll(() => statuses(page))
    .toEqual([expect.stringMatching(/^ANNA20OFF-\S+ applied$/)])
  expect((await cartOf(context, shop))?.codes).toEqual([expect.stringMatching(MADE)])
  expect(asked()).toHaveLength(1)
  await openCart(page, shop.url)
  await button('Check out')(page)
  expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])
  expect(asked()).toHaveLength(1)
})

test('a click that opens a new window is not held', async ({ context, page, safe }) => {
  const { shop } = safe
  shop.settings.fault = ({ path }) => (path === ENDPOINT ? 'hang' : undefined)
  safe.configure({ 'safe-codes-patience': '9000' })
  await open(page, shop.url + WORD_LANDING)
  await addMug(page, shop)
  await openCart(page, shop.url)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Checkout link' }).click({ modifiers: ['Control'] })
  await (await opened).getByRole('heading', { name: 'Checkout' }).waitFor()
})
