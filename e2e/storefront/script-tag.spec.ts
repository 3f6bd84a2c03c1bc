import { readFileSync } from 'node:fs'
import { calls, expect, LANDING, open, statuses, test } from '../fixtures.js'

const README_SNIPPET = /```html\n(<script src="\/assets\/discount-keeper\.js"[^]*?)```/.exec(
  readFileSync('README.md', 'utf8'),
)?.[1]

test('the snippet of the README keeps the discount', async ({ page, shop }) => {
  expect(README_SNIPPET, 'the README shows a script tag').toBeTruthy()
  shop.settings.scriptTag = README_SNIPPET
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await open(page, shop.url + LANDING)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
  expect(errors).toEqual([])
})

test('loaded twice, the first stays, one warning, everything happens once', async ({
  page,
  shop,
}) => {
  const tag = '<script src="/assets/discount-keeper.js" defer></script>'
  shop.settings.scriptTag = tag + tag
  const warnings: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  await open(page, shop.url + LANDING)
  expect(warnings).toHaveLength(1)
  expect(calls(shop)).toEqual(['GET /discount/SAVE10', 'GET /cart.js'])
})

test('both channels tell the same, and queued functions get the keeper', async ({ page, shop }) => {
  await page.addInitScript(() => {
    window.heard = []
    for (const name of ['ready', 'granted', 'applied'])
      document.addEventListener(`discount-keeper:${name}`, () =>
        window.heard.push(`document ${name}`),
      )
    const queue = [
      (keeper: typeof window.DiscountKeeper) => {
        keeper.on('ready', () => window.heard.push('ready'))
        keeper.on('granted', () => {
          throw new Error('a listener of the page')
        })
      },
    ]
    Reflect.set(window, 'DiscountKeeper', { q: queue })
  })
  await open(page, shop.url + LANDING)
  expect(await page.evaluate(() => window.heard)).toEqual([
    'document granted',
    'ready',
    'document ready',
  ])
})

test('a wrong option leaves the page alone and says so', async ({ page, shop }) => {
  shop.settings.scriptTag =
    '<script src="/assets/discount-keeper.js" defer data-ttl-days="-1"></script>'
  await page.addInitScript(() => {
    window.heard = []
    document.addEventListener('discount-keeper:error', (event) => {
      window.heard.push((event as CustomEvent<{ error: Error }>).detail.error.message)
    })
  })
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto(shop.url + LANDING)
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual(['Expected ttlDays to be a positive number, got -1 instead.'])
  expect(errors).toEqual([])
  expect(calls(shop)).toEqual([])
})

test('the shop works with the script, without it, and under a strict content policy', async ({
  page,
  shop,
}) => {
  shop.settings.csp = "default-src 'self'; script-src 'self'; style-src 'self'"
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await open(page, shop.url + LANDING)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
  shop.settings.scriptTag = ''
  await page.goto(`${shop.url}/cart`)
  await expect(page.getByText('not on this page')).toBeVisible()
  expect(problems).toEqual([])
})
