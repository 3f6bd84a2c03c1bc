import { scriptTag } from '../support/script-tag.js'
import { BACK, expect, type Tab, test } from './fixtures.js'
import {
  addMug,
  calls,
  cartOf,
  expectCheckout,
  expectPage,
  expectStatuses,
  inDrawer,
  LANDING,
  open,
  placeOrder,
  statuses,
  textAt,
} from './shopper.js'
import { inlineScript } from './support/inline-script.js'

const DAY = 86_400_000

const notices = (tab: Tab) => tab.look(() => [...window.DiscountKeeper.notices])

/** Leaves for checkout by the button of the drawer; resolves once what is to pay is on show. */
const checkOut = async (tab: Tab): Promise<void> => {
  await tab.click(inDrawer('button', 'Check out'))
  await expectPage(tab, 'Checkout')
}

/** The shopper's clock is ahead by so much on every page from now on. */
const aheadBy = (milliseconds: number): string =>
  inlineScript(`const { now } = Date
    Date.now = () => now() + ${milliseconds}`)

test('the shopper who returns days later has the discount, without a link and without a question', async ({
  tab,
  openTab,
  shop,
}) => {
  await open(tab, shop.url + LANDING)
  const asked = calls(shop).length
  shop.settings.scriptTag = aheadBy(20 * DAY) + scriptTag()
  const later = await openTab()
  await open(later, shop.url)
  expect(await statuses(later)).toEqual(['SAVE10 held'])
  expect(calls(shop).slice(asked)).toEqual([])
  await addMug(later, shop)
  await expectStatuses(later, ['SAVE10 applied'])
  await checkOut(later)
  await expectCheckout(later, ['SAVE10'])
  await placeOrder(later)
  expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-ref', value: 'amy' })
})

test('the code ends between visits: a notice before, then the alternative', async ({
  tab,
  shop,
}) => {
  const endsAt = Date.now() + 3 * DAY
  const keeper = scriptTag({
    'expiry-alternative': 'EXTRA5',
    'expiry-notice-before': '24',
    terms: JSON.stringify({ SAVE10: { endsAt } }),
  })
  shop.settings.scriptTag = keeper
  await open(tab, shop.url + LANDING)
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])

  shop.settings.scriptTag = aheadBy(2 * DAY + 1000) + keeper
  await open(tab, `${shop.url}/cart`)
  await expect
    .poll(() => notices(tab))
    .toMatchObject([{ code: 'SAVE10', state: 'expiring', endsAt, saved: 240, currency: 'USD' }])
  expect(await statuses(tab)).toEqual(['SAVE10 applied'])

  shop.settings.scriptTag = aheadBy(3 * DAY + 1000) + keeper
  await open(tab, `${shop.url}/products/trail-mug`)
  await expectStatuses(tab, ['EXTRA5 applied'])
  expect(await notices(tab)).toMatchObject([
    { code: 'SAVE10', state: 'ended', endsAt, alternative: 'EXTRA5' },
    { code: 'EXTRA5', state: 'applied', saved: 120 },
  ])
  expect((await cartOf(tab, shop))?.codes).toEqual(['EXTRA5'])
})

test(
  'a code that the shop ended meanwhile is noticed on the way back from checkout',
  BACK,
  async ({ tab, shop }) => {
    shop.settings.scriptTag = scriptTag({ 'expiry-alternative': 'EXTRA5' })
    await open(tab, shop.url + LANDING)
    await addMug(tab, shop)
    await expectStatuses(tab, ['SAVE10 applied'])
    const code = shop.codes.get('save10')
    if (code) code.endsAt = Date.now() - 1
    await checkOut(tab)

    await tab.run('setTimeout(() => { history.back() })')
    await expectStatuses(tab, ['EXTRA5 applied'])
    expect((await cartOf(tab, shop))?.codes).toEqual(['EXTRA5'])
    expect(await notices(tab)).toMatchObject([
      { code: 'SAVE10', state: 'rejected', reason: 'UNKNOWN', alternative: 'EXTRA5' },
      { code: 'EXTRA5', state: 'applied', saved: 120 },
    ])
  },
)

test('cookies and storage are cleared: the e-mail link restores the discount and the affiliate', async ({
  clearCookies,
  tab,
  shop,
}) => {
  await open(tab, shop.url + LANDING)
  const link = await tab.look(() => window.DiscountKeeper.link('/products/trail-mug'))
  // where no keeper is: one writes what is lost of the one from the other
  await tab.goto(`${shop.url}/assets/mark.svg`)
  await clearCookies()
  await tab.run('localStorage.clear()')
  await open(tab, `${shop.url}/collections/all`)
  expect(await statuses(tab)).toEqual([])

  await open(tab, new URL(link, shop.url).href)
  expect(await statuses(tab)).toEqual(['SAVE10 held'])
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
  await checkOut(tab)
  expect(await textAt(tab, '[data-discount]')).toBe('−$2.40')
  await placeOrder(tab)
  expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-ref', value: 'amy' })
})

test('checkout times out: the discount is applied again on return', async ({ tab, shop }) => {
  await open(tab, shop.url + LANDING)
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
  await checkOut(tab)
  // fourteen days without a touch
  shop.carts.clear()
  await tab.run("document.cookie = 'cart=; path=/; max-age=0'")

  await open(tab, shop.url)
  expect(await statuses(tab)).toEqual(['SAVE10 held'])
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
  expect((await cartOf(tab, shop))?.codes).toEqual(['SAVE10'])
  await checkOut(tab)
  expect(await textAt(tab, '[data-discount]')).toBe('−$2.40')
})
