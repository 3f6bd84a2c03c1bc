import type { Cart } from '../../types.js'
import { NO_CART } from '../no-cart.js'
import { toMinor } from '../to-minor.js'

/** The parts of the Store API's cart that are read here. Money is in major units, with decimals. */
export interface StoreCart {
  readonly id: string
  readonly currency_code: string
  readonly completed_at?: string | null
  readonly items?: readonly { readonly quantity: number }[]
  readonly promotions?: readonly { readonly code?: string; readonly is_automatic?: boolean }[]
  readonly metadata?: Readonly<Record<string, unknown>> | null
  readonly discount_total?: number
  readonly item_total?: number
  readonly total?: number
}

/** Codes on the cart that somebody put there; all of them take effect, or they would not be there. */
export const codesOf = ({ promotions = [] }: StoreCart): readonly string[] =>
  promotions.flatMap(({ code, is_automatic }) => (code && !is_automatic ? [code] : []))

const attributesOf = ({ metadata }: StoreCart): Cart['attributes'] =>
  Object.fromEntries(
    Object.entries(metadata ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

/** The Store API's cart as a cart of ours; a completed one is none, although the shop still shows it. */
export const readCart = (cart: StoreCart | undefined): Cart => {
  if (!cart || cart.completed_at) return NO_CART
  const { currency_code, discount_total = 0, id, item_total, items = [], total = 0 } = cart
  return {
    id,
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    codes: codesOf(cart).map((code) => ({ code, applicable: true })),
    attributes: attributesOf(cart),
    discount: toMinor(discount_total, currency_code),
    // without shipping, where the shop tells it
    total: toMinor(item_total ?? total, currency_code),
    currency: currency_code.toUpperCase(),
  }
}
