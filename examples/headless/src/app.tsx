import { useState } from 'react'
import { DiscountProvider } from 'discount-keeper/react'
import { Storefront } from './storefront.js'
import { FirstPath } from './router/router.js'
import type { Order } from './shop/order.js'
import type { Shop } from './shop/shop-context.js'
import { ShopContext } from './shop/shop-context.js'

interface AppProps {
  readonly path: string
  readonly shop: Shop
  readonly placed: Order | undefined
}

/** The whole shop. The keeper lives as long as it does. */
export const App = ({ path, placed: first, shop }: AppProps) => {
  const [placed, setPlaced] = useState(first)
  return (
    <FirstPath value={path}>
      <ShopContext value={shop}>
        <DiscountProvider keeper={shop.keeper}>
          <Storefront placed={placed} onPlaced={setPlaced} />
        </DiscountProvider>
      </ShopContext>
    </FirstPath>
  )
}
