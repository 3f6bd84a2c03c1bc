import {
  codesAtCheckout,
  fillCart,
  leaveBy,
  putOn,
  readWay,
  WITHOUT_NAVIGATION,
} from './carriers/leave.js'
import { waysOut } from './carriers/ways-out.js'
import { expect, LANDING, open } from './fixtures.js'
import { test } from './shared-tab.js'

const browsers = [
  { browser: 'with the Navigation API', side: 'modern', script: '' },
  { browser: 'without the Navigation API', side: 'older', script: WITHOUT_NAVIGATION },
] as const
const carts = [
  { cart: 'a cart made before the link', before: true },
  { cart: 'a cart made after the link', before: false },
]

for (const { browser, side, script } of browsers)
  test.describe(browser, () => {
    test.use({ everyPage: script })
    test.beforeEach(({ shop }) => {
      shop.settings.csp = "script-src 'self'"
    })

    for (const way of waysOut) {
      const byPage = way[side] === 'none' ? 0 : 1

      for (const { cart, before } of carts) {
        test(`${way.name}, ${cart}: the code arrives once`, async ({ page, shop }) => {
          if (before) await fillCart(page.context(), shop)
          await open(page, shop.url + LANDING)
          if (!before && !way.makesCart) await fillCart(page.context(), shop)
          await putOn(page, way)
          const arrival = await leaveBy(page, way)
          expect(await codesAtCheckout(arrival.page)).toEqual(['SAVE10'])
          expect(arrival.sent.match(/discount=SAVE10(?!,)/g) ?? []).toHaveLength(byPage)
        })
      }

      test(`${way.name}, no visit: ${way[side]} carries it from the page`, async ({
        page,
        shop,
      }) => {
        shop.settings.visit = 'refuses'
        await open(page, shop.url + LANDING)
        if (!way.makesCart) await fillCart(page.context(), shop)
        await putOn(page, way)
        const written = await readWay(page)
        const arrival = await leaveBy(page, way)
        expect(await codesAtCheckout(arrival.page)).toEqual(byPage ? ['SAVE10'] : [])
        // Where the page is still there, it reads as before.
        if (arrival.page !== page) await expect.poll(() => readWay(page)).toEqual(written)
      })
    }
  })
