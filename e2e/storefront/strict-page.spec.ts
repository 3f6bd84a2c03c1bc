import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, expect, LANDING, open, settled, statuses, test } from '../fixtures.js'
import { STRICT_POLICY } from '../support/strict-policy.js'
import { watchTrouble } from '../support/watch-trouble.js'

/** The journey has the notice on its pages. */
const KEEPER = '<script src="/assets/discount-keeper.js" defer nonce="{nonce}"></script>'
const NOTICE = '<script src="/assets/discount-notice.js" defer nonce="{nonce}"></script>'

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Your cart' })

/** The notice, on the page it is asked on, speaks of the code. */
const expectNotice = async (page: Page, code: string): Promise<void> => {
  await page.evaluate(() => document.body.prepend(document.createElement('discount-notice')))
  await expect(page.locator('discount-notice').getByText(code).first()).toBeVisible()
}

const makeStrict = (shop: Shop): void => {
  shop.settings.csp = STRICT_POLICY
  shop.settings.scriptTag = KEEPER + NOTICE
}

for (const theme of ['plain', 'dawn', 'horizon', 'horizon-actions', 'horizon-3'] as const) {
  test(`from landing to order under the strictest content policy, ${theme} theme`, async ({
    page,
    context,
    shop,
  }) => {
    makeStrict(shop)
    shop.settings.theme = theme
    const trouble = await watchTrouble(context)
    await open(page, shop.url + LANDING)
    expect(await statuses(page)).toEqual(['SAVE10 held'])
    await expectNotice(page, 'SAVE10')
    await page.getByRole('link', { name: 'Everything' }).first().click()
    await page.waitForURL('**/collections/all')
    await page.getByRole('link', { name: 'Trail mug' }).click()
    await page.waitForURL('**/products/trail-mug')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(drawer(page).getByText('−$2.40')).toBeVisible()
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    await expectNotice(page, 'SAVE10')

    await drawer(page).getByLabel('Discount code').fill('FREESHIP')
    await drawer(page).getByRole('button', { name: 'Apply' }).click()
    await expect(drawer(page).getByText('FREESHIP', { exact: true })).toBeVisible()
    await settled(page)
    await drawer(page).getByRole('button', { name: 'Check out' }).click()
    await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
    await expect(page.getByText('−$2.40')).toBeVisible()
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.waitForURL('**/thank-you')
    await page.getByRole('link', { name: 'Back to the shop' }).click()
    await page.waitForURL(`${shop.url}/`)
    await settled(page)

    expect([...(shop.orders[0]?.codes ?? [])].sort()).toEqual(['FREESHIP', 'SAVE10'])
    expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-ref', value: 'amy' })
    expect(trouble).toEqual([])
  })
}

test('that policy bites, and what it bites is heard', async ({ page, context, shop }) => {
  makeStrict(shop)
  const trouble = await watchTrouble(context)
  await open(page, shop.url)
  await page.evaluate(() => {
    const style = Object.assign(document.createElement('style'), { textContent: 'a { top: 0 }' })
    document.head.append(style)
    try {
      Object.assign(document.body, { innerHTML: '<b>sink</b>' })
    } catch {}
  })
  await expect.poll(() => trouble.join('\n')).toContain('violation of require-trusted-types-for')
  expect(trouble.join('\n')).toContain('violation of style-src')
})

test('every way out by script works under that policy', async ({ page, context, shop }) => {
  makeStrict(shop)
  shop.settings.visit = 'refuses'
  const trouble = await watchTrouble(context)
  await addMug(page, shop)
  for (const name of ['Checkout by location.href', 'Checkout by form.submit()']) {
    await open(page, `${shop.url}/cart?discount=TAKE5`)
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
    await expect(page.getByText('−$5.00')).toBeVisible()
  }
  expect(trouble).toEqual([])
})
