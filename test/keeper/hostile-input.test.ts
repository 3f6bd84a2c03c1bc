// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

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
    await keeper.consume(given)
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
