import { classOf } from './judge-codes.js'
import type { DiscountCode } from './types.js'

const valueOf = ({ kind, value }: DiscountCode): object => {
  if (kind === 'percentage') return { percentage: value }
  return kind === 'fixed' ? { amountOff: value } : {}
}

const termsOf = (discount: DiscountCode): object => ({
  ...valueOf(discount),
  minimum: discount.minimumSubtotal,
  startsAt: discount.startsAt,
  endsAt: discount.endsAt,
  everyProduct: classOf(discount) === 'order' || undefined,
})

/** What the shop knows of its codes, as the keeper's `terms` option takes it, in JSON. */
export const codeTerms = (discounts: Iterable<DiscountCode>): string =>
  JSON.stringify(Object.fromEntries([...discounts].map((one) => [one.code, termsOf(one)])))
