import { expect, it, onTestFinished } from 'vitest'

import { anOrder } from './an-order.js'
import type { ShopUnderTest } from './shop-under-test.js'

/** What is true of minters whose shop, or who themselves, see to it that a code is there once. */
export const holdsAcrossProcesses = (name: string, open: () => Promise<ShopUnderTest>): void => {
  it(`${name}: processes that are asked at once make one code, which works once`, async () => {
    const { bases, buy, close, find, openMinter } = await open()
    onTestFinished(close ?? (() => {}))
    const order = anOrder({ base: bases.open })
    const minters = [openMinter(), openMinter(), openMinter()]
    const answers = await Promise.all(minters.map((minter) => minter.mint(order)))
    expect(answers.filter((answer) => answer === 'minted')).toHaveLength(1)
    expect(await find(order.code)).toHaveLength(1)
    expect(await buy(order.code)).toBe(1000)
    expect(await buy(order.code)).toBe(0)
  })
}
