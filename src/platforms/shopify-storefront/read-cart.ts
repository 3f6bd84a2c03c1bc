import type { Cart } from '../../types.js'
import { soleReason } from '../sole-reason.js'
import { tally } from '../tally.js'
import { toMinor } from '../to-minor.js'
import { cartName } from './cart-gid.js'
import type { RawDiscounts } from './read-discounts.js'
import { readDiscounts } from './read-discounts.js'

/** A cart in the shape that the documents ask for. */
export interface RawCart extends RawDiscounts {
  readonly id: string
  readonly totalQuantity: number
  readonly attributes: readonly { readonly key: string; readonly value: string | null }[]
  readonly discountCodes: readonly { readonly code: string; readonly applicable: boolean }[]
  readonly cost: {
    readonly totalAmount: { readonly amount: string; readonly currencyCode: string }
  }
}

/** Which versions of which products, and how many of each; undefined where not all lines were read. */
const contentsOf = ({ nodes, pageInfo }: RawCart['lines']): string | undefined =>
  pageInfo.hasNextPage
    ? undefined
    : tally(nodes.map(({ merchandise, quantity }) => [merchandise.id, quantity]))

/** The API's cart as the keeper knows carts. */
export const readCart = (raw: RawCart, warnings: readonly string[] = []): Cart => {
  const { amount, currencyCode: currency } = raw.cost.totalAmount
  const reason = soleReason(raw.discountCodes, warnings)
  const { discount, effectOf } = readDiscounts(raw, currency)
  return {
    id: cartName(raw.id),
    itemCount: raw.totalQuantity,
    contents: contentsOf(raw.lines),
    codes: raw.discountCodes.map(({ applicable, code }) => ({
      code,
      applicable,
      ...effectOf(code),
      ...(!applicable && reason && { reason }),
    })),
    attributes: Object.fromEntries(raw.attributes.map(({ key, value }) => [key, value ?? ''])),
    discount,
    total: toMinor(amount, currency),
    currency,
  }
}
