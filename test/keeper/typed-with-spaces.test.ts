// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, visit } from './open-page.js'

openBrowserForEachTest()

describe('a code typed with spaces around it', () => {
  it('is the code without them', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { codes, errors, keeper } = await visit({ platform: shop.platform })
    expect(await keeper.apply(' save10 ')).toMatchObject({
      status: 'applied',
      grant: { code: 'save10' },
    })
    expect(codes()).toEqual(['save10'])
    expect(shop.current()?.codes).toEqual(['save10'])
    expect(errors()).toEqual([])
  })
})
