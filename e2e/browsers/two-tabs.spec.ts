import { scriptTag } from '../support/script-tag.js'
import { expect, type Tab, test } from './fixtures.js'
import {
  addMug,
  expectCheckout,
  expectStatuses,
  LANDING,
  leaveByLink,
  open,
  placeOrder,
  settled,
  statuses,
} from './shopper.js'

/** Sends a tab on its way without waiting for it. */
const send = (tab: Tab, url: string): Promise<void> =>
  tab.run(`setTimeout(() => { location.href = '${url}' })`)

const arrived = async (tab: Tab, url: string): Promise<void> => {
  await expect.poll(() => tab.url()).toBe(url)
  await settled(tab)
}

test(
  'a page out of the back/forward cache leaves with what another tab was promised meanwhile',
  { tag: '@back' },
  async ({ tab, openTab, shop }) => {
    await open(tab, shop.url + LANDING)
    await addMug(tab, shop)
    await expectStatuses(tab, ['SAVE10 applied'])
    await open(tab, `${shop.url}/cart`)
    await tab.run('window.wasHere = true')
    await leaveByLink(tab)
    await expectCheckout(tab, ['SAVE10'])

    const other = await openTab()
    await open(other, `${shop.url}/?discount=TAKE5`)
    await expectStatuses(other, ['TAKE5 applied'])

    await tab.show()
    // no load event comes with a page that was never unloaded
    await tab.run('setTimeout(() => { history.back() })')
    await expect.poll(() => tab.url()).toBe(`${shop.url}/cart`)
    expect(await tab.look(() => Reflect.get(window, 'wasHere')), 'it was cached').toBe(true)
    await expectStatuses(tab, ['TAKE5 applied'])
    await leaveByLink(tab)
    await expectCheckout(tab, ['TAKE5'])
  },
)

const TURNS = [
  { name: 'one after the other', inTurn: true },
  { name: 'at the same time', inTurn: false },
]

for (const { name, inTurn } of TURNS) {
  test(`two tabs with opposite codes, opened ${name}, both leave with the one that stands`, async ({
    tab,
    openTab,
    shop,
  }) => {
    await addMug(tab, shop)
    const other = await openTab()
    const first = `${shop.url}/cart?discount=SAVE20&ref=amy`
    const second = `${shop.url}/cart?discount=TAKE5&ref=bob`
    await send(tab, first)
    if (inTurn) await arrived(tab, first)
    await send(other, second)
    await arrived(tab, first)
    await arrived(other, second)
    await expect
      .poll(async () => String(await statuses(tab)) === String(await statuses(other)))
      .toBe(true)
    await expect
      .poll(async () => String(await statuses(tab)))
      .toMatch(inTurn ? /^TAKE5 applied$/ : /^(SAVE20|TAKE5) applied$/)
    const [held = ''] = await statuses(tab)
    const code = held.split(' ')[0] ?? ''
    for (const each of [other, tab]) {
      await each.show()
      await leaveByLink(each)
      await expectCheckout(each, [code])
    }
    await placeOrder(tab)
    expect(shop.orders[0]?.codes).toEqual([code])
    expect(shop.orders[0]?.noteAttributes).toContainEqual({ name: 'cc-discount-code', value: code })
  })
}

test('two tabs whose codes combine, by the rule of the shop, both leave with both', async ({
  tab,
  openTab,
  shop,
}) => {
  shop.settings.scriptTag = scriptTag({ stacking: 'combine' })
  await addMug(tab, shop)
  const other = await openTab()
  await open(tab, `${shop.url}/cart?discount=FREESHIP`)
  await open(other, `${shop.url}/cart?discount=TAKE5`)
  for (const each of [tab, other]) {
    await expect
      .poll(async () => [...(await statuses(each))].sort())
      .toEqual(['FREESHIP applied', 'TAKE5 applied'])
    await each.show()
    await leaveByLink(each)
    await expectCheckout(each, ['FREESHIP', 'TAKE5'])
  }
})
