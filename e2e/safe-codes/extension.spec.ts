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
