// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { ShopifyStorefrontOptions } from '../../src/platforms/shopify-storefront.js'
import { dialectOf } from '../../src/platforms/shopify-storefront/documents.js'
import { readDiscounts } from '../../src/platforms/shopify-storefront/read-discounts.js'
import type { Cart } from '../../src/types.js'
import type { Coupon } from '../support/storefront-api/coupon.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import type { StorefrontApi } from '../support/storefront-api/open-storefront-api.js'
import { VERSIONS } from '../support/storefront-api/open-storefront-api.js'
import type { Pricing } from '../support/storefront-api/show-cart.js'
import type { StoredLine } from '../support/storefront-api/stored-cart.js'

const coupons: readonly Coupon[] = [
  { code: 'SAVE10', percent: 10 },
  { code: 'LINES20', percent: 20, isForLines: true },
  { code: 'ALONE30', percent: 30, combines: false },
]

interface OpenOptions {
  readonly options?: ShopifyStorefrontOptions
  readonly pricing?: Pricing
}

/** A shopper with one item. */
const open = async ({ options = {}, pricing }: OpenOptions = {}) => {
  const shop = await openHeadlessShop({ coupons, ...(pricing && { pricing }) }, options)
  await shop.app.addItem()
  return shop
}
/** The app fills its cart in some way, starting from its first line. */
const setLines = (
  { carts }: StorefrontApi,
  fill: (line: StoredLine) => readonly StoredLine[],
): void => {
  for (const cart of carts.values()) cart.lines = cart.lines.slice(0, 1).flatMap(fill)
}
const told = (cart: Cart | undefined): readonly unknown[] =>
  cart?.codes?.map(({ code, percentage, saved }) => [code, saved, percentage]) ?? []

describe.each(VERSIONS)('shopifyStorefront() of %s says of each code', (apiVersion) => {
  const options = { apiVersion }

  it('what it takes off, and a percentage where it is off every item', async () => {
    const { platform } = await open({ options })
    const cart = await platform.write?.({ codes: ['save10', 'LINES20', 'NOPE'] })
    // 20 % of 50.00, then 10 % of what is left
    expect(told(cart)).toEqual([
      ['save10', 400, 10],
      ['LINES20', 1000, undefined],
      ['NOPE', undefined, undefined],
    ])
    expect(cart).toMatchObject({ discount: 1400, total: 3600 })
    expect(told(await platform.read?.())).toEqual(told(cart))
  })

  it('what it takes off all lines together', async () => {
    const { app, platform } = await open({ options })
    await app.addItem()
    await app.addItem()
    const cart = await platform.write?.({ codes: ['LINES20'] })
    expect(told(cart)).toEqual([['LINES20', 3000, undefined]])
  })

  it.each([
    [{ price: 1999, currency: 'JPY', unit: 1 }, 200],
    [{ price: 10_005, currency: 'KWD', unit: 1000 }, 1001],
    [{ price: 115, currency: 'EUR', unit: 100 }, 12],
  ])('exact minor units of %j', async (pricing, saved) => {
    const { platform } = await open({ options, pricing })
    expect(told(await platform.write?.({ codes: ['SAVE10'] }))).toEqual([['SAVE10', saved, 10]])
  })

  it('nothing where it is not honoured', async () => {
    const { platform } = await open({ options })
    expect(told(await platform.write?.({ codes: ['SAVE10', 'ALONE30'] }))).toEqual([
      ['SAVE10', 500, 10],
      ['ALONE30', undefined, undefined],
    ])
  })

  it('that it stands the same for what is in the cart, however many lines that takes', async () => {
    const { api, app, platform } = await open({ options })
    const one = await platform.read?.()
    await app.addItem()
    const two = await platform.read?.()
    expect([one?.contents, two?.contents]).toEqual([
      'gid://shopify/ProductVariant/1,1',
      'gid://shopify/ProductVariant/1,2',
    ])
    setLines(api, (line) => [{ ...line, quantity: 2 }])
    expect((await platform.read?.())?.contents).toBe(two?.contents)
    setLines(api, (line) => [{ ...line, merchandiseId: 'gid://shopify/ProductVariant/2' }])
    expect((await platform.read?.())?.contents).not.toBe(one?.contents)
  })

  it('nothing of the contents where not all lines were told', async () => {
    const { api, platform } = await open({ options })
    setLines(api, (line) =>
      Array.from({ length: 251 }, (_, at) => ({ ...line, id: `${line.id}${at}` })),
    )
    const read = await platform.write?.({ codes: ['LINES20'] })
    expect(read?.itemCount).toBe(251)
    expect(read?.contents).toBeUndefined()
    expect(read?.discount).toBeGreaterThan(0)
    // from 2026-07 on the discount itself tells what it takes, wherever the lines are
    const saved = apiVersion === '2026-10' ? 251_000 : undefined
    expect(told(read)).toEqual([['LINES20', saved, undefined]])
  })
})

describe('readDiscounts()', () => {
  const value = { targetSelection: 'ALL', targetType: 'SHIPPING_LINE', value: { percentage: 100 } }
  const lines = { nodes: [], pageInfo: { hasNextPage: false } }
  const amount = { amount: '4.9' }

  it.each([
    {
      discountApplications: [
        { ...value, code: 'SHIP', totalAllocatedAmount: amount },
        { ...value, totalAllocatedAmount: { amount: '1.0' } },
      ],
    },
    {
      discountAllocations: [
        { code: 'SHIP', discountApplication: value, discountedAmount: amount },
        { discountApplication: value, discountedAmount: { amount: '1.0' } },
      ],
    },
  ])('takes a percentage of shipping for none of the items: %j', (raw) => {
    const { discount, effectOf } = readDiscounts({ ...raw, lines }, 'USD')
    expect(discount).toBe(590)
    expect(effectOf('ship')).toEqual({ saved: 490 })
    expect(effectOf('')).toEqual({})
  })
})

describe('shopifyStorefront() asks', () => {
  it.each([
    ['https://shop.example/api/2025-10/graphql.json', 'allocations'],
    ['https://shop.example/api/2026-04/graphql.json', 'allocations'],
    ['https://shop.example/api/2026-07/graphql.json', 'applications'],
    ['https://shop.example/api/2026-10/graphql.json', 'applications'],
    ['https://shop.example/api/unstable/graphql.json', 'applications'],
    ['https://shop.example/proxy/cart', 'allocations'],
  ])('%s for %s', (endpoint, dialect) => {
    expect(dialectOf(endpoint)).toBe(dialect)
  })

  it('for no field that the version deprecates in favour of another it has', async () => {
    const { api, platform } = await open({ options: { apiVersion: '2026-10' } })
    api.operations.splice(0)
    await platform.write?.({ codes: ['SAVE10'], attributes: { 'cc-ref': 'amy' } })
    for (const { query } of api.operations) expect(query).not.toContain('llocations')
  })
})
