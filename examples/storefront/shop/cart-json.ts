import { createHash } from 'node:crypto'
import { hasOneVariant, variantOf } from './catalog.js'
import type { Allocation, PricedCart, PricedLine } from './price-cart.js'
import type { ShopSettings } from './settings.js'
import type { CartLine, ShopCart } from './types.js'

type Json = Record<string, unknown>

/** The name of a cart line in requests: `VARIANT:HASH`, one for each set of properties. */
export const lineKey = (line: CartLine): string =>
  `${line.variantId}:${createHash('md5').update(JSON.stringify(line.properties)).digest('hex')}`

/** Whether the shopper may see an attribute; names with `__` are for the order only. */
export const isPublicAttribute = (name: string): boolean => !name.startsWith('__')

const applicationJson = ({ discount }: Allocation, level: 'cart' | 'line'): Json => ({
  type: discount.isAutomatic ? 'automatic' : 'discount_code',
  title: discount.code,
  description: discount.code,
  value: discount.kind === 'fixed' ? (discount.value / 100).toFixed(2) : discount.value.toFixed(1),
  value_type: discount.kind === 'fixed' ? 'fixed_amount' : 'percentage',
  allocation_method: 'across',
  target_selection: level === 'cart' ? 'all' : 'entitled',
  target_type: 'line_item',
})

const lineDiscounts = (allocation: Allocation | undefined): Json => ({
  total_discount: allocation?.amount ?? 0,
  discounts: allocation ? [{ amount: allocation.amount, title: allocation.discount.code }] : [],
  line_level_discount_allocations: allocation
    ? [{ amount: allocation.amount, discount_application: applicationJson(allocation, 'line') }]
    : [],
})

/** One line of the cart JSON. */
export const lineJson = (priced: PricedLine, root: string): Json => {
  const { line, price, allocation } = priced
  const found = variantOf(line.variantId)
  const title = found?.product.title ?? ''
  const onlyOne = !found || hasOneVariant(found.product)
  const variantTitle = onlyOne ? undefined : found.variant.title
  const perItem = Math.round(priced.total / line.quantity)
  return {
    id: line.variantId,
    variant_id: line.variantId,
    product_id: found?.product.id,
    key: lineKey(line),
    properties: line.properties,
    quantity: line.quantity,
    title: variantTitle ? `${title} - ${variantTitle}` : title,
    product_title: title,
    variant_title: variantTitle ?? null,
    product_has_only_default_variant: onlyOne,
    handle: found?.product.handle,
    url: `${root}products/${found?.product.handle}?variant=${line.variantId}`,
    price,
    original_price: price,
    discounted_price: perItem,
    final_price: perItem,
    original_line_price: priced.originalTotal,
    line_price: priced.total,
    final_line_price: priced.total,
    requires_shipping: true,
    gift_card: false,
    grams: 300,
    ...lineDiscounts(allocation),
  }
}

/** What the cart JSON is made of. `cart` is absent while the shopper has none. */
export interface CartJsonParts {
  readonly cart: ShopCart | undefined
  /** The token to show, which a shopper without a cart gets anew with each answer. */
  readonly token: string
  readonly priced: PricedCart
  readonly root: string
  readonly settings: ShopSettings
}

const codesJson = ({ priced, settings }: CartJsonParts): Json => {
  const listed = priced.codes.map(({ code, refusal }) => ({ code, applicable: !refusal }))
  const shown =
    settings.discountCodesField === 'always' ||
    (settings.discountCodesField === 'with-codes' && listed.length > 0)
  return shown ? { discount_codes: listed } : {}
}

/** The cart as `/cart.js` tells it: money in minor units, codes without a reason. */
export const cartJson = (parts: CartJsonParts): Json => {
  const { cart, priced, root, token } = parts
  const count = priced.lines.reduce((all, { line }) => all + line.quantity, 0)
  const attributes = [...(cart?.attributes ?? [])].filter(([name]) => isPublicAttribute(name))
  return {
    token,
    note: cart?.note ?? '',
    attributes: Object.fromEntries(attributes),
    original_total_price: priced.originalTotal,
    total_price: priced.total,
    total_discount: priced.discount,
    total_weight: count * 300,
    item_count: count,
    items: priced.lines.map((line) => lineJson(line, root)),
    requires_shipping: count > 0,
    currency: 'USD',
    items_subtotal_price: priced.subtotal,
    cart_level_discount_applications: priced.orderDiscounts.map((allocation) => ({
      ...applicationJson(allocation, 'cart'),
      total_allocated_amount: allocation.amount,
    })),
    ...codesJson(parts),
  }
}
