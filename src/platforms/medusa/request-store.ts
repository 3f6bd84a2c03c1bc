import type { ShopRequest } from '../ask-shop.js'
import { askShop } from '../ask-shop.js'
import type { MedusaOptions } from './medusa-options.js'
import type { StoreCart } from './read-cart.js'

export interface StoreRequest {
  readonly method?: 'DELETE' | 'POST' | undefined
  /** Below the cart's own address. */
  readonly path?: string | undefined
  readonly body?: object | undefined
}

/** The cart as it is now, or what the shop said instead. */
export interface StoreAnswer {
  readonly cart: StoreCart | undefined
  readonly status: number
  /** Medusa's word for the kind of error. */
  readonly type: string | undefined
}

interface Body {
  readonly cart?: StoreCart
  readonly type?: string
}

/** The address of all carts of the shop. */
export const cartsOf = ({ endpoint }: MedusaOptions): string =>
  endpoint.replace(/\/*$/, '/store/carts/')

/** Sends one request about the app's cart; `own` collects the addresses, for telling ours from the app's. */
export const requestStore =
  (options: MedusaOptions, own: string[]) =>
  async (id: string, { body, method, path = '' }: StoreRequest = {}): Promise<StoreAnswer> => {
    const { fetch = globalThis.fetch, publishableKey } = options
    const url = cartsOf(options) + encodeURIComponent(id) + path
    const init: ShopRequest = {
      own,
      method: method ?? 'GET',
      headers: {
        Accept: 'application/json',
        'x-publishable-api-key': publishableKey,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }
    const [answer, isFine, status] = await askShop(fetch, url, init)
    // oxlint-disable-next-line no-unsafe-type-assertion -- every member may be missing
    const { cart, type } = answer as Body
    return { cart: isFine ? cart : undefined, status, type }
  }
