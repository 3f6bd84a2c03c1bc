import type { Page } from '@playwright/test'
import { addMug, calls, expect, open, settled, statuses, test } from '../fixtures.js'
import { STRICT_POLICY } from '../support/strict-policy.js'
import { watchTrouble } from '../support/watch-trouble.js'

const promise = (page: Page, told: string) => page.locator(`[data-promise="${told}"]`)
const stored = (page: Page) => page.getByRole('region', { name: 'What is stored' })

const put = async (page: Page, name: string): Promise<void> => {
  const answered = page.waitForResponse('**/cart/add.js')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await answered
}

const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).click()
  await page.waitForURL(/discount=/)
  await settled(page)
}

test('each page to try something out is linked from the home page and from every footer', async ({
  page,
  shop,
}) => {
  await page.goto(shop.url)
  const footer = page.getByRole('contentinfo')
  for (const name of ['Stacking', 'Expiry', 'Notice', 'Consent']) {
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible()
    await expect(footer.getByRole('link', { name })).toHaveAttribute(
      'href',
      `/pages/${name.toLowerCase()}`,
    )
  }
  await footer.getByRole('link', { name: 'Stacking' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Stacking' })).toBeVisible()
})

const RULES = [
  { rule: 'last', stands: ['TAKE5 applied'], falls: ['SAVE10 rejected'], total: '$19.00' },
  { rule: 'first', stands: ['SAVE10 applied'], falls: ['TAKE5 rejected'], total: '$21.60' },
  // SAVE10 goes with no other order discount: of the two the shop takes the first
  { rule: 'combine', stands: ['TAKE5 waiting', 'SAVE10 applied'], falls: [], total: '$21.60' },
]

for (const { falls, rule, stands, total } of RULES) {
  test(`the stacking page shows what the rule ${rule} makes of two links`, async ({
    page,
    shop,
  }) => {
    await open(page, `${shop.url}/pages/stacking`)
    await page.getByRole('link', { name: rule, exact: true }).click()
    await page.waitForURL(`**?rule=${rule}`)
    await settled(page)
    await put(page, 'Trail mug')
    await follow(page, 'Link with SAVE10')
    await expect(promise(page, 'SAVE10 applied')).toBeVisible()
    await follow(page, 'Link with TAKE5')
    for (const told of [...stands, ...falls]) await expect(promise(page, told)).toBeVisible()
    const candidates = page.getByRole('region', { name: 'Candidates' })
    await expect(candidates.getByRole('row', { name: 'The cart now' })).toContainText(total)
    await expect(candidates.getByRole('row', { name: 'TAKE5', exact: false }).nth(0)).toContainText(
      '$19.00',
    )
    await expect(candidates.locator('.cheapest')).toContainText('TAKE5')
  })
}

test('the stacking page says so where the keeper does not know the rule', async ({
  page,
  shop,
}) => {
  shop.settings.scriptTag =
    '<script src="/assets/discount-keeper.js" defer data-stacking="cheapest"></script>'
  await page.goto(`${shop.url}/pages/stacking`)
  await expect(page.getByText('does not know what it was asked for')).toBeVisible()
})

test('the stacking page takes no rule but the four', async ({ page, shop }) => {
  await open(page, `${shop.url}/pages/stacking?rule=${encodeURIComponent('"><script>')}`)
  await expect(page.locator('[data-rule="last"]')).toBeVisible()
  expect(await statuses(page)).toEqual([])
})

test('the expiry page shows a promise end, and the alternative take its place', async ({
  page,
  shop,
}) => {
  await page.clock.install()
  await page.goto(`${shop.url}/pages/expiry`)
  await expect(page.getByRole('link', { name: 'Promise SAVE10 for a minute' })).toHaveAttribute(
    'href',
    '/pages/expiry?seconds=60&discount=SAVE10&ref=amy',
  )
  await page.goto(`${shop.url}/pages/expiry?seconds=1000&discount=SAVE10&ref=amy`)
  await page.clock.runFor(2000)
  await expect(page.getByRole('heading', { name: /^SAVE10 ends in 9\d\d seconds$/ })).toBeVisible()
  await expect(page.locator('[data-step="granted"]')).toHaveAttribute('aria-current', 'step')
  await expect(page.locator('[data-step="expiring"]')).not.toHaveAttribute('aria-current', 'step')
  await page.clock.fastForward(500_000)
  await expect(page.locator('[data-step="expiring"]')).toHaveAttribute('aria-current', 'step')

  await page.goto(`${shop.url}/pages/expiry?seconds=1000`)
  await page.clock.runFor(2000)
  await expect(page.getByRole('heading', { name: /^SAVE10 ends in 4\d\d seconds$/ })).toBeVisible()
  await page.clock.fastForward(500_000)
  await expect(page.locator('[data-step="expired"]')).toHaveAttribute('aria-current', 'step')
  await expect(page.locator('[data-step="alternative"]')).toHaveAttribute('aria-current', 'step')
  await expect(promise(page, 'SAVE10 expired')).toBeVisible()
  await expect(promise(page, 'EXTRA5 held')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^EXTRA5 ends in/ })).toBeVisible()
})

test('the consent page shows what an answer changes, at once', async ({ page, shop }) => {
  await addMug(page, shop)
  await open(page, `${shop.url}/pages/consent`)
  await expect(stored(page)).toContainText('Nothing.')
  await follow(page, "Arrive by amy's link")
  await expect(stored(page)).toContainText('cc_discount_code')
  await expect(page.locator('[data-memory]')).toHaveText('SAVE10, amy')
  await expect(stored(page)).not.toContainText('amy')

  const refs = stored(page).getByRole('row', { name: 'who sent the shopper' })
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText("The page's answer: allowed")).toBeVisible()
  await expect(refs).toHaveCount(3)
  await expect(stored(page).getByRole('row', { name: 'cart attribute cc-ref' })).toContainText(
    'amy',
  )

  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(refs).toHaveCount(0)
  await expect(stored(page)).toContainText('SAVE10')
  expect([...shop.carts.values()].map(({ attributes }) => attributes.get('cc-ref') ?? '')).toEqual([
    '',
  ])
})

test('the consent page shows that Global Privacy Control means no', async ({ page, shop }) => {
  await open(page, `${shop.url}/pages/consent?gpc=1&discount=SAVE10&ref=amy`)
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText("The page's answer: allowed")).toBeVisible()
  await expect(stored(page)).toContainText('SAVE10')
  await expect(stored(page)).not.toContainText('amy')
})

test('starting over leaves nothing of before', async ({ page, shop }) => {
  await open(page, `${shop.url}/pages/stacking?rule=combine&discount=SAVE10`)
  await put(page, 'Trail mug')
  await page.getByRole('link', { name: 'Start over' }).click()
  await page.waitForURL('**/pages/stacking?rule=combine')
  await settled(page)
  expect(await statuses(page)).toEqual([])
  await expect(page.getByText('Nothing is promised yet.')).toBeVisible()
  await expect(page.getByText('Nothing is in the cart yet')).toBeVisible()
  expect(calls(shop).at(-1)).not.toContain('/discount/')
})

for (const path of ['/', '/pages/stacking', '/pages/expiry', '/pages/consent'])
  test(`${path} is fine with the strictest content policy, at phone width`, async ({
    page,
    context,
    shop,
  }) => {
    shop.settings.csp = STRICT_POLICY
    await page.setViewportSize({ width: 390, height: 800 })
    const trouble = await watchTrouble(context)
    await open(page, `${shop.url}${path}?discount=SAVE10&ref=amy`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(trouble).toEqual([])
  })
