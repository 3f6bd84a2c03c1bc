import type { Page } from '@playwright/test'
import { BASE } from '../../examples/mint-server/offers.js'
import { expect, open, settled, statuses } from '../fixtures.js'
import { atCheckout, MADE, standing, test } from './safe-shop.js'
import { openScraper } from './scraper.js'
import type { Scraper } from './scraper.js'

interface Walk {
  readonly page: Page
  readonly scraper: Scraper
  readonly url: string
  readonly landing: string
}

/** From the link to the thank-you page and back, looking around at every step; answers the code that was used. */
const walk = async ({ landing, page, scraper, url }: Walk): Promise<string> => {
  await open(page, url + landing)
  await scraper.look()
  await page.goto(`${url}/products/trail-mug`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('dialog', { name: 'Your cart' }).getByText('Trail mug').first().waitFor()
  await settled(page)
  await scraper.look()
  await open(page, `${url}/cart`)
  await standing(page)
  await scraper.look()
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  const [code = ''] = await atCheckout(page)
  await scraper.look()
  await page.goBack({ waitUntil: 'commit' })
  await expect.poll(() => statuses(page)).toEqual([`${code} applied`])
  await scraper.look()
  await page.getByRole('button', { name: 'Check out', exact: true }).click()
  await atCheckout(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.waitForURL('**/thank-you')
  await scraper.look()
  return code
}

for (const [name, landing] of [
  ['safe codes', '/pages/safe-code?discount=ANNA20&ref=anna'],
  ['safe codes in the cart', '/pages/safe-code?when=cart&discount=ANNA20&ref=anna'],
  ['an anti-leak link', '/pages/anti-leak?ref=anna'],
  ['a signed link', '/apps/discount-keeper/letter'],
] as const)
  test(`with ${name}, the base code is nowhere in the browser`, async ({ page, safe }) => {
    const { shop } = safe
    // the pages configure their keeper themselves
    shop.settings.scriptTag = undefined
    shop.settings.debug = true
    const scraper = openScraper(page)
    const code = await walk({ page, scraper, url: shop.url, landing })
    expect(code).toMatch(MADE)
    expect(scraper.find(BASE)).toEqual([])
    // it looks where codes are: the one that was made is all over the place
    expect(new Set(scraper.find(code)).size).toBeGreaterThan(5)
    expect(shop.orders[0]).toMatchObject({ codes: [code], discount: 480 })
    const kinds = new Set(scraper.places.map((place) => place.name))
    process.stdout.write(
      `${name}: ${scraper.places.length} places of ${kinds.size} kinds, ${BASE} in 0\n`,
    )
  })

const PLANTS: Readonly<Record<string, (code: string) => unknown>> = {
  'an attribute': (code) => document.body.setAttribute('data-x', code),
  'a comment': (code) => document.body.append(document.createComment(code)),
  'a shadow root': (code) => {
    const host = document.body.appendChild(document.createElement('div'))
    host.attachShadow({ mode: 'open' }).append(code)
  },
  'local storage': (code) => localStorage.setItem('x', code),
  'session storage': (code) => sessionStorage.setItem(code, ''),
  'a cookie': (code) => (document.cookie = `x=${code}`),
  history: (code) => history.pushState({}, '', `?x=${code}`),
  'the state of history': (code) => history.replaceState({ code }, ''),
  'a request': (code) => fetch(`/cart.js?x=${code}`),
  'a request’s body': (code) => fetch('/nowhere', { method: 'POST', body: code.toLowerCase() }),
  'a timing': (code) => performance.mark(code),
  'a database': (code) =>
    new Promise((resolve) => {
      indexedDB.open(code).addEventListener('success', resolve)
    }),
}

for (const [name, plant] of Object.entries(PLANTS))
  test(`a base code that leaks into ${name} is found`, async ({ page, safe }) => {
    const scraper = openScraper(page)
    await open(page, safe.shop.url)
    await scraper.look()
    expect(scraper.find(BASE)).toEqual([])
    await page.evaluate(plant, BASE)
    await scraper.look()
    expect(scraper.find(BASE)).not.toEqual([])
  })

test('a base code that leaks into an answer of the shop is found', async ({ page, safe }) => {
  const scraper = openScraper(page)
  await page.route('**/cart.js', (route) =>
    route.fulfill({ json: { token: 'x', item_count: 0, note: BASE } }),
  )
  await open(page, safe.shop.url)
  await page.evaluate(() => fetch('/cart.js'))
  await scraper.look()
  expect(scraper.find(BASE)).toContain('response /cart.js')
})
