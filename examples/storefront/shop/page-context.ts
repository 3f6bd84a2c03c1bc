import { safeKeeper } from '../theme/safe-links.js'
import { findCart, priceOf } from './cart-store.js'
import { hasAnswered, safeMode } from './cookies.js'
import type { PricedCart } from './price-cart.js'
import type { ShopSettings } from './settings.js'
import type { ShopContext, ShopState } from './state.js'
import type { ShopCart } from './types.js'

/** What a page or a section is rendered from. */
export interface PageContext {
  readonly root: string
  readonly nonce: string
  readonly settings: ShopSettings
  readonly designMode: boolean
  /** The page has a source of consent. */
  readonly asksConsent: boolean
  readonly cart: ShopCart | undefined
  readonly priced: PricedCart
  /** The cart's prices with other codes than its own. */
  readonly priceWith: (codes: readonly string[]) => PricedCart
  /** Options of the keeper on this page beyond the usual, as its `data-*` attributes name them. */
  readonly keeper?: Readonly<Record<string, string>> | undefined
}

// a shop that need not ask, but for the pages that try it out, and once they were answered
const asksConsent = (c: ShopContext): boolean =>
  /^\/pages\/(consent|attribution)$/.test(c.req.path) || hasAnswered(c)

const safeKeeperOf = (c: ShopContext): PageContext['keeper'] => {
  const isSafe = /^\/pages\/(safe-code|anti-leak)$/.test(c.req.path)
  const when = safeMode(c)
  return isSafe || when ? safeKeeper((isSafe && c.req.query('when')) || when) : undefined
}

/** The shopper's cart and surroundings as they are now. */
export const pageContext = (
  state: ShopState,
  c: ShopContext,
  cart: ShopCart | undefined = findCart(state, c),
): PageContext => ({
  root: c.get('root'),
  nonce: c.get('nonce'),
  settings: state.settings,
  designMode: c.req.query('design_mode') === '1',
  asksConsent: asksConsent(c),
  cart,
  priced: priceOf(state, cart),
  keeper: safeKeeperOf(c),
  priceWith: (codes) => priceOf(state, cart, codes),
})
