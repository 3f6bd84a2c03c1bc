import type { Page } from '@playwright/test'
import { grantedTimes, logShown } from '../support/log-shown.js'
import { expect, test } from './open-headless.js'

const LANDING = '?discount=CREATOR20&ref=amy'
const PROMISE = 'Your code CREATOR20 comes off your order.'
const NO_PROMISE = 'Free returns within thirty days.'
const TEE = ['$50.00', 'With your code $40.00 instead of $50.00']
const SAVED = 'CREATOR20 Remove-$10.00'

test.describe.configure({ mode: 'default', timeout: 60_000 })

const announcement = (page: Page) => page.locator('.announcement')
const drawer = (page: Page) => page.getByRole('dialog', { name: 'Your cart' })
const discount = (page: Page) => page.locator('.discount')
const addToCart = (page: Page) => page.getByRole('button', { name: 'Add to cart' }).click()

/** Opens a page and waits until the browser has taken over what the server sent. */
const open = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.evaluate(() => window.isTakenOver)
}

/** Requests of the keeper: they say so in their address. */
const countOurs = (page: Page): (() => number) => {
  let count = 0
  page.on('request', (request) => {
    if (request.url().includes('shop-api?discount-keeper')) count++
  })
  return () => count
}

test('the server sends the whole shop, for who has no JavaScript', async ({ browser, shops }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(shops.production.url + '/' + LANDING)
  await expect(page.getByRole('listitem').locator('.price')).toHaveText([
    '$50.00',
    '$28.00',
    '$22.00',
    '$14.00',
  ])
  await page.getByRole('link', { name: 'Tote' }).click()
  await expect(page.getByRole('heading', { name: 'Tote', level: 1 })).toBeVisible()
  await expect(page).toHaveTitle('Tote · Plain')
  expect((await page.goto(shops.production.url + '/products/x/y'))?.status()).toBe(404)
  await page.close()
})

for (const mode of ['development', 'production'] as const) {
  test(`a discount goes from the landing to the order of a live Vendure (${mode})`, async ({
    page,
    shops,
  }) => {
    await open(page, `${shops[mode].url}/${LANDING}`)
    await expect(announcement(page)).toHaveText(PROMISE)
    await page.getByRole('link', { name: 'Tee', exact: true }).click()
    await addToCart(page)
    await expect(drawer(page).locator('.discount')).toHaveText(SAVED)
    await page.getByRole('link', { name: 'View cart' }).click()
    await expect(page).toHaveURL(/\/cart$/)
    await expect(page.locator('.total')).toHaveText('To pay$40.00')

    const checkout = page.getByRole('link', { name: 'Checkout' })
    await expect(checkout).toHaveAttribute('href', '/checkout?discount=CREATOR20')
    await checkout.click()
    await expect(discount(page)).toHaveText(SAVED)
    await page.getByRole('button', { name: 'Place order' }).click()
    await expect(page).toHaveURL(/\/thank-you\//)
    await expect(page.locator('.totals')).toHaveText(
      'Items$50.00CREATOR20 -$10.00Shipping$5.00Paid$45.00',
    )
    expect(await shops.order(page.url().split('/').pop() ?? '')).toMatchObject({
      state: 'PaymentSettled',
      couponCodes: ['CREATOR20'],
      subTotalWithTax: 4000,
      customFields: { ccDiscountCode: 'CREATOR20', ccRef: 'amy' },
    })

    // the promise is kept: the next order is another
    await expect(announcement(page)).toHaveText(NO_PROMISE)
    await page.getByRole('link', { name: 'Back to the shop' }).click()
    await expect(page.locator('.price').first()).toHaveText('$50.00')
  })

  test(`nothing flashes: what a page says of money is said once (${mode})`, async ({
    page,
    shops,
  }) => {
    const shown = await logShown(page, ['.announcement', '.price', '.discount', '.total'])
    const url = `${shops[mode].url}/products/tee${LANDING}`
    const html = await (await page.request.get(url)).text()
    expect(html).toContain('<p class="price">$50.00</p>')
    await open(page, url)
    await expect(announcement(page)).toHaveText(PROMISE)
    await addToCart(page)
    await expect(discount(page)).toHaveText(SAVED)
    await page.getByRole('button', { name: 'One Tee more' }).click()
    await expect(page.locator('.total')).toHaveText('To pay$80.00')
    await expect(discount(page)).toHaveText('CREATOR20 Remove-$20.00')
    expect(await shown('.announcement')).toEqual([NO_PROMISE, PROMISE])
    expect(await shown('.price')).toEqual(TEE)
    expect(await shown('.discount')).toEqual(['', SAVED, 'CREATOR20 Remove-$20.00'])
    expect(await shown('.total')).toEqual(['', 'To pay$50.00', 'To pay$40.00', 'To pay$80.00'])
    // strict mode rehearses every mount, and the keeper is none the wiser
    expect(await grantedTimes(page)).toBe(1)
  })
}

test('a second visit shows from the server what is kept, and sends nothing', async ({
  page,
  shops,
}) => {
  await open(page, `${shops.development.url}/products/tee${LANDING}`)
  await addToCart(page)
  await expect(discount(page)).toHaveText(SAVED)
  await expect(announcement(page)).toHaveAttribute('data-state', 'applied')

  const ours = countOurs(page)
  const shown = await logShown(page, ['.discount', '.total', '.announcement'])
  await open(page, `${shops.development.url}/cart`)
  await expect(announcement(page)).toHaveText(PROMISE)
  expect(await shown('.discount')).toEqual([SAVED])
  expect(await shown('.total')).toEqual(['To pay$40.00'])
  expect(await shown('.announcement')).toEqual([NO_PROMISE, PROMISE])
  expect(ours()).toBe(0)
})

test('back and forward show each page as it was, with the promise', async ({ page, shops }) => {
  const shown = await logShown(page, ['.announcement'])
  await open(page, `${shops.development.url}/${LANDING}`)
  await expect(announcement(page)).toHaveText(PROMISE)
  await page.getByRole('link', { name: 'Cap', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cap')
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain goods, made to last.')
  await expect(page).toHaveTitle('Plain goods · Plain')
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cap')
  await expect(page.locator('.price')).toHaveText('With your code $22.40 instead of $28.00')
  expect(await shown('.announcement')).toEqual([NO_PROMISE, PROMISE])
  expect(await grantedTimes(page)).toBe(1)
})

test('a code that the shopper takes off stays off, and one they type is theirs', async ({
  page,
  shops,
}) => {
  await open(page, `${shops.development.url}/products/tee${LANDING}`)
  await addToCart(page)
  await page.getByRole('button', { name: 'Remove CREATOR20' }).click()
  await expect(page.locator('.total')).toHaveText('To pay$50.00')
  await expect(discount(page)).toHaveCount(0)

  await open(page, `${shops.development.url}/cart`)
  const form = page.locator('.code-form')
  await form.getByLabel('Discount code').fill('NOPE')
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form.getByRole('status')).toHaveText('There is no such code.')
  await form.getByLabel('Discount code').fill('EXTRA10')
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form.getByRole('status')).toHaveText('It is on your cart.')
  await expect(discount(page)).toHaveText('EXTRA10 Remove-$5.00')
  await expect(page.locator('.total')).toHaveText('To pay$45.00')
  await expect(page.getByRole('link', { name: 'Checkout' })).toHaveAttribute(
    'href',
    '/checkout?discount=EXTRA10',
  )
})

test('a code whose condition is not met says what is missing', async ({ page, shops }) => {
  await open(page, `${shops.development.url}/products/tee?discount=MIN100`)
  await expect(page.locator('.price')).toHaveText('$50.00')
  await addToCart(page)
  await expect(announcement(page)).toHaveText(
    'Your code MIN100 waits: spend $50.00 more to use it.',
  )
  await page.getByRole('button', { name: 'One Tee more' }).click()
  await expect(discount(page)).toHaveText('MIN100 Remove-$10.00')
  await expect(announcement(page)).toHaveText('Your code MIN100 comes off your order.')
})

test('the drawer is a dialog for the keyboard', async ({ page, shops }) => {
  await open(page, `${shops.development.url}/products/tee`)
  await addToCart(page)
  await expect(drawer(page)).toBeVisible()
  await expect(drawer(page).getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await page.getByRole('button', { name: 'Cart 1 item' }).press('Enter')
  await expect(drawer(page).getByRole('link', { name: 'Tee' })).toBeVisible()
})
