import { DiscountKeeperError } from '../errors.js'
import type { LazyPlatform } from '../types.js'
import type { MedusaOptions } from './medusa/medusa-options.js'

export type { MedusaOptions }

/**
 * A shop on Medusa 2, by its Store API. A cart is never created: codes wait until the app's own has an item. Medusa tells codes
 * apart by their case, and drops without a word what takes no effect. Throws a `DiscountKeeperError` with code `OPTION` where
 * a way to find the cart is missing.
 */
export const medusa = (options: MedusaOptions): LazyPlatform => {
  for (const name of ['endpoint', 'publishableKey', 'cartId'] as const)
    if (!options[name]) throw new DiscountKeeperError('OPTION', `medusa() needs ${name}.`)
  return {
    name: 'medusa',
    load: async () => {
      const { storeApi } = await import('./medusa/store-api.js')
      return storeApi(options)
    },
  }
}
