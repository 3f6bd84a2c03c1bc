import { DiscountKeeperError } from '../../errors.js'
import { isSame } from '../../is-same.js'
import type { Cart, CartChange } from '../../types.js'
import type { Dialect } from './documents.js'
import { writeDocument } from './documents.js'
import type { RawCart } from './read-cart.js'

/** The longest list the API takes. */
const LONGEST = 250
/** What one order can use: five codes for goods and one for shipping. */
const MOST_CODES = 6

/** What each of the mutations answers. */
export interface Payload {
  readonly cart: RawCart | null
  readonly userErrors: readonly { readonly code: string | null }[]
  readonly warnings: readonly { readonly code: string }[]
}

/** A mutation that is ready to be sent. */
export interface CartWrite {
  readonly query: string
  readonly variables: object
}

const unique = (codes: readonly string[]): readonly string[] =>
  codes.filter((code, at) => codes.findIndex((other) => isSame(other, code)) === at)

const merged = (before: Cart['attributes'], changes: Cart['attributes']): readonly object[] =>
  Object.entries({ ...before, ...changes })
    // an empty value would stay on the cart: what is to go is left out
    .filter(([key, value]) => value || !(key in changes))
    .map(([key, value]) => ({ key, value }))
    .slice(0, LONGEST)

export interface WritePlan {
  readonly cartId: string
  readonly change: CartChange
  /** The cart's attributes as just read: the API replaces lists, so what is not ours is sent along. */
  readonly before: Cart['attributes']
  readonly dialect: Dialect
}

/** One mutation for the whole change. */
export const planWrite = ({ before, cartId, change, dialect }: WritePlan): CartWrite => {
  const { attributes, codes } = change
  const lists = {
    ...(attributes && { attributes: merged(before, attributes) }),
    ...(codes && { discountCodes: unique(codes).slice(0, MOST_CODES) }),
  }
  const names = (['attributes', 'discountCodes'] as const).filter((name) => name in lists)
  return { query: writeDocument(names, dialect), variables: { cartId, ...lists } }
}

/** The payload that tells the cart after the whole change; throws `REFUSED` where any part of it was not done. */
export const lastPayload = (
  data: Readonly<Record<string, Payload | null>>,
): Payload & { readonly cart: RawCart } => {
  const payloads = Object.values(data)
  const last = payloads[payloads.length - 1]
  const refused = payloads.flatMap((payload) => payload?.userErrors ?? [])
  if (refused.length || !last?.cart) {
    const why = refused.map(({ code }) => code ?? 'an error').join() || 'nothing'
    throw new DiscountKeeperError('REFUSED', `The shop answered a change of the cart with ${why}`)
  }
  return { ...last, cart: last.cart }
}
