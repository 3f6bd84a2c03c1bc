import { kinds } from './carriers/kinds.js'
import { fillCart, leaveBy, putOn, readWay } from './carriers/leave.js'
import { waysOut } from './carriers/ways-out.js'
import { expect, test } from './fixtures.js'
import { BARE_LANDING, codesAtCheckout, open } from './shopper.js'

const carts = [
  { cart: 'a cart made before the link', before: true },
  { cart: 'a cart made after the link', before: false },
]

for (const { kind, side, scriptTag } of kinds)
  test.describe(kind, () => {
    test.beforeEach(({ shop }) => {
      shop.settings.csp = "script-src 'self' 'nonce-{nonce}'"
      shop.settings.scriptTag = scriptTag
    })

    for (const way of waysOut) {
      const byPage = way[side] === 'none' ? 0 : 1

      for (const { cart, before } of carts) {
        test(`${way.name}, ${cart}: the code arrives once`, async ({ tab, shop }) => {
          if (before) await fillCart(tab, shop)
          await open(tab, shop.url + BARE_LANDING)
          if (!before && !way.makesCart) await fillCart(tab, shop)
          await putOn(tab, way)
          const sent = await leaveBy(tab, shop, way)
          expect(await codesAtCheckout(shop)).toEqual(['SAVE10'])
          expect(sent.match(/discount=SAVE10(?!,)/g) ?? []).toHaveLength(byPage)
        })
      }

      test(`${way.name}, no visit: ${way[side]} carries it from the page`, async ({
        here,
        tab,
        shop,
      }) => {
        shop.settings.visit = 'refuses'
        await open(tab, shop.url + BARE_LANDING)
        if (!way.makesCart) await fillCart(tab, shop)
        await putOn(tab, way)
        const written = await readWay(tab)
        await leaveBy(tab, shop, way)
        expect(await codesAtCheckout(shop)).toEqual(byPage ? ['SAVE10'] : [])
        // Where the page is still there, it reads as before.
        const leaves = !way.opens || here.some(({ stayInTab }) => stayInTab?.includes(way.name))
        if (!leaves) await expect.poll(() => readWay(tab)).toEqual(written)
      })
    }
  })
