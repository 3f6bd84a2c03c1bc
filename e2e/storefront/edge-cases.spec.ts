import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { addMug, expect, LANDING, statuses, test } from '../fixtures.js'
import { scriptTag } from '../support/script-tag.js'

const DAY = 86_400_000

const notices = (page: Page) => page.evaluate(() => [...window.DiscountKeeper.notices])

/** Leaves for checkout by the button of the drawer; resolves with what the shopper has to pay. */
const checkOut = async (page: Page): Promise<Page> => {
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  await page.getByRole('heading', { name: 'Checkout' }).waitFor()
  return page
}

/** The code lists that were written to the cart. */
const writtenCodes = (shop: Shop): readonly unknown[] =>
  shop.requests.flatMap(({ body, path }) =>
    path.endsWith('/cart/update.js') && typeof body === 'object' && body && 'discount' in body
      ? [body.discount]
      : [],
  )

test('the code expires in mid-session: a notice before, then the alternative in one write', async ({
  page,
  shop,
}) => {
  await page.clock.install()
  const endsAt = Date.now() + 3 * DAY
  shop.settings.scriptTag = scriptTag({
    'expiry-alternative': 'EXTRA5',
    'expiry-notice-before': '24',
    terms: JSON.stringify({ SAVE10: { endsAt } }),
  })
  await page.goto(shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  const before = writtenCodes(shop)

  await page.clock.fastForward(2 * DAY)
  await expect
    .poll(() => notices(page))
    .toMatchObject([{ code: 'SAVE10', state: 'expiring', endsAt, saved: 240, currency: 'USD' }])
  expect(await statuses(page)).toEqual(['SAVE10 applied'])

  await page.clock.fastForward(DAY)
  await expect.poll(() => statuses(page)).toEqual(['EXTRA5 applied'])
  expect(await notices(page)).toMatchObject([
    { code: 'SAVE10', state: 'ended', endsAt, alternative: 'EXTRA5' },
    { code: 'EXTRA5', state: 'applied', saved: 120 },
  ])
  expect(writtenCodes(shop).slice(before.length)).toEqual(['EXTRA5'])
  await expect((await checkOut(page)).getByText('−$1.20')).toBeVisible()
})
