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

/** The answers by what became of their bodies. */
const bodiesOf = ({ answers }: Scraper): Partial<Record<string, readonly string[]>> => {
  const kinds = [...new Set(answers.map(({ body }) => body))]
  const named = (kind: string): readonly string[] =>
    answers.filter(({ body }) => body === kind).map(({ what }) => what)
  return Object.fromEntries(kinds.map((kind) => [kind, named(kind)]))
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
    const scraper = await openScraper(page)
    const code = await walk({ page, scraper, url: shop.url, landing })
    expect(code).toMatch(MADE)
    expect(scraper.find(BASE)).toEqual([])
    // it looks where codes are: the one that was made is all over the place
    expect(new Set(scraper.find(code)).size).toBeGreaterThan(5)
    // nothing was passed over but what has no body
    const { read = [], redirect = [], failed = [], ...others } = bodiesOf(scraper)
    expect(others).toEqual({})
    expect(read.length).toBeGreaterThan(20)
    expect(shop.orders[0]).toMatchObject({ codes: [code], discount: 480 })
    const kinds = new Set(scraper.places.map((place) => place.name))
    process.stdout.write(
      `${name}: ${scraper.places.length} places of ${kinds.size} kinds, ${BASE} in 0; ${read.length} bodies read, ` +
        `${redirect.length} redirects and ${failed.length} failures without one\n`,
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
    const scraper = await openScraper(page)
    await open(page, safe.shop.url)
    await scraper.look()
    expect(scraper.find(BASE)).toEqual([])
    await page.evaluate(plant, BASE)
    await scraper.look()
    expect(scraper.find(BASE)).not.toEqual([])
  })

const ANSWERS: Readonly<Record<string, () => unknown>> = {
  'an answer of the shop': () => fetch('/apps/leak'),
  'an answer that the page is left before': () =>
    fetch('/apps/leak').then(() => location.assign('/cart')),
}

for (const [name, ask] of Object.entries(ANSWERS))
  test(`a base code that leaks into ${name} is found`, async ({ page, safe }) => {
    safe.shop.settings.app = () => Promise.resolve(new Response(BASE.toLowerCase()))
    const scraper = await openScraper(page)
    await open(page, safe.shop.url)
    // a page that is left answers nothing
    void page.evaluate(ask).catch(() => undefined)
    await expect.poll(() => scraper.find(BASE)).toContain('response /apps/leak')
    expect(bodiesOf(scraper)['read']).toContain('GET /apps/leak 200')
  })
