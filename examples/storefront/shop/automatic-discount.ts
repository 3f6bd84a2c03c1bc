import { runGrantFunction } from '../../../test/support/shopify-schema/run-grant-function.js'
import type { ShopSettings } from './settings.js'
import type { DiscountCode, ShopCart } from './types.js'

const NAME = 'cc-discount-grant'

type Value =
  | { readonly percentage: { readonly value: number } }
  | { readonly fixedAmount: { readonly amount: string } }

const worthOf = (value: Value): Pick<DiscountCode, 'kind' | 'value'> =>
  'percentage' in value
    ? { kind: 'percentage', value: value.percentage.value }
    : { kind: 'fixed', value: Math.round(Number(value.fixedAmount.amount) * 100) }

/** The order discount that the example app's own function grants this cart: nothing for a token that it does not believe. */
export const automaticDiscount = (
  { grants, now }: ShopSettings,
  cart: ShopCart | undefined,
): DiscountCode | undefined => {
  const attribute = cart?.attributes.get(NAME)
  if (!grants || !attribute) return undefined
  const today = new Date(now()).toISOString().slice(0, 10)
  const { operations } = runGrantFunction({ attribute, metafield: grants, today })
  const [candidate] = operations.flatMap(({ orderDiscountsAdd }) => orderDiscountsAdd.candidates)
  return (
    candidate && {
      code: candidate.message,
      ...worthOf(candidate.value),
      summary: candidate.message,
      combinesWith: { order: false, product: true, shipping: true },
      used: 0,
      isAutomatic: true,
    }
  )
}
