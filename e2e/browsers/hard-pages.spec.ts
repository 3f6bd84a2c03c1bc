import { scriptTag } from '../support/script-tag.js'
import { expect, test } from './fixtures.js'
import {
  addMug,
  cartOf,
  expectCheckout,
  expectStatuses,
  LANDING,
  leaveByLink,
  open,
  settled,
  statuses,
} from './shopper.js'
import { inlineScript } from './support/inline-script.js'
import { REPORTER, troubleOf } from './support/watch-trouble.js'

test('in a sandbox, where storage throws and the shop cannot be asked, the code travels by URL', async ({
  tab,
  shop,
}) => {
  await addMug(tab, shop)
  shop.settings.scriptTag = REPORTER + scriptTag()
  shop.settings.csp = 'sandbox allow-scripts allow-forms'
  await tab.goto(`${shop.url}/cart?discount=SAVE10&ref=amy`)
  await expectStatuses(tab, ['SAVE10 held'])
  const storage = await tab.look(() => {
    try {
      return typeof localStorage
    } catch {
      return 'throws'
    }
  })
  expect(storage).toBe('throws')
  expect(await tab.look(() => window.DiscountKeeper.inspect().durability)).toBe('memory')
  shop.settings.csp = undefined
  await leaveByLink(tab)
  await expectCheckout(tab, ['SAVE10'])
  expect(troubleOf(shop)).toEqual([])
})

const TELLS_PARENT = inlineScript(
  `(window.DiscountKeeper ||= { q: [] }).q.push((keeper) => keeper.on('ready', () => {
    if (parent !== window) parent.postMessage(keeper.grants.map(({ code }) => code).join(), '*')
  }))
  addEventListener('message', ({ data }) => { document.documentElement.dataset.told = data })`,
)

test('in a sandboxed frame the keeper keeps to itself, and the page around it keeps its promise', async ({
  tab,
  shop,
}) => {
  shop.settings.scriptTag = REPORTER + TELLS_PARENT + scriptTag()
  await open(tab, shop.url + LANDING)
  await addMug(tab, shop)
  await open(tab, `${shop.url}/cart`)
  await tab.eval((src) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.src = src
    document.body.append(frame)
  }, '/?discount=TAKE5&ref=mallory')
  await expect.poll(() => tab.look(() => document.documentElement.dataset['told'])).toBe('TAKE5')
  await settled(tab)
  expect(await statuses(tab)).toEqual(['SAVE10 applied'])
  expect((await cartOf(tab, shop))?.attributes.get('cc-ref')).toBe('amy')
  await leaveByLink(tab)
  await expectCheckout(tab, ['SAVE10'])
  expect(troubleOf(shop)).toEqual([])
})

/** All that a page could keep anything in refuses, each in the way that browsers do. */
const blockStorage = (cookies: string): string =>
  inlineScript(
    `const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError') }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse })
    Object.defineProperty(document, 'cookie', ${cookies})
    navigator.locks.request = () => Promise.reject(new DOMException('No.', 'SecurityError'))`,
  )

const COOKIES = [
  { cookies: 'throw', as: '{ get: refuse, set: refuse }' },
  { cookies: 'are ignored', as: "{ get: () => '', set: () => {} }" },
]

for (const { cookies, as } of COOKIES) {
  test(`where storage is blocked and cookies ${cookies}, the shop's own memory and the URL keep the promise`, async ({
    tab,
    shop,
  }) => {
    shop.settings.scriptTag = REPORTER + blockStorage(as) + scriptTag()
    await tab.goto(shop.url + LANDING)
    await expectStatuses(tab, ['SAVE10 held'])
    expect(await tab.look(() => window.DiscountKeeper.inspect().durability)).toBe('memory')
    await expect
      .poll(() => shop.requests.some(({ path }) => path === '/discount/SAVE10'))
      .toBe(true)
    await addMug(tab, shop)
    await tab.goto(`${shop.url}/cart`)
    await leaveByLink(tab)
    await expectCheckout(tab, ['SAVE10'])

    await tab.goto(`${shop.url}/cart?discount=TAKE5`)
    await expectStatuses(tab, ['TAKE5 held'])
    await leaveByLink(tab)
    await expectCheckout(tab, ['TAKE5'])
    expect(troubleOf(shop)).toEqual([])
  })
}

test('a script that is hosted on another origin, as by a CDN, keeps the discount', async ({
  tab,
  shop,
}) => {
  const cdn = `http://cdn.localhost:${new URL(shop.url).port}`
  shop.settings.scriptTag = `${REPORTER}<script src="${cdn}/assets/discount-keeper.js" defer></script>`
  await open(tab, shop.url + LANDING)
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
  await tab.goto(`${shop.url}/cart`)
  await leaveByLink(tab)
  await expectCheckout(tab, ['SAVE10'])
  expect(troubleOf(shop)).toEqual([])
})
