import type { Platform } from '../../types.js'
import { watchRequests } from '../watch-requests.js'
import { OWN } from './request-shop.js'
import type { VendureOptions } from './vendure-options.js'

type Watch = NonNullable<Platform['watch']>

/** Tells of changes by the app's own word, else of every request of the page to the Shop API: they all look alike. */
export const watchShop =
  ({ endpoint, view = () => window, watch }: VendureOptions): Watch =>
  (changed, stop) => {
    if (watch) {
      const end = watch((signal = 'codes') => changed(signal))
      stop.addEventListener('abort', () => end?.())
      return
    }
    const page = view()
    const shop = new URL(endpoint, page.location.origin).href
    watchRequests({
      view: page,
      own: [],
      // GraphQL asks and changes by one address
      signalOf: (url) => (url.startsWith(shop) && !url.includes(OWN) ? 'codes' : undefined),
      changed,
      stop,
    })
  }
