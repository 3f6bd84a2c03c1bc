import type { Platform } from '../types.js'

/** Any shop: no cart API is known, the codes travel by checkout URL and checkout form. Grants stay `held`. */
export const generic = (): Platform => ({
  name: 'generic',
  checkoutPath: /^\/checkouts?(\/|$)/,
})
