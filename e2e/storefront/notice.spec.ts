import type { Locator, Page } from '@playwright/test'
import type { DiscountNoticeElement } from '../../src/notice/index.js'
import { addMug, expect, LANDING, open, test } from '../fixtures.js'

const notice = (page: Page, stub: string): Locator =>
  page.locator(`discount-notice[data-stub="${stub}"]`)

const openPage = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/pages/notice`)
  await expect(notice(page, 'held').getByRole('status')).toHaveText(/SAVE10/)
}

test('every state is said, with the buttons that help', async ({ page, shop }) => {
  await openPage(page, shop.url)
  const said: Readonly<Record<string, RegExp>> = {
    held: /^SAVE10 is kept for checkout Remove×$/,
    applied: /^SAVE10 applied Remove×$/,
    saved: /^SAVE10 applied You save \$24\.00\.Remove×$/,
    missing: /^BIG20 is waiting Spend \$50\.00 more to use it\.Remove×$/,
    waiting: /^MUGS is waiting It is not for the items in your cart\.Remove×$/,
    upcoming: /^SUNDAY starts in 30 hours Remove×$/,
    expiring: /^WEEKEND ends in 2 days You save \$24\.00\.Remove×$/,
    countdown: /^FLASH ends at \d+:\d\d [AP]M Spend \$12\.50 more to use it\.1[12]:\d\dRemove×$/,
    ended: /^SPRING has ended Use SAVE5 instead\.Use SAVE5×$/,
    replaced:
      /^SPRING has ended EXTRA5 is used instead\.×EXTRA5 applied You save \$5\.00\.Remove×$/,
    rejected: /^SUMMER24 cannot be used It has been used up\.×$/,
  }
  for (const [stub, text] of Object.entries(said))
    await expect(notice(page, stub).getByRole('status')).toHaveText(text)
})

test('assistive technology hears sentences and buttons, no running seconds', async ({
  page,
  shop,
}) => {
  await openPage(page, shop.url)
  await expect(notice(page, 'countdown')).toMatchAriaSnapshot(`
    - status:
      - text: /^FLASH ends at \\d+:\\d\\d [AP]M Spend \\$12\\.50 more to use it\\.$/
      - button "Remove FLASH"
      - button "Dismiss FLASH": ×
  `)
  await expect(notice(page, 'ended')).toMatchAriaSnapshot(`
    - status:
      - text: SPRING has ended Use SAVE5 instead.
      - button "Use SAVE5"
      - button "Dismiss SPRING": ×
  `)
})

test('seconds run in the last hour, the sentence stands', async ({ page, shop }) => {
  await page.clock.install()
  await openPage(page, shop.url)
  const countdown = notice(page, 'countdown').locator('[part=countdown]')
  const sentence = notice(page, 'countdown').locator('[part=message]')
  await page.clock.pauseAt(Date.now() + 60_000)
  const before = await countdown.textContent()
  const said = await sentence.textContent()
  await page.clock.runFor(5000)
  const seconds = (text: string | null): number => {
    const [minutes = 0, rest = 0] = (text ?? '').split(':').map(Number)
    return minutes * 60 + rest
  }
  expect(seconds(before) - seconds(await countdown.textContent())).toBe(5)
  expect(await sentence.textContent()).toBe(said)
})

test('the keyboard does everything, and the focus stays where the work is', async ({
  page,
  shop,
}) => {
  await openPage(page, shop.url)
  const ended = notice(page, 'ended')
  await ended.getByRole('button', { name: 'Use SAVE5' }).focus()
  await page.keyboard.press('Enter')
  await expect(ended.getByText('SAVE5 is used instead.')).toBeVisible()
  await expect(ended.getByRole('button', { name: 'Dismiss SPRING' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(ended.getByText('SPRING has ended')).toBeHidden()
  await expect(ended.getByRole('button', { name: 'Remove SAVE5' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(ended.getByRole('button', { name: 'Dismiss SAVE5' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(ended.getByRole('status')).toBeEmpty()
  await page.keyboard.press('Tab')
  await expect(
    notice(page, 'replaced').getByRole('button', { name: 'Dismiss SPRING' }),
  ).toBeFocused()
})

test('the focus stays on a notice that changes places', async ({ page, shop }) => {
  await openPage(page, shop.url)
  const replaced = notice(page, 'replaced')
  const remove = replaced.getByRole('button', { name: 'Remove EXTRA5' })
  await remove.focus()
  await replaced.evaluate((element) => {
    const { keeper } = element as DiscountNoticeElement
    const stub = keeper as unknown as { notices: readonly unknown[]; apply: (code: string) => void }
    stub.notices = [...stub.notices].reverse()
    stub.apply('SAVE10')
  })
  await expect(replaced.getByRole('status')).toHaveText(/^EXTRA5.+SPRING.+SAVE10/)
  await expect(remove).toBeFocused()
})

test('a notice that comes or goes leaves the focus with the shopper', async ({ page, shop }) => {
  await openPage(page, shop.url)
  const cart = page.getByRole('link', { name: /^Cart/ })
  await cart.focus()
  await page.evaluate(() =>
    document.querySelector('main')?.prepend(document.createElement('discount-notice')),
  )
  await page.locator('discount-notice[data-stub=applied]').evaluate((element) => element.remove())
  await expect(cart).toBeFocused()
})

test('speaks for the keeper of the page, from the landing to the last button', async ({
  page,
  shop,
}) => {
  await addMug(page, shop)
  await open(page, `${shop.url}/pages/notice${LANDING.slice(1)}`)
  const live = page.locator('discount-notice:not([data-stub])')
  await expect(live.getByRole('status')).toContainText('SAVE10 applied')
  await live.getByRole('button', { name: 'Remove SAVE10' }).click()
  await expect(live.getByRole('status')).toBeEmpty()
  expect(await page.evaluate(() => window.DiscountKeeper.grants)).toEqual([])
})

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-abc' 'strict-dynamic'",
  "style-src 'nonce-abc'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const STRICT_PAGE = `<!doctype html>
<html lang="en">
  <title>Strict</title>
  <script nonce="abc">
    window.heard = []
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      heard.push([violatedDirective, blockedURI, sample].join(' ')))
  </script>
  <script nonce="abc" src="/assets/discount-notice.js" defer></script>
  <script nonce="abc" src="/assets/notice-page.js" defer></script>
  <discount-notice data-stub="held missing upcoming countdown ended rejected" text-held="{code}: later"></discount-notice>
</html>`

test('a strict content policy with Trusted Types has nothing to object', async ({ page, shop }) => {
  await page.route(`${shop.url}/strict`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': POLICY },
      body: STRICT_PAGE,
    }),
  )
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto(`${shop.url}/strict`)
  const status = page.getByRole('status')
  await expect(status).toContainText('SAVE10: later')
  await status.getByRole('button', { name: 'Use SAVE5' }).click()
  await expect(status).toContainText('SAVE5 is used instead.')
  await status.getByRole('button', { name: 'Dismiss SPRING' }).click()
  // styled, too: the sheet is adopted, not written into the page
  await expect(status.locator('[part~=notice]').first()).toHaveCSS('display', 'flex')
  expect(await page.evaluate(() => window.heard)).toEqual([])
  expect(errors).toEqual([])

  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect
    .poll(() => page.evaluate(() => window.heard), 'the page does hear of violations')
    .toHaveLength(1)
})

test('says in one tab what happened in another', async ({ context, page, shop }) => {
  await addMug(page, shop)
  await open(page, `${shop.url}/pages/notice${LANDING.slice(1)}`)
  const words = page.locator('discount-notice:not([data-stub])').getByRole('status')
  await expect(words).toContainText('SAVE10 applied')
  const other = await context.newPage()
  await open(other, `${shop.url}/?discount=SAVE20`)
  await expect(words).toContainText('SAVE20 applied')
  await other.evaluate(() => window.DiscountKeeper.remove('SAVE20'))
  await expect(words).not.toContainText('SAVE20')
})
