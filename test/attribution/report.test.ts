import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineCoupons, filterConversions, report, toCsv } from '../../src/attribution/index.js'
import type { Conversion } from '../../src/attribution/index.js'
import { conversionOf, DAY, NOON } from './sale.js'

const [amys] = defineCoupons([{ code: 'AMY20', offer: 'summer', publisher: 'amy' }]).list
const byAmy = {
  publisher: 'amy',
  by: 'coupon',
  coupon: amys,
  code: 'amy20',
  offer: 'summer',
} as const
const conversions: readonly Conversion[] = [
  conversionOf({ orderId: '1', ...byAmy, discount: 2_000 }),
  conversionOf({ orderId: '2', ...byAmy, at: NOON + DAY, currency: 'JPY' }),
  conversionOf({ orderId: '3', publisher: 'bob', by: 'link', at: NOON + 15 * DAY, amount: 1 }),
  conversionOf({ orderId: '4', commission: 0, status: 'declined' }),
]
const numbers = (list: readonly Conversion[]) => list.map(({ orderId }) => orderId)

describe('report()', () => {
  it('sums by publisher, currencies apart', () => {
    const sums = { sales: 1, amount: 10_000, discount: 0, commission: 1_000 }
    expect(report(conversions, 'publisher')).toEqual([
      { ...sums, key: '', currency: 'EUR', commission: 0 },
      { ...sums, key: 'amy', currency: 'EUR', discount: 2_000 },
      { ...sums, key: 'amy', currency: 'JPY' },
      { ...sums, key: 'bob', currency: 'EUR', amount: 1 },
    ])
  })

  it.each([
    ['coupon', ['', 'AMY20', 'AMY20']],
    ['offer', ['', 'summer', 'summer']],
    ['day', ['2026-11-21', '2026-11-22', '2026-12-06']],
    ['month', ['2026-11', '2026-11', '2026-12']],
  ] as const)('sums by %s', (by, keys) => {
    expect(report(conversions, by).map(({ key }) => key)).toEqual(keys)
  })

  it.each([
    [{ coupon: 'AMY20' }, ['1', '2']],
    [{ publisher: 'bob' }, ['3']],
    [{ offer: 'summer', publisher: 'bob' }, []],
    [{ status: 'declined' }, ['4']],
    [{ from: NOON + 1 }, ['2', '3']],
    [{ to: NOON + DAY }, ['1', '4']],
    [{}, ['1', '2', '3', '4']],
  ] as const)('lets in %o', (filter, wanted) => {
    expect(numbers(filterConversions(conversions, filter))).toEqual(wanted)
    const sales = report(conversions, 'day', filter).reduce((sum, row) => sum + row.sales, 0)
    expect(sales).toBe(wanted.length)
  })
})

/** As RFC 4180 reads it. */
const parse = (csv: string): readonly (readonly string[])[] => {
  const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)]
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell)
    if (end !== ',') lines.push([])
  }
  return lines.slice(0, -1)
}

describe('toCsv()', () => {
  it('has the coupon under the field that the network expects', () => {
    const [heading, first] = parse(toCsv(conversions, { couponField: 'Pub. Unique 3' }))
    expect(heading?.join()).toBe(
      'Order,Time,Publisher,By,Offer,Pub. Unique 3,Code,Currency,Amount,Discount,Commission,Status,Confidence,Reason',
    )
    expect(first?.join()).toBe(
      '1,2026-11-21T12:00:00.000Z,amy,coupon,summer,AMY20,amy20,EUR,100.00,20.00,10.00,approved,high,',
    )
  })

  it('writes amounts as the currency has them', () => {
    expect(parse(toCsv(conversions))[2]?.slice(7, 11)).toEqual(['JPY', '10000', '0', '1000'])
  })

  it('is read back whatever the texts are, and no cell is a formula', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@x', '-2', '+3', 'a"b', 'a,b\r\n'))
    fc.assert(
      fc.property(text, text, (orderId, publisher) => {
        const row = parse(toCsv([conversionOf({ orderId, publisher })]))[1] ?? []
        for (const [place, given] of [
          [0, orderId],
          [2, publisher],
        ] as const) {
          expect([given, `'${given}`]).toContain(row[place])
          expect(row[place]).not.toMatch(/^([=@\t\r]|[+-](?!\d+(\.\d+)?$))/)
        }
      }),
    )
  })
})
