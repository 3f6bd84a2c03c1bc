import { addMug, expect, LANDING, open, statuses, test } from '../fixtures.js'

const DAY = 86_400_000

test('the panel of the demo shows live what is kept where', async ({ page, shop }) => {
  await open(page, shop.url + LANDING)
  const panel = page.getByRole('complementary', { name: 'Discount Keeper' })
  await panel.getByText('Discount Keeper', { exact: true }).click()
  const table = panel.getByRole('table')
  for (const name of [
    'url-parameter',
    'cart-attributes',
    'local-storage',
    'cookie',
    'checkout-url',
    'email-link',
  ])
    await expect(table.getByText(name, { exact: true }).first()).toBeVisible()
  await expect(table.getByText('browser').first()).toBeVisible()
  await expect(panel.getByText('held').first()).toBeVisible()

  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  const later = page.getByRole('complementary', { name: 'Discount Keeper' })
  await expect(later.getByText('SAVE10 applied')).toBeVisible()
})

test('a grant that ends in mid-session is told, and the alternative takes its place', async ({
  page,
  shop,
}) => {
  shop.settings.scriptTag =
    '<script src="/assets/discount-keeper.js" defer data-expiry-alternative="EXTRA5" data-expiry-notice-before="48"></script>'
  await page.clock.install()
  await page.addInitScript(() => {
    window.heard = []
    for (const name of ['expiring', 'expired', 'granted'])
      document.addEventListener(`discount-keeper:${name}`, (event) => {
        const { grant } = (event as CustomEvent<{ grant: { code: string } }>).detail
        window.heard.push(`${name} ${grant.code}`)
      })
  })
  await page.goto(shop.url + LANDING)
  await page.clock.runFor(2000)
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['granted SAVE10'])
  for (const days of [14, 14]) await page.clock.fastForward(days * DAY)
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual(['granted SAVE10', 'expiring SAVE10'])
  await page.clock.fastForward(2 * DAY)
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual(['granted SAVE10', 'expiring SAVE10', 'expired SAVE10', 'granted EXTRA5'])
  expect(await page.evaluate(() => window.DiscountKeeper.grants.map(({ code }) => code))).toEqual([
    'EXTRA5',
  ])
})
