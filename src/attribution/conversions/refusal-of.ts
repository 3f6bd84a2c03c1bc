import type { SaleReport } from './merge-reports.js'

/**
 * What is reported of an order where the shopper refuses attribution: that they do, and what the shop knows anyway. Neither
 * codes nor who sent them, nor who they are.
 */
export const refusalOf = (report: SaleReport): SaleReport => {
  const { amount, at, currency, discount, orderId, source } = report
  return { source, orderId, at, currency, amount, discount, codes: [], consent: false }
}
