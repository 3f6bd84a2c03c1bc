import { report, toDecimal } from '../../../src/attribution/index.js'
import type { Conversion, ReportKey } from '../../../src/attribution/index.js'

/** One postback that came in, as the network would see it. */
export interface Received {
  readonly at: number
  readonly fields: Readonly<Record<string, string>>
}

/** What the page about attribution shows, in words and decimals. */
export interface Books {
  readonly sales: readonly (readonly string[])[]
  readonly sums: Readonly<Record<'coupon' | 'publisher', readonly (readonly string[])[]>>
  readonly received: readonly string[]
}

const amount = (minor: number, currency: string): string =>
  `${toDecimal(minor, currency)} ${currency}`

const sumsBy = (conversions: readonly Conversion[], key: ReportKey): Books['sums']['coupon'] =>
  report(conversions, key).map((row) => [
    row.key || 'none',
    String(row.sales),
    amount(row.amount, row.currency),
    amount(row.commission, row.currency),
  ])

/** Puts conversions and postbacks in the words of the page. */
export const booksOf = (
  conversions: readonly Conversion[],
  received: readonly Received[],
): Books => ({
  sales: conversions.map((one) => [
    `#${one.orderId}`,
    one.coupon?.code ?? 'none',
    one.publisher ?? 'nobody',
    amount(one.commission, one.currency),
    one.reason,
    amount(one.amount, one.currency),
  ]),
  sums: { coupon: sumsBy(conversions, 'coupon'), publisher: sumsBy(conversions, 'publisher') },
  received: received.map(({ at, fields }) =>
    [
      new Date(at).toISOString().slice(11, 19),
      ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
    ].join(' · '),
  ),
})
