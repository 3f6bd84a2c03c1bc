import { describe, expect, it, onTestFinished } from 'vitest'

import type { MinterOptions } from '../../../src/server/minters/create-minter.js'
import type { MintOrder } from '../../../src/server/types.js'
import { anOrder } from './conformance/an-order.js'
import type { ShopUnderTest } from './conformance/shop-under-test.js'
import { troubleCases } from './conformance/trouble-cases.js'

const PARALLEL = 20

const HOUR = 3_600_000

/** What is true of every minter at every shop. */
export const conformsToMinter = (name: string, openShop: () => Promise<ShopUnderTest>): void => {
  const open = async (options?: MinterOptions) => {
    const shop = await openShop()
    onTestFinished(shop.close ?? (() => {}))
    const order = (more: Partial<MintOrder> = {}): MintOrder =>
      anOrder({ base: shop.bases.open, ...more })
    return { ...shop, minter: shop.openMinter(options), order }
  }

  describe(`${name}, a minter`, () => {
    it('makes a code that is worth what its base is worth, for one order', async () => {
      const { buy, minter, order } = await open()
      const { code } = order()
      expect(await minter.mint(order({ code }))).toBe('minted')
      expect(await buy(code)).toBe(1000)
      expect(await buy(code)).toBe(0)
    })

    it('answers "taken" where the shop has the code, and makes no other', async () => {
      const { find, minter, openMinter, order } = await open()
      const one = order()
      expect(await minter.mint(one)).toBe('minted')
      expect(await minter.mint(one)).toBe('taken')
      expect(await openMinter().mint(one)).toBe('taken')
      expect(await find(one.code)).toHaveLength(1)
    })

    it(`is asked ${PARALLEL} times at once and makes one code`, async () => {
      const { find, minter, order } = await open()
      const one = order()
      const answers = await Promise.all(Array.from({ length: PARALLEL }, () => minter.mint(one)))
      expect(answers.filter((answer) => answer === 'minted')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(PARALLEL - 1)
      expect(await find(one.code)).toHaveLength(1)
    })

    it('makes several codes of one base at once', async () => {
      const { find, minter, order } = await open()
      const orders = [order(), order(), order()]
      const answers = await Promise.all(orders.map((one) => minter.mint(one)))
      expect(answers).toEqual(['minted', 'minted', 'minted'])
      const found = await Promise.all(orders.map(({ code }) => find(code)))
      expect(found.map(({ length }) => length)).toEqual([1, 1, 1])
    })

    it('ends a code when it was ordered to end, and not after its base', async () => {
      const { bases, endOf, endOfEnding, minter, order } = await open()
      const [own, base] = [order(), order({ base: bases.ending })]
      await Promise.all([minter.mint(own), minter.mint(base)])
      const second = (time: number): number => Math.floor(time / 1000)
      expect(second(await endOf(own.code))).toBe(second(own.endsAt))
      expect(second(await endOf(base.code))).toBe(second(endOfEnding))
    })

    it('copies all that decides where and beside what a discount holds', async () => {
      const { bases, minter, order, terms } = await open()
      const one = order({ base: bases.special })
      await minter.mint(one)
      expect(await terms(one.code)).toEqual(await terms(bases.special))
      expect(await terms(one.code)).not.toEqual(await terms(bases.open))
    })

    it('names the base nowhere in what it makes: shoppers see names', async () => {
      const { bases, find, minter, order } = await open()
      const one = order()
      await minter.mint(one)
      expect((await find(one.code)).join().toLowerCase()).not.toContain(bases.open.toLowerCase())
    })

    it('makes nothing of a base that the shop does not know', async () => {
      const { find, minter, order } = await open()
      const one = order({ base: 'NOSUCHBASE' })
      await expect(minter.mint(one)).rejects.toMatchObject({ code: 'MISCONFIGURED' })
      expect(await find(one.code)).toEqual([])
    })

    it('makes nothing of a base that has ended, or whose offer has', async () => {
      const { bases, find, minter, order } = await open()
      const orders = [order({ base: bases.ended }), order({ endsAt: Date.now() - HOUR })]
      for (const one of orders) {
        await expect(minter.mint(one)).rejects.toMatchObject({ code: 'MISCONFIGURED' })
        expect(await find(one.code)).toEqual([])
      }
    })
  })

  troubleCases(name, open)
}
