import type { ShopAnswer } from '../ask-shop.js'
import { askShop } from '../ask-shop.js'
import { refusal } from '../refusal.js'
import type { VendureOptions } from './vendure-options.js'

export interface Operation {
  readonly query: string
  readonly variables?: object | undefined
}

/** Results by alias. */
export type ShopData = Readonly<Record<string, unknown>>

export interface Outcome {
  readonly data: ShopData
  /** The shop's schema lacks something that was asked for; nothing was done. */
  readonly isUnknown: boolean
}

interface Body {
  readonly data?: ShopData | null
  readonly errors?: unknown
}

/** Where our own requests go: a mark in the address tells them from the app's. */
export const ownAddress = ({ endpoint }: Pick<VendureOptions, 'endpoint'>): string =>
  endpoint + (endpoint.includes('?') ? '&' : '?') + 'discount-keeper'

const initOf = (
  { channel, credentials }: VendureOptions,
  token: string | undefined,
  operation: Operation,
): RequestInit => ({
  method: 'POST',
  headers: {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(channel && { 'vendure-token': channel }),
  },
  ...(credentials && { credentials }),
  body: JSON.stringify(operation),
})

const toOutcome = ([body, isFine, status]: ShopAnswer): Outcome => {
  // oxlint-disable-next-line no-unsafe-type-assertion -- every member may be missing
  const { data, errors } = body as Body
  const isUnknown = JSON.stringify(errors ?? '').includes('"GRAPHQL_VALIDATION_FAILED"')
  if (!isUnknown && (!isFine || errors || !data)) throw refusal(status)
  return { data: data ?? {}, isUnknown }
}

/** Sends GraphQL to the Shop API, in the app's own session. */
export const requestShop =
  (options: VendureOptions) =>
  async (operation: Operation): Promise<Outcome> => {
    const { fetch = globalThis.fetch, onToken } = options
    const token = options.token?.()
    let renewed: string | null = null
    const listening: typeof fetch = async (...sent) => {
      const response = await fetch(...sent)
      renewed = response.headers.get('vendure-auth-token')
      return response
    }
    const init = initOf(options, token, operation)
    const answer = await askShop(listening, ownAddress(options), init)
    // an unknown token is no error: the shop begins a new session. The app may have noticed first
    if (renewed && renewed !== token && options.token?.() === token) onToken?.(renewed)
    return toOutcome(answer)
  }
