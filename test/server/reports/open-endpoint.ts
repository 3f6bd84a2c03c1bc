import type { SaleReport } from '../../../src/attribution/index.js'
import { createConversions, defineCoupons, memoryStore } from '../../../src/attribution/index.js'
import type { ReportEndpointOptions, ReportReport } from '../../../src/server/index.js'
import { createReportEndpoint } from '../../../src/server/index.js'
import { NOON, saleOf } from '../../attribution/sale.js'

export const SHOP = 'https://shop.example'

/** What a thank-you page reports. */
export const pageReport = (said: object = {}): object => ({
  ...saleOf({ codes: ['AMY20'], ref: 'amy' }),
  source: 'page',
  consent: true,
  ...said,
})

type Body = string | Uint8Array<ArrayBuffer>

/** A report as a page sends it: as text, so that no question goes before it. */
export const post = (
  body: object | Body,
  headers: Readonly<Record<string, string>> = {},
): Request =>
  new Request('https://server.example/report', {
    method: 'POST',
    headers: { 'content-type': 'text/plain;charset=UTF-8', origin: SHOP, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  })

/** The endpoint with books behind it, and what was recorded and told. */
export const openEndpoint = (said: Partial<ReportEndpointOptions> = {}) => {
  const store = memoryStore()
  const conversions = createConversions({
    store,
    coupons: defineCoupons([{ code: 'AMY20', offer: 'summer', publisher: 'amy' }]),
    payoutFor: () => ({ percentage: 10 }),
    postbacks: { network: 'https://n.example/?o={order_id}&a={amount}' },
    tellAfter: 0,
    now: () => NOON,
  })
  const recorded: SaleReport[] = []
  const reports: ReportReport[] = []
  const endpoint = createReportEndpoint({
    origins: [SHOP],
    conversions: {
      record: (report) => {
        recorded.push(report)
        return conversions.record(report)
      },
    },
    now: () => NOON,
    tell: (report) => void reports.push(report),
    ...said,
  })
  return { conversions, endpoint, recorded, reports, store }
}
