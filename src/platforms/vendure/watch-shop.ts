import type { CartSignal, Platform } from '../../types.js'
import { watchChanges } from '../watch-changes.js'
import { ownAddress } from './request-shop.js'
import type { VendureOptions } from './vendure-options.js'

type Watch = NonNullable<Platform['watch']>

/** Tells of changes by the app's own word, else of every request of the page to the Shop API: they all look alike. */
export const watchShop =
  ({ endpoint, view = () => window, watch }: VendureOptions): Watch =>
  (changed, stop) => {
    const requests = () => {
      const page = view()
      const hrefOf = (address: string): string => new URL(address, page.location.origin).href
      const shop = hrefOf(endpoint)
      const ours = hrefOf(ownAddress({ endpoint }))
      // GraphQL asks and changes by one address
      const signalOf = (url: string): CartSignal | undefined =>
        url.startsWith(shop) && url !== ours ? 'codes' : undefined
      return { view: page, own: [], signalOf }
    }
    watchChanges({ changed, stop, watch, requests })
  }
