import type { Cart, Reason } from '../../types.js'
import { toMinor } from '../to-minor.js'
import { cartName } from './cart-gid.js'

interface Allocation {
  readonly discountedAmount: { readonly amount: string }
}

/** A cart in the shape that `KEPT` asks for. */
export interface RawCart {
  readonly id: string
  readonly totalQuantity: number
  readonly attributes: readonly { readonly key: string; readonly value: string | null }[]
  readonly discountCodes: readonly { readonly code: string; readonly applicable: boolean }[]
  readonly discountAllocations: readonly Allocation[]
  readonly cost: {
    readonly totalAmount: { readonly amount: string; readonly currencyCode: string }
  }
  readonly lines: {
    readonly nodes: readonly { readonly discountAllocations: readonly Allocation[] }[]
  }
}

export const NO_CART: Cart = { id: '', itemCount: 0, codes: [], attributes: {}, discount: 0 }

const isReason = (code: string): code is Reason => code.startsWith('DISCOUNT_')

/** Warnings name no code and come in any order: one reason is known where one code alone takes no effect. */
const reasonOf = (raw: RawCart, warnings: readonly string[]): Reason | undefined => {
  const refused = raw.discountCodes.filter(({ applicable }) => !applicable)
  const [reason, ...others] = new Set(warnings.filter(isReason))
  return refused.length === 1 && !others.length ? reason : undefined
}

/** The API's cart as the keeper knows carts. */
export const readCart = (raw: RawCart, warnings: readonly string[] = []): Cart => {
  const { amount, currencyCode: currency } = raw.cost.totalAmount
  const reason = reasonOf(raw, warnings)
  const allocations = [raw, ...raw.lines.nodes].flatMap((part) => part.discountAllocations)
  return {
    id: cartName(raw.id),
    itemCount: raw.totalQuantity,
    codes: raw.discountCodes.map(({ applicable, code }) => ({
      code,
      applicable,
      ...(!applicable && reason && { reason }),
    })),
    attributes: Object.fromEntries(raw.attributes.map(({ key, value }) => [key, value ?? ''])),
    discount: allocations.reduce(
      (sum, { discountedAmount }) => sum + toMinor(discountedAmount.amount, currency),
      0,
    ),
    total: toMinor(amount, currency),
    currency,
  }
}
