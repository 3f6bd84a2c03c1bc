import { describe, expect, it } from 'vitest'
import type { Shop } from '../../examples/storefront/shop/start-shop.js'
import type { MintOrder } from '../../src/server/types.js'
import { shopifyMinter } from '../../src/server/minters/shopify-admin.js'
import { BLANKET, enter, enterWithMug, NOTEBOOK, openShop, type Shopper } from './shopper.js'

const NOON = Date.UTC(2026, 6, 1, 12)
const HOUR = 3_600_000
const accessToken = 'shpat_demo'

const order = (code: string, base = 'PARTNER20'): MintOrder => ({
  code,
  base,
  startsAt: NOON - HOUR,
  endsAt: NOON + HOUR,
  offer: { id: 'anna', base },
})

const open = async () => {
  const clock = { now: NOON }
  const now = (): number => clock.now
  const shop = await openShop({ adminToken: accessToken, now })
  const minter = shopifyMinter({ endpoint: shop.url, accessToken, now })
  return { clock, minter, shop }
}

const buy = async (shopper: Shopper): Promise<void> => {
  const page = await (await shopper.get('/checkout')).text()
  await shopper.form(/action="([^"]*\/complete)"/.exec(page)?.[1] ?? '', {})
}

const lastOrder = ({ orders }: Shop) => {
  const { codes, discount } = orders.at(-1) ?? {}
  return { codes, discount }
}

describe('the Admin API of the demo shop', () => {
  it('makes a code that is honoured for one order', async () => {
    const { minter, shop } = await open()
    expect(await minter.mint(order('ANNA-1'))).toBe('minted')
    expect(await minter.mint(order('ANNA-1'))).toBe('taken')
    const [first, second] = [await enterWithMug(shop), await enterWithMug(shop)]
    await first.update({ discount: 'ANNA-1' })
    const cart = await second.update({ discount: 'ANNA-1' })
    expect(cart.total_discount).toBe(480)
    await buy(first)
    expect(lastOrder(shop)).toEqual({ codes: ['ANNA-1'], discount: 480 })
    expect((await second.cart()).discount_codes).toEqual([{ code: 'ANNA-1', applicable: false }])
    await buy(second)
    expect(lastOrder(shop)).toEqual({ codes: [], discount: 0 })
  })

  it('of two checkouts that both have the code, the order that comes first uses it up', async () => {
    const { minter, shop } = await open()
    await minter.mint(order('ANNA-1'))
    const shoppers = [await enterWithMug(shop), await enterWithMug(shop)]
    const pages = await Promise.all(
      shoppers.map(async (one) => (await one.get('/checkout?discount=ANNA-1')).text()),
    )
    const actions = pages.map((page) => /action="([^"]*\/complete)"/.exec(page)?.[1] ?? '')
    await Promise.all(shoppers.map((one, index) => one.form(actions[index] ?? '', {})))
    const used = shop.orders.flatMap(({ codes }) => codes)
    expect(shop.orders).toHaveLength(2)
    expect(used).toEqual(['ANNA-1'])
  })

  it('ends a code with its time', async () => {
    const { clock, minter, shop } = await open()
    await minter.mint(order('ANNA-1'))
    const shopper = await enterWithMug(shop)
    clock.now = NOON + HOUR
    const cart = await shopper.update({ discount: 'ANNA-1' })
    expect(cart.discount_codes).toEqual([{ code: 'ANNA-1', applicable: false }])
  })

  it.each([
    ['TAKE5', 500],
    ['NOTES25', 375],
    ['FREESHIP', 0],
  ])('a copy of %s is worth what it is worth', async (base, discount) => {
    const { minter, shop } = await open()
    await minter.mint(order('ANNA-1', base))
    const shopper = enter(shop)
    await shopper.add(NOTEBOOK)
    await shopper.update({ discount: 'ANNA-1' })
    await buy(shopper)
    expect(lastOrder(shop)).toEqual({ codes: ['ANNA-1'], discount })
  })

  it('a copy asks for the minimum of its base, and stands beside what its base stands beside', async () => {
    const { minter, shop } = await open()
    await minter.mint(order('ANNA-1', 'BIG15'))
    const shopper = enter(shop)
    await shopper.add(BLANKET)
    const before = await shopper.update({ discount: 'ANNA-1,FREESHIP' })
    expect(before.discount_codes?.map(({ applicable }) => applicable)).toEqual([false, true])
    await shopper.add(BLANKET)
    const after = await shopper.update({ discount: 'ANNA-1,FREESHIP,EXTRA5' })
    expect(after.discount_codes?.map(({ applicable }) => applicable)).toEqual([true, true, false])
  })

  it('is no place for those without the token, and none at all where the shop has no token', async () => {
    const { shop } = await open()
    const stranger = shopifyMinter({ endpoint: shop.url, accessToken: 'shpat_other' })
    await expect(stranger.mint(order('ANNA-1'))).rejects.toThrow('401')
    const closed = await openShop()
    const { status } = await fetch(`${closed.url}/admin/api/2026-07/graphql.json`, {
      method: 'POST',
      headers: { 'x-shopify-access-token': '' },
    })
    expect(status).toBe(404)
    expect([...shop.codes.keys()]).not.toContain('anna-1')
  })

  it('neither a base nor a code that was made is on any page', async () => {
    const { minter, shop } = await open()
    await minter.mint(order('ANNA-1'))
    const shopper = enter(shop)
    const paths = ['/', '/discounts', '/pages/stacking', '/pages/expiry', '/cart']
    const pages = await Promise.all(paths.map(async (path) => (await shopper.get(path)).text()))
    expect(pages.join('')).not.toMatch(/ANNA-1|PARTNER20/)
    expect(pages.join('')).toMatch(/SAVE10/)
  })
})
