// @vitest-environment jsdom
import type { MedusaPromotion } from '../support/medusa-shop/medusa-types.js'
import { medusaTraits } from '../support/medusa-shop/medusa-traits.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'
import { startMedusaShop } from '../support/medusa-shop/start-medusa-shop.js'
import { conformsToPlatform } from './conformance.js'
import type { ShopUnderTest } from './conformance.js'

const DAY = 86_400_000

const seed = (now: number): readonly MedusaPromotion[] => [
  { code: 'CREATOR20', percent: 20 },
  { code: 'EXTRA10', percent: 10 },
  { code: 'EXPIRED', percent: 10, endsAt: now - DAY },
  { code: 'FUTURE', percent: 10, startsAt: now + 5 * DAY },
  { code: 'ONCE', percent: 10, isUsedUp: true },
  { code: 'MIN100', percent: 10, minimum: 100 },
]

const open = async (): Promise<ShopUnderTest> => {
  const shop = await startMedusaShop({ promotions: seed(Date.now()) })
  const place = { ...shop, region: 'reg_us', variant: 'variant_m' }
  return {
    ...(await openMedusaShopper(place)),
    endCode: (code) => {
      const ended = shop.promotions.find((promotion) => promotion.code === code)
      if (ended) ended.endsAt = Date.now()
      return Promise.resolve()
    },
    close: shop.close,
  }
}

conformsToPlatform('medusa', { ...medusaTraits, open })
