import { createDiscountKeeper } from 'discount-keeper'
import type { DiscountKeeper } from 'discount-keeper'
import { vendure } from 'discount-keeper/platforms/vendure'
import type { Cart } from './cart.js'

/** The keeper of this storefront. Made on the server too, where it does nothing; `<DiscountProvider>` starts it. */
export const createKeeper = (cart: Cart): DiscountKeeper =>
  createDiscountKeeper({
    platform: vendure({
      endpoint: '/shop-api',
      cartId: () => cart.read()?.code ?? '',
      attributes: { discount: 'ccDiscountCode', ref: 'ccRef' },
      watch: cart.watch,
      refresh: () => void cart.refresh(),
    }),
    stacking: 'combine',
    // what the shop's promotions are known to do: with it, prices can be told before there is a cart
    terms: {
      CREATOR20: { percentage: 20, everyProduct: true },
      EXTRA10: { percentage: 10, everyProduct: true },
      MIN100: { percentage: 10, everyProduct: true, minimum: 10_000 },
    },
  })
