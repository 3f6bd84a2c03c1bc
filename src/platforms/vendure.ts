import { DiscountKeeperError } from '../errors.js'
import type { LazyPlatform } from '../types.js'
import type { VendureOptions } from './vendure/vendure-options.js'

export type { VendureOptions }

/**
 * A shop on Vendure, by its Shop API. An order is never created: codes wait until the app has put an item in. Throws a
 * `DiscountKeeperError` with code `OPTION` where the session can be found neither by `token` nor by `cartId`.
 */
export const vendure = (options: VendureOptions): LazyPlatform => {
  const { cartId, token } = options
  if (!cartId && !token) throw new DiscountKeeperError('OPTION', 'vendure() needs token or cartId.')
  return {
    name: 'vendure',
    load: async () => {
      const { shopApi } = await import('./vendure/shop-api.js')
      return shopApi(options)
    },
  }
}
