import { shopifyMinter } from '../../../src/server/minters/shopify-admin.js'
import type { DiscountCode } from '../../../examples/storefront/shop/types.js'
import { startShop } from '../../../examples/storefront/shop/start-shop.js'
import { MUG, enter } from '../../examples/shopper.js'
import { holdsAcrossProcesses } from './conformance/across-processes.js'
import { conformsToMinter } from './conformance.js'

const accessToken = 'shpat_0123456789abcdef'
const HOUR = 3_600_000

const open = async () => {
  const limit = { requests: 1000, windowMs: 1000, coolDownMs: 1000 }
  const shop = await startShop({ settings: { adminToken: accessToken, limit } })
  const endOfEnding = Math.floor(Date.now() / 1000) * 1000 + HOUR / 2
  const base = (code: string, more: Partial<DiscountCode>): void => {
    shop.codes.set(code.toLowerCase(), { ...shop.codes.get('partner20')!, code, ...more })
  }
  base('ENDED20', { endsAt: 1 })
  base('ENDING20', { endsAt: endOfEnding })
  base('SPECIAL', {
    kind: 'fixed',
    value: 750,
    minimumSubtotal: 1000,
    products: ['lantern', 'day-pack'],
    combinesWith: { order: true, product: false, shipping: true },
  })
  const get = (code: string) => shop.codes.get(code.toLowerCase())
  return {
    bases: { open: 'PARTNER20', ended: 'ENDED20', ending: 'ENDING20', special: 'SPECIAL' },
    secrets: [accessToken],
    endOfEnding,
    openMinter: (options = {}) => shopifyMinter({ endpoint: shop.url, accessToken, ...options }),
    terms: (code: string) => {
      const { combinesWith, kind, minimumSubtotal, products, value } = get(code)!
      const sorted = products && [...products].sort((one, other) => one.localeCompare(other))
      return Promise.resolve({ combinesWith, kind, minimumSubtotal, products: sorted, value })
    },
    find: (code: string) =>
      Promise.resolve([get(code)].flatMap((one) => (one ? [JSON.stringify(one)] : []))),
    endOf: (code: string) => Promise.resolve(get(code)?.endsAt ?? NaN),
    buy: async (code: string) => {
      const shopper = enter(shop)
      await shopper.add(MUG, 25)
      const page = await (await shopper.get(`/checkout?discount=${code}`)).text()
      await shopper.form(/action="([^"]*\/complete)"/.exec(page)?.[1] ?? '', {})
      // 25 mugs are 600.00, and an item of the conformance is 50.00
      return (shop.orders.at(-1)?.discount ?? NaN) / 12
    },
    close: shop.close,
  }
}

conformsToMinter('shopify, at the demo shop', open)
holdsAcrossProcesses('shopify, at the demo shop', open)
