import type { Page } from '@playwright/test'
import { DAY } from '../../src/names.js'
import { EXTENSION, renderBlock } from '../../test/support/liquid/render-block.js'
import { renderSnippet } from '../../test/support/liquid/render-snippet.js'
import { serveRelease } from '../support/serve-release.js'
import { addMug, calls, expect, LANDING, open, statuses, test } from '../fixtures.js'

/** Puts a block where a theme's section has it, into every page. */
const addBlock = async (page: Page, html: string): Promise<void> => {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const block = `<div id="shopify-block-AbC1" class="shopify-block shopify-app-block">${html}</div>`
    const body = (await response.text()).replace('<main id="main">', (main) => main + block)
    return route.fulfill({ response, body })
  })
}

const WAYS_IN = [
  {
    name: 'the app embed',
    tag: renderBlock('discount-keeper', {
      settings: { ttl_days: 7, params_ref: 'partner', clean_url: true },
    }),
  },
  {
    name: 'the snippet',
    tag: renderSnippet(
      "{% render 'discount-keeper', ttl_days: 7, params_ref: 'partner', clean_url: true %}",
    ),
  },
]

for (const { name, tag } of WAYS_IN)
  test(`${name} keeps a discount until the order, as its settings say`, async ({ page, shop }) => {
    shop.settings.scriptTag = tag
    await open(page, `${shop.url}/?discount=SAVE10&partner=amy&ref=ben`)
    expect(new URL(page.url()).search).toBe('?ref=ben')
    const kept = await page.evaluate(() => {
      const [grant] = window.DiscountKeeper.grants
      return grant ? grant.expiresAt - grant.grantedAt : 0
    })
    expect(kept).toBe(7 * DAY)

    await addMug(page, shop)
    await expect.poll(() => statuses(page)).toEqual(['SAVE10 applied'])
    await page.getByRole('button', { name: 'Check out', exact: true }).click()
    await expect(page.getByText('−$2.40')).toBeVisible()
    await page.getByRole('button', { name: 'Place order' }).click()
    await page.waitForURL('**/thank-you')
    expect(shop.orders).toMatchObject([
      {
        codes: ['SAVE10'],
        discount: 240,
        noteAttributes: [
          { name: 'cc-discount-code', value: 'SAVE10' },
          { name: 'cc-ref', value: 'amy' },
        ],
      },
    ])
  })

test('the app embed keeps from the address of a release, which is another origin', async ({
  page,
  shop,
}) => {
  const { asked, assets, close } = await serveRelease({ 'access-control-allow-origin': '*' })
  shop.settings.scriptTag = renderBlock('discount-keeper', { assets })
  await open(page, shop.url + LANDING)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
  expect(asked).toEqual(['discount-keeper.js', 'discount-keeper.keeping.js'])
  close()
})

test('an origin that does not allow its second file costs the discount, not the page', async ({
  page,
  shop,
}) => {
  const { assets, close } = await serveRelease({})
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  const blocked = page.waitForEvent('console', (message) => /CORS/.test(message.text()))
  shop.settings.scriptTag = renderBlock('discount-keeper', { assets })
  await page.goto(shop.url + LANDING)
  await blocked
  await addMug(page, shop)
  expect(problems).toEqual([])
  close()
})

test('the app embed does nothing in the theme editor', async ({ context, page, shop }) => {
  shop.settings.scriptTag = renderBlock('discount-keeper', { designMode: true })
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await open(page, `${shop.url}${LANDING}&design_mode=1`)
  expect(await page.evaluate(() => Object(window.Shopify).designMode)).toBe(true)
  expect(calls(shop)).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect((await context.cookies()).filter(({ name }) => name.startsWith('cc_'))).toEqual([])
  expect(problems).toEqual([])
})

test('the notice block says what the merchant wrote, in the language of the shop', async ({
  page,
  shop,
}) => {
  shop.settings.scriptTag = renderBlock('discount-keeper')
  const block = renderBlock('discount-notice', {
    locale: 'de',
    settings: {
      text_saved: 'Gespart: {saved}',
      background: '#102030',
      color: '#ffffff',
      radius: 2,
    },
  })
  await addBlock(page, block)
  const notice = page.locator('discount-notice')
  await open(page, shop.url)
  await expect(notice).toHaveCSS('block-size', '0px')
  await open(page, shop.url + LANDING)
  await expect(notice.getByRole('status')).toHaveText(/^SAVE10 ist für die Kasse gemerkt/)
  await addMug(page, shop)
  await expect(notice.getByRole('status')).toHaveText(/^SAVE10 ist eingelöst Gespart: 2,40\s\$/)
  const shown = notice.locator('[part~=notice]')
  await expect(shown).toHaveCSS('background-color', 'rgb(16, 32, 48)')
  await expect(shown).toHaveCSS('color', 'rgb(255, 255, 255)')
  await expect(shown).toHaveCSS('border-radius', '2px')
})

test('the notice block stands in the theme editor as a sample', async ({ page, shop }) => {
  shop.settings.scriptTag = renderBlock('discount-keeper', { designMode: true })
  const settings = { edge: '#7a2bbf', background: '#102030' }
  await addBlock(page, renderBlock('discount-notice', { designMode: true, settings }))
  await open(page, `${shop.url}/?design_mode=1`)
  // the shop brings what the schema names
  await page.addStyleTag({ path: EXTENSION + 'assets/discount-notice.css' })
  const sample = page.getByText('SAVE10 applied')
  await expect(sample).toHaveCSS('border-inline-start-color', 'rgb(122, 43, 191)')
  await expect(sample).toHaveCSS('background-color', 'rgb(16, 32, 48)')
  await expect(page.locator('discount-notice')).toHaveCSS('block-size', '0px')
})
