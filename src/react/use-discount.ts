import { useContext, useSyncExternalStore } from 'react'
import type { Discount } from './discount.js'
import { DiscountContext } from './discount-provider.js'

/**
 * What the keeper of this tree says, and a new rendering whenever it says something else. The first rendering in a browser
 * says what the server said. Throws where there is no `<DiscountProvider>` above.
 */
export const useDiscount = (): Discount => {
  const store = useContext(DiscountContext)
  if (!store)
    throw new Error('Expected useDiscount() to be below a <DiscountProvider>, got none instead.')
  return useSyncExternalStore(store.subscribe, store.read, store.readFirst)
}
