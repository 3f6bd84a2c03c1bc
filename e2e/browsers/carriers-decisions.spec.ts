import { fillCart, leaveBy, putOn } from './carriers/leave.js'
import { expect, type Tab, test } from './fixtures.js'
import { BARE_LANDING, codesAtCheckout, open } from './shopper.js'

const BUTTON = '<button id="way" name="checkout">Pay</button>'
const click = { leave: { click: '#way' } } as const

const ways = [
  { way: 'a link', markup: '<a id="way" href="/checkout">Pay</a>' },
  { way: 'the cart form', markup: `<form action="/cart" method="post">${BUTTON}</form>` },
]
const decisions = [
  { decision: 'typed a code of their own', discount: 'EXTRA5', codes: ['EXTRA5'] },
  { decision: 'took our code off', discount: '', codes: [] },
]

/** As the theme's own discount field does; answers as soon as the browser tells its observers of the request. */
const writeCodes = (tab: Tab, discount: string): Promise<void> =>
  tab.eval(
    (list) =>
      new Promise((resolve) => {
        new PerformanceObserver((seen) => {
          if (seen.getEntries().some(({ name }) => name.includes('/cart/update'))) resolve()
        }).observe({ type: 'resource' })
        void fetch('/cart/update.js', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ discount: list }),
        })
      }),
    discount,
  )

for (const { way, markup } of ways)
  for (const { decision, discount, codes } of decisions)
    test(`${way} after the shopper ${decision}`, async ({ tab, shop }) => {
      await fillCart(tab, shop)
      await open(tab, shop.url + BARE_LANDING)
      await expect.poll(() => [...shop.carts.values()][0]?.codes).toEqual(['SAVE10'])
      await putOn(tab, { markup })
      await writeCodes(tab, discount)
      await tab.click('#way')
      expect(await codesAtCheckout(shop)).toEqual(codes)
    })

const others = [
  {
    other: 'a link with another discount',
    markup: '<a id="way" href="/checkout?discount=EXTRA5">Pay</a>',
    sent: /\/checkout\?discount=EXTRA5$/,
    codes: ['EXTRA5'],
  },
  {
    other: 'a link with an emptied discount',
    markup: '<a id="way" href="/checkout?discount=">Pay</a>',
    sent: /\/checkout\?discount=$/,
    codes: [],
  },
  {
    other: "a form with the theme's own discount field",
    markup: `<form action="/cart" method="post"><input name="discount" value="EXTRA5">${BUTTON}</form>`,
    sent: /\/cart discount=EXTRA5&checkout=$/,
    codes: ['EXTRA5'],
  },
  {
    other: 'a form with an emptied discount field',
    markup: `<form action="/cart" method="post"><input name="discount" value="">${BUTTON}</form>`,
    sent: /\/cart discount=&checkout=$/,
    codes: [],
  },
  {
    other: 'a script with another discount',
    markup: '',
    leave: { run: "location.href = '/checkout?discount=EXTRA5'" },
    sent: /\/checkout\?discount=EXTRA5$/,
    codes: ['EXTRA5'],
  },
]

for (const { other, markup, sent, codes, leave = click.leave } of others)
  test(`${other} is kept`, async ({ tab, shop }) => {
    await open(tab, shop.url + BARE_LANDING)
    await fillCart(tab, shop)
    await putOn(tab, { markup })
    expect(await leaveBy(tab, shop, { leave })).toMatch(sent)
    expect(await codesAtCheckout(shop)).toEqual(codes)
  })
