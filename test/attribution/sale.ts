import type { Conversion, Sale } from '../../src/attribution/index.js'

/** 2026-11-21, noon. */
export const NOON = Date.UTC(2026, 10, 21, 12)
export const DAY = 86_400_000

/** An order of 100.00 EUR by somebody. */
export const saleOf = (said: Partial<Sale> = {}): Sale => ({
  orderId: '1001',
  at: NOON,
  currency: 'EUR',
  amount: 10_000,
  discount: 0,
  codes: [],
  ...said,
})

/** A conversion that stands in the books. */
export const conversionOf = (said: Partial<Conversion> = {}): Conversion => ({
  ...saleOf(),
  commission: 1_000,
  status: 'approved',
  confidence: 'high',
  reason: '',
  ...said,
})
