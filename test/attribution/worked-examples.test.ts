import { describe, expect, it } from 'vitest'
import {
  createConversions,
  defineCoupons,
  fromMedusaOrder,
  fromShopifyOrder,
  fromVendureOrder,
  fromWooOrder,
  memoryStore,
  toCsv,
} from '../../src/attribution/index.js'
import type { ConversionsOptions, Sale } from '../../src/attribution/index.js'
import { medusaItem, medusaOrder } from './sources/medusa-order.js'
import { shopifyLine, shopifyOrder } from './sources/shopify-order.js'
import { vendureLine, vendureOrder } from './sources/vendure-order.js'
import { wooLine, wooOrder } from './sources/woo-order.js'

interface Said {
  readonly code?: string
  readonly ref?: string
}

/** An order of 80.00 as each shop tells it, with a code, and the affiliate of a link. */
const shops: Readonly<Record<string, (said: Said) => Sale | undefined>> = {
  Shopify: ({ code, ref }) =>
    fromShopifyOrder(
      shopifyOrder({
        discount_codes: code ? [{ code, amount: '0.00', type: 'percentage' }] : [],
        note_attributes: ref ? [{ name: 'cc-ref', value: ref }] : [],
        line_items: [shopifyLine({ price: '80.00' })],
      }),
    ),
  WooCommerce: ({ code, ref }) =>
    fromWooOrder(
      wooOrder({
        currency: 'USD',
        // it keeps codes in lower case
        coupon_lines: code ? [{ id: 1, code: code.toLowerCase() }] : [],
        meta_data: ref ? [{ id: 1, key: 'cc-ref', value: ref }] : [],
        line_items: [wooLine({ total: '80.00' })],
      }),
    ),
  Vendure: ({ code, ref }) =>
    fromVendureOrder(
      vendureOrder({
        promotions: code ? [{ couponCode: code }] : [],
        customFields: { ccRef: ref ?? null },
        lines: [vendureLine({ proratedLinePrice: 8_000 })],
      }),
    ),
  Medusa: ({ code, ref }) =>
    fromMedusaOrder(
      medusaOrder({
        promotions: code ? [{ code, is_automatic: false }] : [],
        metadata: ref ? { 'cc-ref': ref } : null,
        items: [medusaItem({ subtotal: 80, discount_subtotal: 0 })],
      }),
    ),
}

/** A publisher who earns 10 %, with a code that does and a code that earns 15 %; and an influencer's. */
const coupons = defineCoupons([
  { code: 'DEALS10', offer: 'summer', publisher: 'deals' },
  { code: 'DEALS15', offer: 'summer', publisher: 'deals', payout: { percentage: 15 } },
  { code: 'AMY', match: 'prefix', offer: 'summer', publisher: 'amy' },
])

const open = (
  toSale: (said: Said) => Sale | undefined,
  options: Partial<ConversionsOptions> = {},
) => {
  const store = memoryStore()
  const conversions = createConversions({
    store,
    coupons,
    payoutFor: () => ({ percentage: 10 }),
    postbacks: {
      network:
        'https://n.example/postback?coupon_code={coupon_code}&payout={payout}&aff={publisher}',
    },
    tellAfter: 0,
    now: () => 0,
    ...options,
  })
  const sell = async (said: Said, answer: 'yes' | 'no' | 'nothing' = 'yes') => {
    const sale = toSale(said)
    if (!sale) throw new Error('The order is no sale')
    // the thank-you page knows what the shopper said, and little else
    const consent = { yes: true, no: false, nothing: undefined }[answer]
    await conversions.record({ ...sale, source: 'page', ref: undefined, codes: [], consent })
    const conversion = await conversions.record({ ...sale, source: 'webhook' })
    const told = (await store.take(0, 1)).map(({ url }) => new URL(url).search)
    return { conversion, told, csv: toCsv([conversion], { couponField: 'Pub. Unique 3' }) }
  }
  return { sell }
}

describe.each(Object.entries(shops))('worked examples, in an order of %s', (_, toSale) => {
  it('the offer pays 10 %, the coupon with a payout of its own 15 %', async () => {
    const usual = await open(toSale).sell({ code: 'DEALS10' })
    expect(usual.conversion).toMatchObject({ amount: 8_000, commission: 800 })
    const own = await open(toSale).sell({ code: 'DEALS15' })
    expect(own.conversion).toMatchObject({ publisher: 'deals', commission: 1_200 })
    expect(own.told).toEqual(['?coupon_code=DEALS15&payout=12.00&aff=deals'])
  })

  it("the influencer's own code earns the influencer the sale, though another's link was clicked", async () => {
    const { conversion, csv, told } = await open(toSale).sell({ code: 'AMY20', ref: 'deals' })
    expect(conversion).toMatchObject({ publisher: 'amy', by: 'coupon', commission: 800 })
    expect(told).toEqual(['?coupon_code=AMY&payout=8.00&aff=amy'])
    const [head = '', row = ''] = csv.split('\r\n').map((line) => line.split(','))
    expect(row[head.indexOf('Pub. Unique 3')]).toBe('AMY')
  })

  it('a sale without a click is known by its coupon', async () => {
    const { conversion, told } = await open(toSale).sell({ code: 'AMY5' })
    expect(conversion).toMatchObject({ publisher: 'amy', by: 'coupon', ref: undefined })
    expect(conversion.reason).toBe('the coupon alone speaks; 10 % of 80.00 USD')
    expect(told).toHaveLength(1)
  })

  it.each([
    ['yes', undefined, 1],
    ['no', undefined, 0],
    ['nothing', undefined, 0],
    ['nothing', false, 1],
    ['no', false, 0],
  ] as const)(
    'where the shopper said %s, with requireConsent %s, a sale by coupon is told %i times, a link with it: once unless they refused',
    async (answer, requireConsent, count) => {
      const told = async (said: Said) =>
        (await open(toSale, { requireConsent }).sell(said, answer)).told.length
      expect(await told({ code: 'AMY5' })).toBe(count)
      // the order names the affiliate of a link with consent alone
      expect(await told({ code: 'AMY5', ref: 'deals' })).toBe(answer === 'no' ? 0 : 1)
    },
  )

  it('a sale without either is that of nobody, and nobody is told', async () => {
    const { conversion, told } = await open(toSale).sell({})
    expect([conversion.publisher, conversion.commission, told]).toEqual([undefined, 0, []])
  })
})
