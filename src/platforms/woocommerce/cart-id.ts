import type { CartNotes } from './cart-note.js'
import { sessionOf } from './session-of.js'

export interface CartIdOptions {
  readonly cookies: () => string
  readonly cartToken?: (() => string | undefined) | undefined
  readonly notes: CartNotes
}

/**
 * Names the shopper's cart without a request. With a token that is its session. The cookies only tell whether there are
 * items, and a session has one cart after another, so there a name is made up that lasts from the first item to the last.
 */
export const cartIdOf = ({ cartToken, cookies, notes }: CartIdOptions): (() => string) => {
  const named = (token: string): string => sessionOf(token) || 'token'
  const filled = (held: string): string =>
    /(^|; )woocommerce_(items_in_cart=[1-9]|cart_hash=\w)/.test(cookies())
      ? held || Math.random().toString(36).slice(2)
      : ''

  return () => {
    const { id: held = '' } = notes.read()
    const token = cartToken?.()
    const id = cartToken ? token && named(token) : filled(held)
    if ((id ?? '') !== held) notes.begin(id ?? '')
    return id ?? ''
  }
}
