import type { Cart } from '../types.js'

/** What a shop says of a shopper who has no cart, or whose cart is gone. */
export const NO_CART: Cart = { id: '', itemCount: 0, codes: [], attributes: {}, discount: 0 }
