import { DiscountKeeperError } from '../../errors.js'
import type { WooCommerceOptions } from '../woocommerce.js'
import { sessionOf } from './session-of.js'
import type { WooWindow } from './woo-window.js'

/** A shop that has not answered by then is not going to. */
const PATIENCE = 10_000

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

/** Answers without JSON, and 429, are how a shop says "too often". */
const check = ({ body, status }: Answer): void => {
  if (status === 429 || !body)
    throw new DiscountKeeperError('COOL_DOWN', `The shop answered ${status}`)
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

  const initOf = (token: string | undefined, body: object | undefined): RequestInit => ({
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
    ...(body && { body: JSON.stringify(body) }),
  })

  const ask = async (url: string, init: RequestInit): Promise<Answer> => {
    const { fetch = view().fetch } = options
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), PATIENCE)
    try {
      const response = await fetch(url, { ...init, signal: controller.signal })
      const body: unknown = await response.json().catch(() => undefined)
      nonce = response.headers.get('Nonce') ?? nonce
      const session = sessionOf(response.headers.get('Cart-Token'))
      return { status: response.status, body, session }
    } catch (cause) {
      // not sent, or not seen: the next write to this URL may be the storefront's
      own.splice(0)
      throw new DiscountKeeperError('OFFLINE', 'The shop did not answer', cause)
    } finally {
      clearTimeout(timer)
    }
  }

  const attempt = async (url: string, body: object | undefined): Promise<Answer> => {
    if (body) own.push(url)
    nonce ??= view().wcBlocksMiddlewareConfig?.storeApiNonce
    const answer = await ask(url, initOf(options.cartToken?.(), body))
    check(answer)
    return answer
  }

  return {
    own,
    send: async (path, body) => {
      const url = new URL((options.endpoint ?? base()) + path, view().location.origin).href
      const first = await attempt(url, body)
      // the refusal itself brings a nonce that is good
      return body && !options.cartToken && isAboutNonce(first) ? attempt(url, body) : first
    },
  }
}
