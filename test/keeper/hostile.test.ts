// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import type { Layer } from '../../src/index.js'
import { createDiscountKeeper } from '../../src/index.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  7,
  Number.NaN,
  true,
  '',
  ' ',
  '\0',
  'a,b',
  'http://[',
  'javascript:alert(1)',
  '//evil.test/checkout',
  '/checkout?discount=%E0%A4%A',
  '\u202Echeckout',
  'x'.repeat(1_000_000),
  {},
  [],
  ['SAVE10'],
  { orderId: 7, codes: 'SAVE10' },
  { orderId: '#1', codes: [undefined] },
  { toString: () => 'SAVE10' },
  Symbol('SAVE10'),
  () => 'SAVE10',
  Object.create(null),
]

const table = HOSTILE.map((value, at) => [at, value] as const)

describe('hostile input', () => {
  it.each(table)('%i never throws into the page, and leaves the grant', async (_, value) => {
    const shop = openShop()
    shop.theme.addItem()
    const { codes, keeper } = await visit({ platform: shop.platform }, '/?discount=SAVE10')
    const given = value as never
    await keeper.apply(given)
    await keeper.remove(given)
    keeper.checkoutUrl(given)
    keeper.link(given)
    keeper.consume(given)
    keeper.on(given, () => undefined)()
    keeper.on('granted', given)()
    keeper.inspect()
    await settle()
    expect(codes()).toContain('SAVE10')
    expect(shop.current()?.codes).toContain('SAVE10')
    expect({}).not.toHaveProperty('polluted')
  })

  it.each(table.slice(1))('%i as an option nobody knows throws a sentence', (_, value) => {
    expect(() => createDiscountKeeper({ unknown: value } as never)).toThrow(
      expect.objectContaining({ code: 'OPTION', message: expect.stringContaining('unknown') }),
    )
  })

  it.each([null, 7, 'SAVE10', [], () => undefined])(
    '%j as the options throws a sentence',
    (given) => {
      expect(() => createDiscountKeeper(given as never)).toThrow(
        expect.objectContaining({ code: 'OPTION' }),
      )
    },
  )

  it('throws at creation for a wrong option, and only there', () => {
    expect(() => createDiscountKeeper({ ttlDays: -1 })).toThrow(/ttlDays.*positive number.*-1/)
  })
})

describe('hostile surroundings', () => {
  const broken = (name: string): Layer => ({
    name,
    durability: 'browser',
    read: () => {
      throw new Error('read')
    },
    write: () => {
      throw new Error('write')
    },
  })

  it('keeps in memory, on the cart and out to checkout where all storage is broken', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const layers = [broken('one'), broken('two')]
    const { codes, errors, keeper } = await visit(
      { platform: shop.platform, layers },
      '/?discount=SAVE10',
    )
    expect(codes()).toEqual(['SAVE10'])
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout?discount=SAVE10')
    expect(new Set(errors())).toEqual(new Set(['LAYER']))
  })

  it.each(['getItem', 'setItem', 'removeItem'] as const)(
    'survives a Storage whose %s throws',
    async (name) => {
      vi.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError')
      })
      const { codes, keeper, leave } = await visit({}, '/?discount=SAVE10')
      expect(codes()).toEqual(['SAVE10'])
      expect(keeper.inspect().grants).toHaveLength(1)
      leave()
      expect((await visit()).codes()).toEqual(['SAVE10'])
    },
  )

  it.each(['cartId', 'read', 'write', 'visit', 'watch', 'refresh', 'inert', 'consent'] as const)(
    'survives a platform whose %s throws',
    async (member) => {
      const shop = openShop()
      shop.theme.addItem()
      const failing = () => {
        throw new Error(member)
      }
      const platform = { ...shop.platform, [member]: failing }
      const { codes, keeper, told } = await visit({ platform }, '/?discount=SAVE10&ref=anna')
      await keeper.apply('OWN7')
      await keeper.remove('OWN7')
      keeper.inspect()
      expect(told()).toContain('ready')
      expect(codes()).toEqual(['SAVE10'])
    },
  )

  it.each(['read', 'write', 'visit'] as const)(
    'survives a platform whose %s rejects with nonsense',
    async (member) => {
      const shop = openShop()
      shop.theme.addItem()
      const platform = { ...shop.platform, [member]: () => Promise.reject() }
      const { codes, told } = await visit({ platform }, '/?discount=SAVE10')
      expect(told()).toContain('ready')
      expect(codes()).toEqual(['SAVE10'])
    },
  )

  it('survives locks that reject', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const locks = { request: () => Promise.reject(new Error('SecurityError')) }
    const { statuses } = await visit(
      { platform: shop.platform },
      { url: '/?discount=SAVE10', navigator: { locks } },
    )
    expect(statuses()).toEqual(['SAVE10 applied'])
  })
})
