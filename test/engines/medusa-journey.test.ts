// @vitest-environment jsdom
import { inject, it } from 'vitest'

import { openMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'
import { leadEngineLives } from './lead-engine-lives.js'

it('in any life on a live Medusa a live discount arrives', { timeout: 300_000 }, () =>
  leadEngineLives({
    engine: 'medusa',
    runs: 0,
    open: async () => {
      const shop = openMedusa(inject('medusa'))
      const shopper = await openMedusaShopper(shop)
      const order = async (): Promise<void> => {
        await shop.completeCart(String(shopper.cartId()))
        // the app forgets the cart that became an order
        await shopper.loseCart()
      }
      return { ...shopper, order }
    },
  }))
