// @vitest-environment jsdom
import { it } from 'vitest'

import { leadEngineLives } from './lead-engine-lives.js'
import { openVendureShopper } from './open-vendure-shopper.js'

it('in any life on a live Vendure a live discount arrives', { timeout: 300_000 }, () =>
  leadEngineLives({
    engine: 'vendure',
    runs: 30,
    open: async () => {
      const shopper = await openVendureShopper('bearer')
      const order = async (): Promise<void> => {
        const placed = await shopper.placeOrder('shopper@shop.example')
        if (placed?.state !== 'PaymentSettled') throw new Error(`The order is ${placed?.state}`)
      }
      return { ...shopper, order }
    },
  }))
