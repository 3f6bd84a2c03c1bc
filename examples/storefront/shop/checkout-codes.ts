import { splitCodes } from './fold-code.js'
import { withVisit } from './join-visit.js'
import type { ShopState } from './state.js'
import type { ShopCart } from './types.js'

/** What may decide on the codes of a checkout. */
export interface CodeSources {
  readonly cart: ShopCart
  /** `discount` of the URL, `''` included; absent where the URL has none. */
  readonly param: string | undefined
  readonly visit: string | undefined
}

/** The codes a `discount` parameter asks for; absent where the shop does not listen to it. */
export const paramCodes = (
  { settings }: ShopState,
  param: string | undefined,
): readonly string[] | undefined => {
  if (param === undefined || settings.checkoutParam === false) return undefined
  const codes = splitCodes(param)
  return settings.checkoutParam === 'first' ? codes.slice(0, 1) : codes
}

/** The codes that count at checkout: the URL's, else the cart form's, else the cart's and the visit's. */
export const checkoutCodes = (
  state: ShopState,
  { cart, param, visit }: CodeSources,
): readonly string[] => {
  const asked = paramCodes(state, param) ?? cart.doorCodes
  if (asked) return asked
  const { settings } = state
  const open = settings.visit !== 'refuses' && (!cart.decided || settings.visitLingers)
  return open ? withVisit(state, cart, visit) : cart.codes
}
