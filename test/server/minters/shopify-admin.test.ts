import { describe, expect, it } from 'vitest'

import { shopifyMinter } from '../../../src/server/minters/shopify-admin.js'
import type { ShopifyMinterOptions } from '../../../src/server/minters/shopify-admin.js'
import type { Scope } from '../../support/admin-api/open-admin-api.js'
import { openAdminApi, VERSIONS } from '../../support/admin-api/open-admin-api.js'
import type { StoredDiscount } from '../../support/admin-api/stored-discount.js'
import { gidOf, percentOff } from '../../support/admin-api/stored-discount.js'
import { anOrder } from './conformance/an-order.js'

const accessToken = 'shpat_0123456789abcdef'
const shop = 'example.myshopify.com'

const open = (bases: readonly StoredDiscount[], scopes?: readonly Scope[]) => {
  const discounts = [...bases]
  const api = openAdminApi({
    accessToken,
    scopes,
    store: { list: () => discounts, add: (discount) => discounts.push(discount) },
  })
  return {
    api,
    discounts,
    openMinter: (options: Partial<ShopifyMinterOptions> = {}) =>
      shopifyMinter({ shop, accessToken, fetch: api.fetch, ...options }),
  }
}

const mintCopy = async (base: StoredDiscount, options: Partial<ShopifyMinterOptions> = {}) => {
  const { discounts, openMinter } = open([base])
  const order = anOrder({ base: base.code })
  await openMinter(options).mint(order)
  return { copy: discounts[1]!, order }
}

const ids = (count: number, kind: string): string[] =>
  Array.from({ length: count }, (_, index) => `gid://shopify/${kind}/${index + 1}`)

const COMBINES = {
  orderDiscounts: true,
  productDiscounts: true,
  shippingDiscounts: true,
  tags: ['SEASONAL'],
}

const BASES: readonly (readonly [string, StoredDiscount])[] = [
  ['a percentage off everything', percentOff('BASE', 12.5)],
  [
    'an amount off each item',
    percentOff('BASE', 0, { value: { amount: '7.50', appliesOnEachItem: true } }),
  ],
  [
    'an amount off all items',
    percentOff('BASE', 0, { value: { amount: '5.0', appliesOnEachItem: false } }),
  ],
  ['collections', percentOff('BASE', 20, { items: { collections: ids(200, 'Collection') } })],
  [
    'products and variants',
    percentOff('BASE', 20, {
      items: { products: ids(3, 'Product'), variants: ids(2, 'ProductVariant') },
    }),
  ],
  [
    'all other discounts beside it',
    percentOff('BASE', 20, { combinesWith: COMBINES, tags: ['LOYAL'] }),
  ],
  [
    'shipping discounts beside it',
    percentOff('BASE', 20, {
      combinesWith: { ...COMBINES, orderDiscounts: false, productDiscounts: false, tags: [] },
    }),
  ],
  ['customers', percentOff('BASE', 20, { context: { customers: ids(2, 'Customer') } })],
  ['customer segments', percentOff('BASE', 20, { context: { segments: ids(1, 'Segment') } })],
  ['markets', percentOff('BASE', 20, { context: { markets: ids(2, 'Market') } })],
  ['a minimum of money', percentOff('BASE', 20, { minimum: { subtotal: '99.90' } })],
  ['a minimum of items', percentOff('BASE', 20, { minimum: { quantity: '3' } })],
  [
    'subscriptions too',
    percentOff('BASE', 20, { appliesOnSubscription: true, recurringCycleLimit: 3 }),
  ],
  [
    'subscriptions only, for ever',
    percentOff('BASE', 20, {
      appliesOnOneTimePurchase: false,
      appliesOnSubscription: true,
      recurringCycleLimit: 0,
    }),
  ],
  [
    'free shipping everywhere',
    percentOff('BASE', 0, {
      kind: 'DiscountCodeFreeShipping',
      value: undefined,
      items: undefined,
      destination: 'ALL',
    }),
  ],
  [
    'free shipping to some countries, up to a price',
    percentOff('BASE', 0, {
      kind: 'DiscountCodeFreeShipping',
      value: undefined,
      items: undefined,
      appliesOnSubscription: true,
      destination: { countries: ['DE', 'AT'], includeRestOfWorld: true },
      maximumShippingPrice: '20.00',
    }),
  ],
]

describe('shopifyMinter', () => {
  it.each(BASES)('copies %s', async (_, base) => {
    const { copy, order } = await mintCopy(base)
    expect(copy).toEqual({
      ...base,
      id: gidOf(order.code),
      code: order.code,
      title: order.code,
      startsAt: order.startsAt,
      endsAt: order.endsAt,
      usageLimit: 1,
      appliesOncePerCustomer: true,
    })
  })

  it.each(VERSIONS)('asks only for what %s has', async (apiVersion) => {
    const { api, discounts, openMinter } = open([
      percentOff('BASE', 20, { items: { collections: ids(1, 'Collection') } }),
      percentOff('SHIPPING', 0, { kind: 'DiscountCodeFreeShipping' }),
    ])
    const minter = openMinter({ apiVersion })
    expect(await minter.mint(anOrder({ base: 'BASE' }))).toBe('minted')
    expect(await minter.mint(anOrder({ base: gidOf('SHIPPING') }))).toBe('minted')
    expect(discounts).toHaveLength(4)
    expect(new Set(api.operations.map(({ version }) => version))).toEqual(new Set([apiVersion]))
  })

  it('says what an older version cannot copy', async () => {
    const base = percentOff('BASE', 20, { context: { markets: ids(1, 'Market') } })
    const { discounts, openMinter } = open([base])
    const minter = openMinter({ apiVersion: '2026-04' })
    await expect(minter.mint(anOrder({ base: 'BASE' }))).rejects.toThrow('2026-07')
    expect(discounts).toEqual([base])
  })

  it.each([
    ['buy X get Y', percentOff('BASE', 20, { kind: 'DiscountCodeBxgy' }), 'DiscountCodeBxgy'],
    ['an app', percentOff('BASE', 20, { kind: 'DiscountCodeApp' }), 'DiscountCodeApp'],
    [
      'more items than can be read',
      percentOff('BASE', 20, { items: { products: ids(201, 'Product'), variants: [] } }),
      'more than 200',
    ],
  ])('makes no half of a copy of %s', async (_, base, said) => {
    const { discounts, openMinter } = open([base])
    const minted = openMinter().mint(anOrder({ base: 'BASE' }))
    await expect(minted).rejects.toMatchObject({ code: 'MISCONFIGURED' })
    await expect(minted).rejects.toThrow(said)
    expect(discounts).toEqual([base])
  })

  it('finds a base by its GID, and by its code however it is written', async () => {
    const { openMinter } = open([percentOff('Base20', 20)])
    expect(await openMinter().mint(anOrder({ base: gidOf('base20') }))).toBe('minted')
    expect(await openMinter().mint(anOrder({ base: 'bASE20' }))).toBe('minted')
  })

  it('knows its codes again however they are written', async () => {
    const { openMinter } = open([percentOff('BASE', 20)])
    const order = anOrder({ base: 'BASE' })
    await openMinter().mint(order)
    expect(await openMinter().mint({ ...order, code: order.code.toLowerCase() })).toBe('taken')
  })

  it('asks for a base once a minute, and sees what changed after that', async () => {
    const clock = { now: Date.now() }
    const { api, discounts, openMinter } = open([percentOff('BASE', 20)])
    const minter = openMinter({ now: () => clock.now })
    const worth = async () => {
      await minter.mint(anOrder({ base: 'BASE' }))
      return discounts.at(-1)?.value
    }
    await worth()
    discounts[0] = percentOff('BASE', 5)
    clock.now += 59_999
    expect(await worth()).toEqual({ percentage: 0.2 })
    clock.now += 1
    expect(await worth()).toEqual({ percentage: 0.05 })
    expect(api.operations.filter(({ query }) => query.startsWith('query'))).toHaveLength(2)
  })

  it('asks again for a base that was not there', async () => {
    const { discounts, openMinter } = open([])
    const minter = openMinter({ memory: 0 })
    const order = anOrder({ base: 'BASE' })
    await expect(minter.mint(order)).rejects.toThrow('knows no base')
    discounts.push(percentOff('BASE', 20))
    expect(await minter.mint(order)).toBe('minted')
  })

  it.each([
    ['THROTTLED', 'UNAVAILABLE'],
    ['429', 'UNAVAILABLE'],
    ['502', 'UNAVAILABLE'],
    ['html', 'UNAVAILABLE'],
    ['offline', 'UNAVAILABLE'],
    ['INTERNAL_ERROR', 'UNAVAILABLE'],
  ] as const)('takes %s for %s, and mints later', async (fault, code) => {
    const { api, discounts, openMinter } = open([percentOff('BASE', 20)])
    const minter = openMinter()
    const order = anOrder({ base: 'BASE' })
    api.fault(fault)
    await expect(minter.mint(order)).rejects.toMatchObject({ code })
    expect(discounts).toHaveLength(1)
    api.fault()
    expect(await minter.mint(order)).toBe('minted')
  })

  it.each([
    ['no scope to read', ['write_discounts'], 'ACCESS_DENIED'],
    ['no scope to write', ['read_discounts'], 'ACCESS_DENIED'],
  ] as const)('says that there is %s', async (_, scopes, said) => {
    const { discounts, openMinter } = open([percentOff('BASE', 20)], scopes)
    const minted = openMinter().mint(anOrder({ base: 'BASE' }))
    await expect(minted).rejects.toMatchObject({ code: 'MISCONFIGURED' })
    await expect(minted).rejects.toThrow(said)
    expect(discounts).toHaveLength(1)
  })

  it('says which field the shop refused, and why', async () => {
    const { openMinter } = open([percentOff('BASE', 120)])
    await expect(openMinter().mint(anOrder({ base: 'BASE' }))).rejects.toThrow(
      'VALUE_OUTSIDE_RANGE at basicCodeDiscount.customerGets',
    )
  })

  it('asks the shop by its permanent name', async () => {
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(new Request(input).url)
      return Promise.reject(new TypeError('fetch failed'))
    }
    const minter = shopifyMinter({ shop, accessToken, fetch })
    await expect(minter.mint(anOrder({ base: 'BASE' }))).rejects.toThrow('reached')
    expect(asked).toEqual([`https://${shop}/admin/api/2026-07/graphql.json`])
  })

  it.each([
    [{ accessToken }],
    [{ accessToken, shop: 'shop.example' }],
    [{ accessToken, shop, apiVersion: '2026' }],
    [{ accessToken, shop: 'evil.example/?.myshopify.com' }],
    [{ accessToken: 'shpat_with\nline', shop }],
  ])('refuses to be made with %j', (options) => {
    expect(() => shopifyMinter(options)).toThrow('shopifyMinter expects')
    expect(() => shopifyMinter(options)).not.toThrow('with\nline')
  })
})
