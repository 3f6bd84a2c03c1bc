// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'
openBrowserForEachTest()
it('removal overtakes an items read', async () => {
  const shop = openShop()
  shop.theme.addItem()
  const page = await visit({ platform: shop.platform }, '/?discount=SAVE10')
  const release = shop.hold()
  shop.theme.addItem()
  await settle()
  shop.theme.takeOff('SAVE10')
  release()
  await settle()
  await settle()
  expect([page.statuses(), shop.current()?.codes]).toEqual([[], []])
})
