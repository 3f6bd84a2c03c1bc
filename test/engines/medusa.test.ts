// @vitest-environment jsdom
import { inject } from 'vitest'
import { openMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { conformsToPlatform } from '../platforms/conformance.js'
import { medusaTraits } from '../support/medusa-shop/medusa-traits.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'

conformsToPlatform('medusa (live)', {
  ...medusaTraits,
  open: async () => {
    const shop = openMedusa(inject('medusa'))
    const shopper = await openMedusaShopper(shop)
    return { ...shopper, endCode: shop.endCode, close: () => shop.reviveCode('CREATOR20') }
  },
})
