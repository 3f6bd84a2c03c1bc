import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DiscountKeeper } from 'discount-keeper'
import type { Ask } from './ask.js'
import { createAsk } from './ask.js'
import type { Cart } from './cart.js'
import { createCart } from './cart.js'
import { createKeeper } from './create-keeper.js'
import type { Product, ShopData } from './load-shop.js'
import type { Order } from './order.js'

/** What every page of one shopper has at hand. */
export interface Shop {
  readonly ask: Ask
  readonly cart: Cart
  readonly keeper: DiscountKeeper
  readonly products: readonly Product[]
}

/** One for each request on the server, one for each page in the browser. */
export const createShop = ({ order, products }: ShopData): Shop => {
  const ask = createAsk('/shop-api')
  const cart = createCart(ask, order)
  return { ask, cart, keeper: createKeeper(cart), products }
}

export const ShopContext = createContext<Shop | undefined>(undefined)

export const useShop = (): Shop => {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('Expected a <ShopContext> above.')
  return shop
}

/** What is in the cart; undefined while the shopper has none. */
export const useOrder = (): Order | undefined => {
  const { read, subscribe } = useShop().cart
  return useSyncExternalStore(subscribe, read, read)
}
