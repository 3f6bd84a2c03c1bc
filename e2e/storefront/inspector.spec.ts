import { addMug, expect, LANDING, open, statuses, test } from '../fixtures.js'
import { openInspector } from '../support/open-inspector.js'
import { STRICT_POLICY } from '../support/strict-policy.js'
import { watchTrouble } from '../support/watch-trouble.js'

test('the inspector tells the story of a real discount, under the strictest content policy', async ({
  page,
  context,
  shop,
}) => {
  shop.settings.debug = true
  shop.settings.csp = STRICT_POLICY
  const trouble = await watchTrouble(context)
  await open(page, shop.url + LANDING)
  await addMug(page, shop)
  await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
  await open(page, `${shop.url}/?discount=BIG15`)
  const inspector = await openInspector(page)

  await expect(inspector.getByText('waiting', { exact: true }).first()).toBeVisible()
  await expect(inspector.getByText('another discount was preferred')).toBeVisible()
  await expect(inspector.getByText('$24.00')).toBeVisible()
  await expect(inspector.getByText('BIG15')).toHaveCount(0)
  await inspector.getByRole('button', { name: 'Show codes' }).click()
  await expect(inspector.getByText('BIG15', { exact: true }).first()).toBeVisible()

  await page.evaluate(() => window.DiscountKeeper.remove('BIG15'))
  await expect(inspector.getByText('BIG15 was taken off by the shopper.')).toBeVisible()
  expect(
    await inspector.evaluate((panel) => getComputedStyle(panel).position),
    'the policy lets its style pass',
  ).toBe('fixed')
  expect(trouble).toEqual([])
})

test('the inspector is worked and closed by keyboard', async ({ page, shop }) => {
  shop.settings.debug = true
  await open(page, shop.url + LANDING)
  const inspector = await openInspector(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('button', { name: 'Show codes' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(inspector.getByText('SAVE10', { exact: true }).first()).toBeVisible()
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab')
  await expect(inspector.getByRole('region', { name: 'What the keeper knows' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inspector).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the inspector fits a phone, ${colorScheme}`, async ({ page, shop }) => {
    shop.settings.debug = true
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 640 })
    await open(page, shop.url + LANDING)
    const inspector = await openInspector(page)
    const box = await inspector.boundingBox()
    expect(box).toMatchObject({ x: 0, width: 360 })
    expect(box?.y).toBeGreaterThan(100)
    await expect(inspector.getByRole('button', { name: 'Close' })).toBeInViewport()
    const [paper, isWide] = await inspector.evaluate((panel) => [
      getComputedStyle(panel).backgroundColor,
      [...panel.querySelectorAll('*')].some((part) => part.scrollWidth > panel.clientWidth),
    ])
    expect(paper).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 32, 30)')
    expect(isWide, 'nothing reaches out of it').toBe(false)
  })
}
