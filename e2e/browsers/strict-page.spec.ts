import { scriptTag } from '../support/script-tag.js'
import { STRICT_POLICY } from '../support/strict-policy.js'
import { expect, type Shop, type Tab, test } from './fixtures.js'
import {
  addMug,
  expectCheckout,
  expectPage,
  expectSeen,
  expectStatuses,
  inDrawer,
  LANDING,
  named,
  open,
  placeOrder,
  settled,
  textAt,
} from './shopper.js'
import { REPORTER, troubleOf } from './support/watch-trouble.js'

/** The journey has the notice on its pages. */
const NOTICE = '<script src="/assets/discount-notice.js" defer nonce="{nonce}"></script>'

/** The notice, on the page it is asked on, speaks of the code. */
const expectNotice = async (tab: Tab, code: string): Promise<void> => {
  await tab.run("document.body.prepend(document.createElement('discount-notice'))")
  await expect
    .poll(() => tab.look(() => document.querySelector('discount-notice')?.shadowRoot?.textContent))
    .toContain(code)
}

const makeStrict = (shop: Shop): void => {
  shop.settings.csp = STRICT_POLICY
  shop.settings.scriptTag = REPORTER + scriptTag() + NOTICE
}

for (const theme of ['plain', 'dawn', 'horizon', 'horizon-actions', 'horizon-3'] as const) {
  test(`from landing to order under the strictest content policy, ${theme} theme`, async ({
    tab,
    shop,
  }) => {
    makeStrict(shop)
    shop.settings.theme = theme
    await open(tab, shop.url + LANDING)
    await expectStatuses(tab, ['SAVE10 held'])
    await expectNotice(tab, 'SAVE10')
    await tab.click(named('a', 'Everything'))
    await expectPage(tab, 'Everything')
    await tab.click("//main//a[contains(., 'Trail mug')]")
    await expectPage(tab, 'Trail mug')
    await tab.click(named('button', 'Add to cart'))
    await expect.poll(() => textAt(tab, '#drawer [data-discount]')).toBe('−$2.40')
    await expectStatuses(tab, ['SAVE10 applied'])
    await expectNotice(tab, 'SAVE10')

    await tab.fill('#drawer [name="discount"]', 'FREESHIP')
    await tab.click(inDrawer('button', 'Apply'))
    await expectSeen(tab, '#drawer [data-code="FREESHIP"][data-applied]')
    await settled(tab)
    await tab.click(inDrawer('button', 'Check out'))
    await expectPage(tab, 'Checkout')
    expect(await textAt(tab, '[data-discount]')).toBe('−$2.40')
    await placeOrder(tab)
    await tab.click(named('a', 'Back to the shop'))
    await expect.poll(() => tab.url()).toBe(`${shop.url}/`)
    await settled(tab)

    expect([...(shop.orders[0]?.codes ?? [])].sort()).toEqual(['FREESHIP', 'SAVE10'])
    expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-ref', value: 'amy' })
    expect(troubleOf(shop)).toEqual([])
  })
}

test('that policy bites, and what it bites is heard', async ({ tab, shop }) => {
  makeStrict(shop)
  await open(tab, shop.url)
  await tab.run(`
    const style = Object.assign(document.createElement('style'), { textContent: 'a { top: 0 }' })
    document.head.append(style)
    try {
      Object.assign(document.body, { innerHTML: '<b>sink</b>' })
    } catch {}`)
  const heard = () => troubleOf(shop).join('\n')
  await expect.poll(heard).toContain('violation of require-trusted-types-for')
  await expect.poll(heard).toContain('violation of style-src')
})

test('every way out by script works under that policy', async ({ tab, shop }) => {
  makeStrict(shop)
  shop.settings.visit = 'refuses'
  await addMug(tab, shop)
  for (const name of ['Checkout by location.href', 'Checkout by form.submit()']) {
    await open(tab, `${shop.url}/cart?discount=TAKE5`)
    await tab.click(named('button', name))
    await expectCheckout(tab, ['TAKE5'])
  }
  expect(troubleOf(shop)).toEqual([])
})
