import { isSame } from '../../is-same.js'
import type { CartCode, CartSignal, Platform } from '../../types.js'
import { CHECKOUT_PATH } from '../checkout-path.js'
import { NO_CART } from '../no-cart.js'
import { refusal } from '../refusal.js'
import { watchChanges } from '../watch-changes.js'
import { changeCart } from './change-cart.js'
import type { MedusaOptions } from './medusa-options.js'
import type { StoreCart } from './read-cart.js'
import { codesOf, readCart } from './read-cart.js'
import { cartsOf, requestStore } from './request-store.js'

/** The Store API of Medusa, as a platform. */
export const storeApi = (options: MedusaOptions): Platform => {
  const { checkoutPath = CHECKOUT_PATH, refresh, view = () => window, watch } = options
  const own: string[] = []
  const send = requestStore(options, own)
  /** Read and not written to since: what a change starts from. */
  let base: StoreCart | undefined

  const cartId = (): string => options.cartId() ?? ''

  /** Undefined where the cart is gone. */
  const look = async (id: string): Promise<StoreCart | undefined> => {
    if (!id) return undefined
    const answer = await send(id)
    if (!answer.cart && answer.status !== 404) throw refusal(answer.status)
    return answer.cart?.completed_at ? undefined : answer.cart
  }

  return {
    name: 'medusa',
    capabilities: {
      multi: true,
      replacesOnApply: false,
      caseSensitive: true,
      emptyCartKeeps: false,
      typedErrors: false,
      attributes: true,
    },
    checkoutPath,
    cartId,
    read: async () => {
      base = await look(cartId())
      return readCart(base)
    },
    write: async (change) => {
      const id = cartId()
      let cart = base?.id === id ? base : await look(id)
      base = undefined
      // codes put on an empty cart are dropped without a word
      if (!cart?.items?.length) return readCart(cart)
      const refused: CartCode[] = []
      for (const { code, ...request } of changeCart(codesOf(cart), change)) {
        // one after the other: each recomputes the whole cart
        const answer = await send(id, request)
        if (answer.cart) cart = answer.cart
        else {
          // a cart that is over refuses as an unknown code is refused, and one that never was as a shop that fails
          cart = await look(id)
          if (!cart) return NO_CART
          if (!code || answer.type !== 'invalid_data') throw refusal(answer.status)
          refused.push({ code, applicable: false, reason: 'DISCOUNT_NOT_FOUND' })
        }
      }
      const answer = readCart(cart)
      const absent = refused.filter(
        ({ code }) => !answer.codes?.some((other) => isSame(other.code, code)),
      )
      return { ...answer, codes: [...(answer.codes ?? []), ...absent] }
    },
    watch: (changed, stop) => {
      const carts = cartsOf(options)
      const signalOf = (url: string): CartSignal | undefined => {
        if (!url.startsWith(carts)) return undefined
        return url.includes('/line-items') ? 'items' : 'codes'
      }
      watchChanges({ changed, stop, watch, requests: () => ({ view: view(), own, signalOf }) })
    },
    refresh,
  }
}
