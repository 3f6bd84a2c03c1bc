import type { StoredDiscount } from '../../../test/support/admin-api/stored-discount.js'
import { gidOf } from '../../../test/support/admin-api/stored-discount.js'
import { catalog } from './catalog.js'
import type { DiscountCode } from './types.js'

const PRODUCT = 'gid://shopify/Product/'

const gidsOf = (handles: readonly string[]): string[] =>
  catalog.filter(({ handle }) => handles.includes(handle)).map(({ id }) => PRODUCT + id)

const handlesOf = (gids: readonly string[]): string[] =>
  catalog.filter(({ id }) => gids.includes(PRODUCT + id)).map(({ handle }) => handle)

const major = (minor: number): string => (minor / 100).toFixed(2)
const minor = (amount: string): number => Math.round(Number(amount) * 100)

const valueOf = ({ kind, value }: DiscountCode): StoredDiscount['value'] => {
  if (kind === 'percentage') return { percentage: value / 100 }
  return kind === 'fixed' ? { amount: major(value), appliesOnEachItem: false } : undefined
}

/** A code of the demo shop, as the Admin API tells it. */
export const toStored = (code: DiscountCode): StoredDiscount => ({
  id: gidOf(code.code),
  kind: code.kind === 'shipping' ? 'DiscountCodeFreeShipping' : 'DiscountCodeBasic',
  code: code.code,
  title: code.code,
  startsAt: code.startsAt ?? 0,
  endsAt: code.endsAt,
  usageLimit: code.usageLimit,
  appliesOncePerCustomer: false,
  tags: [],
  combinesWith: {
    orderDiscounts: code.combinesWith.order,
    productDiscounts: code.combinesWith.product,
    shippingDiscounts: code.combinesWith.shipping,
    tags: [],
  },
  context: 'ALL',
  minimum: code.minimumSubtotal ? { subtotal: major(code.minimumSubtotal) } : undefined,
  value: valueOf(code),
  items: code.products ? { products: gidsOf(code.products), variants: [] } : 'ALL',
  appliesOnOneTimePurchase: true,
  appliesOnSubscription: false,
  destination: 'ALL',
})

const worthOf = ({ value }: StoredDiscount): Pick<DiscountCode, 'kind' | 'value'> => {
  if (!value) return { kind: 'shipping', value: 0 }
  return 'percentage' in value
    ? { kind: 'percentage', value: Math.round(value.percentage * 10_000) / 100 }
    : { kind: 'fixed', value: minor(value.amount) }
}

/** A discount made by the Admin API, as the demo shop keeps its codes. Throws where it is of a kind that this shop does not have. */
export const toCode = (discount: StoredDiscount): DiscountCode => {
  const { combinesWith, context, items, minimum } = discount
  if (context !== 'ALL' || (items && items !== 'ALL' && !('products' in items)))
    throw new Error('The demo shop has neither collections nor kinds of customers')
  if (minimum && 'quantity' in minimum) throw new Error('The demo shop counts money, not items')
  return {
    code: discount.code,
    ...worthOf(discount),
    summary: 'Made for one checkout',
    combinesWith: {
      order: combinesWith.orderDiscounts,
      product: combinesWith.productDiscounts,
      shipping: combinesWith.shippingDiscounts,
    },
    startsAt: discount.startsAt,
    endsAt: discount.endsAt,
    usageLimit: discount.usageLimit,
    used: 0,
    minimumSubtotal: minimum && minor(minimum.subtotal),
    products: items && items !== 'ALL' ? handlesOf(items.products) : undefined,
    hidden: true,
  }
}
