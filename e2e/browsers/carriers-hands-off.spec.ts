import { kinds } from './carriers/kinds.js'
import { fillCart, leaveBy, putOn } from './carriers/leave.js'
import { expect, test } from './fixtures.js'
import { BARE_LANDING, codesAtCheckout, open } from './shopper.js'

const click = { click: '#way' } as const

const lookAlikes = [
  '/checkout-help',
  '/xcheckout',
  '/pages/checkout',
  '/collections/all?next=/checkout',
  '//evil.localhost:PORT/checkout',
  'http://evil.localhost:PORT/checkout',
]

for (const { kind, scriptTag } of kinds)
  test.describe(kind, () => {
    test.beforeEach(({ shop }) => {
      shop.settings.scriptTag = scriptTag
    })

    for (const address of lookAlikes)
      test(`${address} is followed as it is written`, async ({ tab, shop }) => {
        const href = address.replace('PORT', new URL(shop.url).port)
        await open(tab, shop.url + BARE_LANDING)
        await putOn(tab, { markup: `<a id="way" href="${href}">Go</a>` })
        const sent = await leaveBy(tab, shop, { leave: click })
        expect(sent).toBe(new URL(href, shop.url).href)
      })

    test('a form to the cart of another origin sends what it holds', async ({ tab, shop }) => {
      const action = `http://evil.localhost:${new URL(shop.url).port}/cart`
      await open(tab, shop.url + BARE_LANDING)
      await putOn(tab, {
        markup: `<form action="${action}" method="post"><button id="way" name="checkout">Go</button></form>`,
      })
      const sent = await leaveBy(tab, shop, { leave: click })
      expect(sent).toBe(`${action} checkout=`)
    })

    test('a javascript: link runs as it is written', async ({ tab, shop }) => {
      await open(tab, shop.url + BARE_LANDING)
      const href = "javascript:location.assign('/pages/x?from=/checkout')"
      await putOn(tab, { markup: `<a id="way" href="${href}">Go</a>` })
      const sent = await leaveBy(tab, shop, { leave: click })
      expect(sent).toBe(`${shop.url}/pages/x?from=/checkout`)
    })

    for (const place of ['document', 'window'])
      test(`a script on the ${place} that selects by href takes the click over`, async ({
        tab,
        shop,
      }) => {
        await open(tab, shop.url + BARE_LANDING)
        await putOn(tab, {
          markup: '<a id="way" href="/checkout"><b>Pay</b></a>',
          prepare: `${place}.addEventListener('click', (event) => {
            if (!event.target.closest("[href='/checkout'][href$='checkout']")) return
            event.preventDefault()
            location.assign('/pages/subscription')
          })`,
        })
        const sent = await leaveBy(tab, shop, { leave: click })
        expect(sent).toBe(`${shop.url}/pages/subscription`)
      })

    test('a script that selects by action takes the form over', async ({ tab, shop }) => {
      await open(tab, shop.url + BARE_LANDING)
      await putOn(tab, {
        markup:
          '<form action="/cart" method="post"><button id="way" name="checkout">Pay</button></form>',
        prepare: `addEventListener('submit', (event) => {
          if (!event.target.matches('form[action="/cart"]:has([name="checkout"])')) return
          event.preventDefault()
          location.assign('/pages/subscription')
        })`,
      })
      const sent = await leaveBy(tab, shop, { leave: click })
      expect(sent).toBe(`${shop.url}/pages/subscription`)
    })

    const breaks = [
      { way: 'a link', markup: '<a id="way" href="/checkout">Pay</a>', leave: click },
      {
        way: 'the cart form',
        markup:
          '<form action="/cart" method="post"><button id="way" name="checkout">Pay</button></form>',
        leave: click,
      },
      { way: 'a script', markup: '', leave: { run: "location.href = '/checkout'" } },
    ]
    for (const { way, markup, leave } of breaks)
      test(`${way} leads on where the carriers break`, async ({ tab, shop }) => {
        await open(tab, shop.url + BARE_LANDING)
        await fillCart(tab, shop)
        await putOn(tab, {
          markup,
          prepare: `const broken = () => { throw new Error('broken') }
            window.URL = broken
            Event.prototype.composedPath = broken
            FormData.prototype.has = broken`,
        })
        const sent = await leaveBy(tab, shop, { leave })
        expect(sent).not.toContain('discount')
        expect(await codesAtCheckout(shop)).toEqual(['SAVE10'])
      })
  })
