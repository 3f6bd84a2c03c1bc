import type { Page } from '@playwright/test'
import { cartOf, expect, open, settled, statuses } from '../fixtures.js'
import { atCheckout, MADE, standing, test, WORD_LANDING } from './safe-shop.js'

/** A shopper whom Anna sent, with a mug in the cart, on the cart page; the page writes down who was turned away. */
const openCart = async (page: Page, url: string): Promise<void> => {
  await page.addInitScript(() => {
    window.heard = []
    document.addEventListener('discount-keeper:contested', (event) => {
      const { detail } = event as CustomEvent<{ ref: { ref: string }; refused?: string }>
      window.heard.push(`${detail.ref.ref} stays, not ${detail.refused}`)
    })
  })
  await open(page, url + WORD_LANDING)
  await page.goto(`${url}/products/trail-mug`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('dialog', { name: 'Your cart' }).getByText('Trail mug').first().waitFor()
  await open(page, `${url}/cart`)
  await standing(page)
}

const heard = (page: Page) => page.evaluate(() => window.heard)
const refOf = (page: Page) => page.evaluate(() => window.DiscountKeeper.ref?.ref)

const expectAnna = async (page: Page): Promise<void> => {
  expect(await refOf(page)).toBe('anna')
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])
}

test('a visit in a hidden frame takes nothing from the creator', async ({
  context,
  page,
  safe,
}) => {
  const { shop } = safe
  await openCart(page, shop.url)
  await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.src = '/?discount=BEA20&ref=extension'
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve)
    })
    document.body.append(frame)
    await loaded
  })
  const [, frame] = page.frames()
  await expect
    .poll(() => frame?.evaluate(() => window.heard))
    .toEqual(['anna stays, not extension'])
  await settled(page)
  expect((await cartOf(context, shop))?.attributes.get('cc-ref')).toBe('anna')
  await expectAnna(page)
})

test('a reload with a ref of its own takes nothing from the creator', async ({ page, safe }) => {
  const { shop } = safe
  await openCart(page, shop.url)
  await page.evaluate(() => {
    setTimeout(() => location.assign('/cart?ref=extension'))
  })
  await page.waitForURL('**/cart?ref=extension')
  await settled(page)
  await standing(page)
  await expect.poll(() => heard(page)).toEqual(['anna stays, not extension'])
  await expectAnna(page)
})

/** What a tab may be told by a page, by an extension, or by a network in between. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'by location': (page) =>
    page.evaluate(() => setTimeout(() => location.assign('/cart?discount=BEA20&ref=extension'))),
  'in place of the page': (page) =>
    page.evaluate(() => setTimeout(() => location.replace('/cart?discount=BEA20&ref=extension'))),
  'by the browser itself': (page) =>
    page.goto(new URL('/cart?discount=BEA20&ref=extension', page.url()).href),
  'by way of a network': (page) =>
    page.evaluate(() => setTimeout(() => location.assign('/apps/network'))),
  'by a reload, once its URL was changed': (page) =>
    page.evaluate(() => {
      history.replaceState({}, '', '/cart?discount=BEA20&ref=extension')
      setTimeout(() => location.reload())
    }),
}

for (const [name, go] of Object.entries(WAYS))
  test(`a tab that is sent to another ref ${name}, with no referrer, takes nothing from the creator`, async ({
    page,
    safe,
  }) => {
    const { shop } = safe
    const { app, scriptTag } = shop.settings
    shop.settings.scriptTag = `<meta name="referrer" content="no-referrer">${scriptTag}`
    shop.settings.app = async (request, client) =>
      request.url.endsWith('/network')
        ? new Response(null, {
            status: 302,
            headers: { location: '/cart?discount=BEA20&ref=extension' },
          })
        : (app?.(request, client) ?? new Response())
    await openCart(page, shop.url)
    await Promise.all([page.waitForEvent('load'), go(page)])
    expect(page.url()).toContain('/cart?discount=BEA20&ref=extension')
    await settled(page)
    await standing(page)
    expect(await page.evaluate(() => document.referrer)).toBe('')
    await expect.poll(() => heard(page)).toEqual(['anna stays, not extension'])
    expect(await statuses(page)).toEqual([' held'])
    await expectAnna(page)
    const asked = shop.requests.filter(({ path }) => path.endsWith('/mint'))
    expect(asked.map(({ body }) => body)).toEqual([
      expect.objectContaining({ discount: 'ANNA20', ref: 'anna' }),
    ])
  })

test('a tab in the background that is closed at once takes nothing from the creator', async ({
  context,
  page,
  safe,
}) => {
  const { shop } = safe
  await openCart(page, shop.url)
  const hidden = await context.newPage()
  // the driver has every page believe that it is looked at
  await hidden.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'hidden', { get: () => true })
  })
  await open(hidden, `${shop.url}/?discount=BEA20&ref=extension`)
  expect(await refOf(hidden)).toBe('anna')
  await hidden.close()
  await open(page, `${shop.url}/cart`)
  await standing(page)
  await expectAnna(page)
})

test('a checkout that is loaded again with a ref takes nothing from the creator', async ({
  page,
  safe,
}) => {
  const { shop } = safe
  await openCart(page, shop.url)
  await expectAnna(page)
  const url = new URL(page.url())
  url.searchParams.set('ref', 'extension')
  await page.goto(url.href)
  await page.reload()
  expect(await atCheckout(page)).toEqual([expect.stringMatching(MADE)])
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you')
  expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-ref', value: 'anna' })
  await open(page, shop.url)
  expect(await refOf(page)).toBe('anna')
})

test('a cookie that somebody overwrites is put back', async ({ context, page, safe }) => {
  const { shop } = safe
  await openCart(page, shop.url)
  const before = (await context.cookies()).find(({ name }) => name === 'cc_ref')
  await page.evaluate(() => {
    document.cookie = 'cc_ref=extension; path=/'
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(() => heard(page)).toEqual(['anna stays, not extension'])
  const after = (await context.cookies()).find(({ name }) => name === 'cc_ref')
  expect(after?.value).toBe(before?.value)
  await expectAnna(page)
})

test('a history entry that somebody pushes takes nothing from the creator', async ({
  page,
  safe,
}) => {
  await openCart(page, safe.shop.url)
  await page.evaluate(() => history.pushState({}, '', '/cart?ref=extension'))
  await expect.poll(() => heard(page)).toEqual(['anna stays, not extension'])
  await expectAnna(page)
})

test('a link from elsewhere that the shopper follows counts', async ({ page, safe }) => {
  const { shop } = safe
  await openCart(page, shop.url)
  await page.goto('about:blank')
  await open(page, `${shop.url}/cart?discount=BEA20&ref=bea`)
  await standing(page)
  expect(await refOf(page)).toBe('bea')
  expect(await statuses(page)).toEqual([' held'])
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  expect(await atCheckout(page)).toEqual([expect.stringMatching(/^BEA-[A-Z\d]{10,}$/)])
})

test('a link that a mail program opens in a tab of its own counts, with no referrer', async ({
  context,
  page,
  safe,
}) => {
  await openCart(page, safe.shop.url)
  const opened = await context.newPage()
  await open(opened, `${safe.shop.url}/?discount=BEA20&ref=bea`)
  expect(await opened.evaluate(() => document.referrer)).toBe('')
  expect(await refOf(opened)).toBe('bea')
})
