// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import type { Layer } from '../../src/index.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, visit } from './open-page.js'

openBrowserForEachTest()

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

  it('tells of a layer that fails once, to whoever looks again when told as well', async () => {
    let isBroken = false
    const layer: Layer = {
      name: 'frail',
      durability: 'browser',
      read: () => {
        if (isBroken) throw new Error('read')
        return undefined
      },
      write: () => undefined,
    }
    const { errors, keeper } = await visit({ layers: [layer] }, '/?discount=SAVE10')
    const held: number[] = []
    keeper.on('error', () => held.push(keeper.inspect().grants.length))
    isBroken = true
    keeper.inspect()
    // the record of the discount, and that of the affiliate
    expect(held).toEqual([1, 1])
    expect(errors()).toEqual(['LAYER', 'LAYER'])
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
