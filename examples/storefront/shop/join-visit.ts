import { priceOf } from './cart-store.js'
import { foldCode } from './fold-code.js'
import type { Refusal } from './judge-codes.js'
import type { ShopState } from './state.js'
import type { ShopCart } from './types.js'

const FINAL: readonly (Refusal | undefined)[] = [
  'unknown',
  'not active',
  'used up',
  'does not combine',
  'one code too many',
]

/** The cart's codes with the visit's beside them, where the codes allow it. */
export const withVisit = (
  state: ShopState,
  cart: ShopCart,
  code: string | undefined,
): readonly string[] => {
  if (!code || cart.codes.some((held) => foldCode(held) === foldCode(code))) return cart.codes
  const together = [...cart.codes, code]
  const judged = priceOf(state, cart, together).codes.at(-1)
  return FINAL.includes(judged?.refusal) ? cart.codes : together
}

/** Puts the visit's code on the cart for good. */
export const joinVisit = (state: ShopState, cart: ShopCart, code: string | undefined): void => {
  cart.codes = [...withVisit(state, cart, code)]
}
