import type { MedusaCart, MedusaPromotion } from './medusa-types.js'

export interface Counted {
  readonly price: number
  readonly shipping: number
  readonly currency: string
  readonly promotions: readonly MedusaPromotion[]
}

const worthOf = ({ lines }: MedusaCart, { price }: Counted): number =>
  lines.reduce((sum, { quantity }) => sum + quantity * price, 0)

const holds = (promotion: MedusaPromotion, worth: number): boolean => {
  const { endsAt = Infinity, isUsedUp, minimum = 0, startsAt = 0 } = promotion
  const now = Date.now()
  return worth > 0 && worth >= minimum && startsAt <= now && now < endsAt && !isUsedUp
}

/** Codes of the cart that hold, in their order; the others are dropped without a word. */
export const recompute = (cart: MedusaCart, codes: readonly string[], shop: Counted): void => {
  const worth = worthOf(cart, shop)
  const automatic = shop.promotions.filter(({ isAutomatic }) => isAutomatic)
  const asked = [...automatic.map(({ code }) => code), ...codes]
  cart.codes = [...new Set(asked)].filter((code) =>
    shop.promotions.some((promotion) => promotion.code === code && holds(promotion, worth)),
  )
}

/** The cart as the Store API answers it; a second code takes its share of what the first one left. */
export const showCart = (cart: MedusaCart, shop: Counted) => {
  const worth = worthOf(cart, shop)
  const used = cart.codes.flatMap(
    (code) => shop.promotions.find((promotion) => promotion.code === code) ?? [],
  )
  const total = used.reduce((left, { percent }) => left * (1 - percent / 100), worth)
  return {
    id: cart.id,
    currency_code: shop.currency,
    completed_at: cart.completedAt ?? null,
    items: cart.lines.map(({ id, quantity }) => ({ id, quantity, unit_price: shop.price })),
    promotions: used.map(({ code, isAutomatic = false }) => ({
      id: `promo_${code}`,
      code,
      is_automatic: isAutomatic,
    })),
    metadata: cart.metadata,
    subtotal: worth,
    discount_total: worth - total,
    item_total: total,
    total: total + shop.shipping,
    original_total: worth,
  }
}
