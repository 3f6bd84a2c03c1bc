import { calls, expect, LANDING, open, settled, statuses, test } from '../fixtures.js'

const withOption = (attributes: string) =>
  `<script src="/assets/discount-keeper.js" defer ${attributes}></script>`

test('cleanUrl takes our parameters out of the address bar and nothing else', async ({
  page,
  shop,
}) => {
  shop.settings.scriptTag = withOption('data-clean-url')
  await page.addInitScript(() => history.replaceState({ mine: 1 }, ''))
  await open(page, `${shop.url}/?utm_source=mail&discount=SAVE10&q=a%20b+c&ref=amy#top`)
  expect(page.url()).toBe(`${shop.url}/?utm_source=mail&q=a%20b+c#top`)
  expect(await page.evaluate(() => history.state)).toEqual({ mine: 1 })
  expect(await statuses(page)).toEqual(['SAVE10 held'])
})

test('cleanUrl leaves the URL alone where nothing can be kept', async ({ page, shop }) => {
  shop.settings.scriptTag = withOption('data-clean-url')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
    Object.defineProperty(document, 'cookie', { get: () => '', set() {} })
  })
  await open(page, shop.url + LANDING)
  expect(page.url()).toBe(shop.url + LANDING)
  expect(await page.evaluate(() => window.DiscountKeeper.inspect().durability)).toBe('memory')
  expect(await page.evaluate(() => window.DiscountKeeper.checkoutUrl('/checkout'))).toBe(
    '/checkout?discount=SAVE10',
  )
})

test('an address bar without a landing costs nothing and stays as it is', async ({
  page,
  shop,
}) => {
  shop.settings.scriptTag = withOption('data-clean-url')
  await open(page, `${shop.url}/?q=a&&b=`)
  expect(page.url()).toBe(`${shop.url}/?q=a&&b=`)
  expect(calls(shop)).toEqual([])
})

for (const navigationApi of ['present', 'removed']) {
  test(`a later in-app navigation is a landing too, Navigation API ${navigationApi}`, async ({
    page,
    shop,
  }) => {
    if (navigationApi === 'removed')
      await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
    await open(page, shop.url)
    await page.evaluate(() => history.pushState({}, '', '/collections/all?discount=EXTRA5&via=bob'))
    await page.getByRole('heading').first().click()
    await expect.poll(() => statuses(page)).toEqual(['EXTRA5 held'])
    expect(await page.evaluate(() => window.DiscountKeeper.ref?.ref)).toBe('bob')
  })
}

test('a reload does not bring back what the shopper removed', async ({ page, shop }) => {
  await open(page, shop.url + LANDING)
  await page.evaluate(() => window.DiscountKeeper.remove('SAVE10'))
  await page.reload()
  await settled(page)
  expect(await statuses(page)).toEqual([])
  await open(page, shop.url)
  await open(page, shop.url + LANDING)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
})

test('a landing under a locale asks the shop under that locale', async ({ page, shop }) => {
  await open(page, `${shop.url}/fr/?discount=SAVE10`)
  expect(calls(shop)[0]).toBe('GET /fr/discount/SAVE10')
})

test('the theme editor is left alone', async ({ page, shop }) => {
  await open(page, `${shop.url}/?design_mode=1&discount=SAVE10`)
  expect(calls(shop)).toEqual([])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})
