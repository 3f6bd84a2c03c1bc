import type { Conversion } from './types.js'

/** What a publisher sold on one offer before, in one currency. Declined sales do not count. */
export interface EarlierSales {
  readonly publisher?: string | undefined
  readonly offer?: string | undefined
  /** ISO 4217, in upper case. */
  readonly currency: string
  readonly sales: number
  /** Integer minor units. */
  readonly amount: number
}

/** Earlier conversions, summed up by publisher, offer and currency. */
export const sumSales = (history: readonly Conversion[]): readonly EarlierSales[] => {
  const sums = new Map<string, EarlierSales>()
  for (const { amount, offer, publisher, status, ...sale } of history) {
    if (status === 'declined') continue
    const currency = sale.currency.toUpperCase()
    const place = JSON.stringify([publisher, offer, currency])
    const { sales, amount: before } = sums.get(place) ?? { sales: 0, amount: 0 }
    sums.set(place, { publisher, offer, currency, sales: sales + 1, amount: before + amount })
  }
  return [...sums.values()]
}
