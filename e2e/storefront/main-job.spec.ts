import type { BrowserContext, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, expect, LANDING, open, statuses, test } from '../fixtures.js'

interface WayOut {
  readonly name: string
  readonly leave: (page: Page, context: BrowserContext) => Promise<Page>
}

const byButton = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
  return page
}

const WAYS_OUT: readonly WayOut[] = [
  {
    name: 'a link',
    leave: async (page) => {
      await page.getByRole('link', { name: 'Checkout link' }).click()
      return page
    },
  },
  { name: 'a button outside its form', leave: byButton('Check out') },
  { name: 'location.href', leave: byButton('Checkout by location.href') },
  { name: 'form.submit()', leave: byButton('Checkout by form.submit()') },
  {
    name: 'a middle-click',
    leave: async (page, context) => {
      const opened = context.waitForEvent('page')
      await page.getByRole('link', { name: 'Checkout link' }).click({ button: 'middle' })
      return opened
    },
  },
]

const PLACES = [
  { place: 'the drawer', openCart: addMug },
  {
    place: 'the cart page',
    openCart: async (page: Page, shop: Shop) => {
      await addMug(page, shop)
      await page.goto(`${shop.url}/cart`)
    },
  },
]

for (const { place, openCart } of PLACES) {
  for (const { name, leave } of WAYS_OUT) {
    test(`a discount survives from landing to checkout: ${place}, ${name}`, async ({
      context,
      shop,
    }) => {
      const landing = await context.newPage()
      await open(landing, shop.url + LANDING)
      await landing.getByRole('link', { name: 'Everything' }).first().click()
      await landing.waitForURL('**/collections/all')
      await landing.close()

      const page = await context.newPage()
      await page.goto(shop.url)
      await openCart(page, shop)
      await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
      const checkout = await leave(page, context)

      await expect(checkout.getByRole('heading', { name: 'Checkout' })).toBeVisible()
      await expect(checkout.getByText('SAVE10').first()).toBeVisible()
      await expect(checkout.getByText('−$2.40')).toBeVisible()
      await expect(checkout.getByText('$26.60')).toBeVisible()
      await checkout.getByRole('button', { name: 'Place order' }).click()
      await checkout.waitForURL('**/thank-you')

      expect(shop.orders).toHaveLength(1)
      expect(shop.orders[0]).toMatchObject({ codes: ['SAVE10'], discount: 240, total: 2660 })
      expect(shop.orders[0]?.noteAttributes).toEqual([
        { name: 'cc-discount-code', value: 'SAVE10' },
        { name: 'cc-ref', value: 'amy' },
      ])
    })
  }
}
