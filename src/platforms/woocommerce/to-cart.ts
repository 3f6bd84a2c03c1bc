import type { Cart, CartCode } from '../../types.js'
import { minorUnits } from './minor-units.js'
import type { RawCart } from './raw-cart.js'
import { droppings, holds } from './raw-cart.js'

/** The namespace of the companion plugin, among the cart's extensions. */
export const NAMESPACE = 'cc'

/** The attributes of the cart; undefined where the companion plugin is not there to keep them. */
export const attributesOf = ({ extensions }: RawCart): Cart['attributes'] | undefined => {
  const kept = extensions?.[NAMESPACE]
  if (typeof kept !== 'object' || !kept) return undefined
  // PHP tells an empty map as a list
  const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string' && value)
  return Object.fromEntries(texts)
}

/** One word in the quotation marks of any language. */
const QUOTED = /["'«»‘-‟‹›「」]\s*([^\s"'«»‘-‟‹›「」]+)\s*["'«»‘-‟‹›「」]/g

/** Codes that the shop says, once, it has taken off: gone, but not by the shopper's hand. */
const droppedFrom = (cart: RawCart, plain: (message: string) => string): readonly CartCode[] => {
  const named = droppings(cart).flatMap((message) => [...plain(message).matchAll(QUOTED)])
  const codes = new Set(named.map(([, code = '']) => code.toLowerCase()))
  return [...codes]
    .filter((code) => !holds(cart, code))
    .map((code) => ({ code, applicable: false, reason: 'UNKNOWN' }))
}

type Totals = Readonly<Record<string, unknown>>

export interface ToCartOptions {
  readonly id: string
  /** A message as people read it. */
  readonly plain: (message: string) => string
  readonly refused?: readonly CartCode[] | undefined
}

/** The cart as the keeper knows it: codes come in lower case, a code on the cart is one that the shop honours. */
export const toCart = (raw: RawCart, { id, plain, refused = [] }: ToCartOptions): Cart => {
  const { totals = {} } = raw
  const currency = typeof totals['currency_code'] === 'string' ? totals['currency_code'] : undefined
  const amount = minorUnits(currency ?? '', Number(totals['currency_minor_unit'] ?? 2))
  const sum = (of: Totals, name: string): number => amount(of[name]) + amount(of[name + '_tax'])
  const discount = sum(totals, 'total_discount')
  const on = raw.coupons.map(({ code, totals: own = {} }): CartCode => {
    const saved = sum(own, 'total_discount')
    return { code, applicable: true, ...(saved > 0 && { saved }) }
  })
  return {
    id,
    itemCount: raw.items_count,
    contents: raw.items?.map(({ key, quantity }) => `${key}:${quantity}`).join(),
    codes: [...on, ...droppedFrom(raw, plain), ...refused.filter(({ code }) => !holds(raw, code))],
    attributes: attributesOf(raw) ?? {},
    discount,
    total: sum(totals, 'total_items') - discount,
    currency,
  }
}
