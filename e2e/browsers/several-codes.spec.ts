import { scriptTag } from '../support/script-tag.js'
import { expect, type Tab, test } from './fixtures.js'
import {
  addMug,
  cartOf,
  expectPage,
  expectStatuses,
  inDrawer,
  LANDING,
  open,
  textAt,
} from './shopper.js'

const notices = (tab: Tab) => tab.look(() => [...window.DiscountKeeper.notices])

/** Leaves for checkout by the button of the drawer; resolves with what it takes off. */
const checkOut = async (tab: Tab): Promise<string> => {
  await tab.click(inDrawer('button', 'Check out'))
  await expectPage(tab, 'Checkout')
  return textAt(tab, '[data-discount]')
}

test('several codes: the last link wins', async ({ tab, shop }) => {
  await open(tab, shop.url + LANDING)
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
  await open(tab, `${shop.url}/?discount=SAVE20`)
  await expectStatuses(tab, ['SAVE20 applied'])
  expect((await cartOf(tab, shop))?.codes).toEqual(['SAVE20'])
  expect(await notices(tab)).toMatchObject([
    { code: 'SAVE10', state: 'rejected', reason: 'DISCOUNT_CODE_NOT_HONOURED' },
    { code: 'SAVE20', state: 'applied', saved: 480 },
  ])
  await addMug(tab, shop)
  expect(await checkOut(tab)).toBe('−$9.60')
})

test('several codes: the best one stays', async ({ tab, shop }) => {
  shop.settings.scriptTag = scriptTag({ stacking: 'best' })
  await open(tab, `${shop.url}/?discount=SAVE20`)
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE20 applied'])
  await open(tab, `${shop.url}/?discount=SAVE10`)
  await expectStatuses(tab, ['SAVE20 applied', 'SAVE10 waiting'])
  expect((await cartOf(tab, shop))?.codes).toEqual(['SAVE20'])
  expect(await notices(tab)).toMatchObject([
    { code: 'SAVE20', state: 'applied', saved: 480 },
    { code: 'SAVE10', state: 'waiting', reason: 'DISCOUNT_CODE_NOT_HONOURED' },
  ])
  await addMug(tab, shop)
  expect(await checkOut(tab)).toBe('−$9.60')
})
