import { scriptTag } from '../support/script-tag.js'
import { expect, type Shop, type Tab, test } from './fixtures.js'
import {
  addMug,
  calls,
  cartOf,
  expectCheckout,
  expectStatuses,
  LANDING,
  leaveByLink,
  open,
  placeOrder,
  statuses,
} from './shopper.js'
import { answerBanner, BANNERS, rememberAnswer } from './support/banners.js'
import { inlineScript } from './support/inline-script.js'
import { moduleTag } from './support/module-tag.js'

const YES = { marketing: true, preferences: true }
const NO = { marketing: false, preferences: false }

/** Names of what is kept of ours in this browser, and the attributes of ours on the cart. */
const kept = async (tab: Tab, shop: Shop): Promise<readonly string[]> => {
  const stored = await tab.look(() => [
    ...document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
    ...Object.keys(localStorage),
  ])
  const attributes = [...((await cartOf(tab, shop))?.attributes ?? [])]
  const names = [...stored, ...attributes.flatMap(([name, value]) => (value ? [name] : []))]
  const ours = new Set(names.filter((name) => /^cc[-_]/.test(name)))
  return [...ours].sort((one, other) => one.localeCompare(other))
}
const DISCOUNT = ['cc_discount_code', 'cc_discount_seen', 'cc-discount-code']
const AFFILIATE = ['cc_ref', 'cc-ref']
const both = [...DISCOUNT, ...AFFILIATE].sort((one, other) => one.localeCompare(other))

test.describe("Shopify's Customer Privacy API", () => {
  test.beforeEach(({ shop }) => {
    shop.settings.scriptTag = BANNERS.shopify + scriptTag()
  })

  test('before, after and withdrawn: the affiliate follows it, the discount does not', async ({
    tab,
    shop,
  }) => {
    await open(tab, shop.url + LANDING)
    await addMug(tab, shop)
    await expectStatuses(tab, ['SAVE10 applied'])
    expect(await kept(tab, shop)).toEqual(DISCOUNT)

    // on another page than the link's, the affiliate of a page that is gone is not known any more
    await open(tab, shop.url + LANDING)
    await answerBanner(tab, YES)
    await expect.poll(() => kept(tab, shop)).toEqual(both)
    const granted = await tab.look(() => window.DiscountKeeper.ref?.grantedAt)
    await open(tab, `${shop.url}/cart`)
    await expect
      .poll(() => tab.look(() => window.DiscountKeeper.ref))
      .toMatchObject({ ref: 'amy', grantedAt: granted })

    await answerBanner(tab, NO)
    await expect.poll(() => kept(tab, shop)).toEqual(DISCOUNT)
    expect(await statuses(tab)).toEqual(['SAVE10 applied'])

    await open(tab, `${shop.url}/cart`)
    await leaveByLink(tab)
    await expectCheckout(tab, ['SAVE10'])
    await placeOrder(tab)
    expect(shop.orders[0]).toMatchObject({ codes: ['SAVE10'], total: 2660 })
    expect(
      shop.orders[0]?.noteAttributes.filter(({ value }) => value).map(({ name }) => name),
    ).toEqual(['cc-discount-code'])
  })

  test('a withdrawal on a page without the discount, seen on the next page, purges as well', async ({
    tab,
    shop,
  }) => {
    await open(tab, shop.url)
    await answerBanner(tab, YES)
    await open(tab, `${shop.url}/?ref=amy`)
    await addMug(tab, shop)
    await expect.poll(() => kept(tab, shop)).toEqual(expect.arrayContaining(AFFILIATE))
    await rememberAnswer(tab, NO)
    await open(tab, `${shop.url}/cart`)
    await expect
      .poll(async () => (await kept(tab, shop)).filter((name) => /ref/.test(name)))
      .toEqual([])
  })

  test('Global Privacy Control overrules a yes, and leaves the discount alone', async ({
    tab,
    shop,
  }) => {
    shop.settings.scriptTag =
      inlineScript("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })") +
      BANNERS.shopify +
      scriptTag()
    await open(tab, shop.url + LANDING)
    await answerBanner(tab, YES)
    await addMug(tab, shop)
    await expectStatuses(tab, ['SAVE10 applied'])
    expect(await kept(tab, shop)).toEqual(DISCOUNT)
  })
})

test.describe('Cookiebot, asked for the discount too', () => {
  test.beforeEach(({ shop }) => {
    shop.settings.scriptTag =
      BANNERS.cookiebot +
      moduleTag(`window.DiscountKeeper = createDiscountKeeper({
      platform: shopifyTheme(),
      consent: consent.cookiebot({ discount: ['preferences'] }),
    })`)
  })

  test('before an answer nothing is written or sent, and checkout still has the code', async ({
    tab,
    shop,
  }) => {
    await addMug(tab, shop)
    const before = calls(shop).length
    await open(tab, `${shop.url}/cart${LANDING.slice(1)}`)
    expect(await statuses(tab)).toEqual(['SAVE10 held'])
    expect(await kept(tab, shop)).toEqual([])
    expect(calls(shop).slice(before)).toEqual([])
    await leaveByLink(tab)
    await expectCheckout(tab, ['SAVE10'])
    expect(await kept(tab, shop)).toEqual([])
  })

  test('a yes writes both with their original times, a withdrawal takes everything of ours away', async ({
    tab,
    shop,
  }) => {
    await addMug(tab, shop)
    await open(tab, `${shop.url}/cart${LANDING.slice(1)}`)
    const times = () =>
      tab.look(() => {
        const { grants, ref } = window.DiscountKeeper
        return [...grants, ref].map((one) => one?.grantedAt)
      })
    const landed = await times()
    await answerBanner(tab, YES)
    await expect.poll(() => kept(tab, shop)).toEqual(both)
    await expectStatuses(tab, ['SAVE10 applied'])
    expect(await times()).toEqual(landed)

    await open(tab, `${shop.url}/collections/all`)
    await expectStatuses(tab, ['SAVE10 applied'])
    expect(await times()).toEqual(landed)

    await answerBanner(tab, NO)
    await expect.poll(() => kept(tab, shop)).toEqual([])
    expect(await tab.look(() => window.DiscountKeeper.grants)).toEqual([])
    // the code on the cart is the shopper's
    expect((await cartOf(tab, shop))?.codes).toEqual(['SAVE10'])

    const before = calls(shop).length
    await open(tab, `${shop.url}/cart`)
    expect(await kept(tab, shop)).toEqual([])
    expect(calls(shop).slice(before)).toEqual([])
  })
})
