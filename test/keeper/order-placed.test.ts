// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const COUPONS = { GOOD: {}, WAIT: { minimum: 9000 } }

describe('an order whose codes the page does not know', () => {
  it('leaves a waiting promise alone where the cart is still there', async () => {
    const shop = openShop({ coupons: COUPONS })
    shop.theme.addItem()
    const { keeper, statuses } = await visit({ platform: shop.platform }, '/?discount=WAIT')
    await keeper.consume({ orderId: '#1' })
    expect(statuses()).toEqual(['WAIT waiting'])
  })

  it('ends what the cart had honoured that went with the order, and nothing else', async () => {
    const shop = openShop({ coupons: COUPONS })
    shop.theme.addItem()
    const options = { platform: shop.platform, stacking: 'combine' } as const
    const first = await visit(options, '/?discount=GOOD,WAIT')
    first.leave()
    shop.order()
    const { codes, keeper, told } = await visit(options, '/thank-you')
    await keeper.consume({ orderId: '#1' })
    expect(told()).toContain('consumed GOOD')
    expect(codes()).toEqual(['WAIT'])
  })

  it('ends nothing that was never on a cart, where carts can be read', async () => {
    const shop = openShop({ coupons: COUPONS })
    const { codes, keeper } = await visit({ platform: shop.platform }, '/?discount=GOOD')
    await keeper.consume({ orderId: '#1' })
    expect(codes()).toEqual(['GOOD'])
  })

  it('ends every promise where no cart can be read', async () => {
    const first = await visit({}, '/?discount=GOOD')
    first.leave()
    sleep(1000)
    const { codes, keeper } = await visit({ stacking: 'combine' }, '/?discount=WAIT')
    expect(codes()).toEqual(['GOOD', 'WAIT'])
    await keeper.consume({ orderId: '#1' })
    expect(codes()).toEqual([])
  })
})
