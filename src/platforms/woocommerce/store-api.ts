import type { ShopRequest } from '../ask-shop.js'
import { askShop } from '../ask-shop.js'
import type { WooCommerceOptions } from '../woocommerce.js'
import { sessionOf } from './session-of.js'
import type { WooWindow } from './woo-window.js'

export interface Answer {
  readonly status: number
  /** JSON of any kind: a cart, or an error. */
  readonly body: unknown
  /** Whose cart it is about, where the shop says so. */
  readonly session: string
}

/** The Store API of one shop, on one page. */
export interface StoreApi {
  /** Sends one request with the proof that the shop wants; a write where there is a body. Rejects where no shop answers. */
  readonly send: (path: string, body?: object) => Promise<Answer>
  /** URLs of our own writes, for telling ours from the storefront's. */
  readonly own: string[]
}

const isAboutNonce = ({ body }: Answer): boolean =>
  /"woocommerce_rest_(missing|invalid)_nonce"/.test(JSON.stringify(body))

export const storeApi = (options: WooCommerceOptions, view: () => WooWindow): StoreApi => {
  const own: string[] = []
  /** The newest: each answer brings one, while the one on a page from a cache is as old as the page. */
  let nonce: string | undefined

  const base = (): string => {
    const { document } = view()
    const root = document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')?.href
    return (root ?? '/wp-json/') + 'wc/store/v1'
  }

  const initOf = (token: string | undefined, body: object | undefined): ShopRequest => ({
    method: body ? 'POST' : 'GET',
    cache: 'no-store',
    // with a token the cookies say nothing, and another origin may not read what they open
    credentials: token ? 'omit' : 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { 'Cart-Token': token }),
      ...(body && !token && nonce && { Nonce: nonce }),
    },
    ...(body && { body: JSON.stringify(body), own }),
  })

  const ask = async (url: string, body: object | undefined): Promise<Answer> => {
    const { cartToken, fetch = view().fetch } = options
    nonce ??= view().wcBlocksMiddlewareConfig?.storeApiNonce
    let session = ''
    const listening: typeof fetch = async (...sent) => {
      const response = await fetch(...sent)
      nonce = response.headers.get('Nonce') ?? nonce
      session = sessionOf(response.headers.get('Cart-Token'))
      return response
    }
    const [answer, , status] = await askShop(listening, url, initOf(cartToken?.(), body))
    return { status, body: answer, session }
  }

  return {
    own,
    send: async (path, body) => {
      const url = new URL((options.endpoint ?? base()) + path, view().location.origin).href
      const first = await ask(url, body)
      // the refusal itself brings a nonce that is good
      return body && !options.cartToken && isAboutNonce(first) ? ask(url, body) : first
    },
  }
}
