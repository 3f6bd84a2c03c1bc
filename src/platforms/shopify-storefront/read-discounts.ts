import { isSame } from '../../is-same.js'
import type { Cart, CartCode } from '../../types.js'
import { sumUpCode } from '../sum-up-code.js'
import { toMinor } from '../to-minor.js'

interface Amount {
  readonly amount: string
}

interface Value {
  readonly targetSelection: string
  readonly targetType: string
  readonly value: { readonly percentage?: number | undefined }
}

/** One discount's share of the cart, or of a line. Only discounts by code have a code. */
export interface RawAllocation {
  readonly code?: string | undefined
  readonly discountedAmount: Amount
  readonly discountApplication: Value
}

/** One discount with all of its shares, shipping included. Only discounts by code have a code. */
export interface RawApplication extends Value {
  readonly code?: string | undefined
  readonly totalAllocatedAmount: Amount
}

/** A line of a cart: so many of one version of one product. */
export interface RawLine {
  readonly quantity: number
  readonly merchandise: { readonly id: string }
  readonly discountAllocations?: readonly RawAllocation[] | undefined
}

/** What a cart tells of its discounts, in one dialect or the other. */
export interface RawDiscounts {
  readonly discountApplications?: readonly RawApplication[] | undefined
  readonly discountAllocations?: readonly RawAllocation[] | undefined
  readonly lines: {
    readonly nodes: readonly RawLine[]
    readonly pageInfo: { readonly hasNextPage: boolean }
  }
}

interface Share extends Value {
  readonly code?: string | undefined
  readonly amount: string
}

const sharesOf = (raw: RawDiscounts): readonly Share[] =>
  raw.discountApplications?.map((application) => ({
    ...application,
    ...application.totalAllocatedAmount,
  })) ??
  [raw, ...raw.lines.nodes].flatMap(({ discountAllocations = [] }) =>
    discountAllocations.map(({ code, discountApplication, discountedAmount }) => ({
      ...discountApplication,
      ...discountedAmount,
      code,
    })),
  )

const percentageOf = ({ targetSelection, targetType, value }: Share): number | undefined =>
  targetSelection === 'ALL' && targetType === 'LINE_ITEM' ? value.percentage : undefined

/**
 * What all discounts take off a cart, and what each of its codes does; amounts in minor units of the currency. Where lines
 * were not read and no list of all discounts came, the sum is that of the lines that were, and of codes nothing is said.
 */
export const readDiscounts = (
  raw: RawDiscounts,
  currency: string,
): Pick<Cart, 'discount'> & {
  readonly effectOf: (code: string) => Pick<CartCode, 'saved' | 'percentage'>
} => {
  const shares = sharesOf(raw)
  const minor = ({ amount }: Share): number => toMinor(amount, currency)
  // shares of lines that were not read are not known
  const isPart = !raw.discountApplications && raw.lines.pageInfo.hasNextPage
  return {
    discount: shares.reduce((sum, share) => sum + minor(share), 0),
    effectOf: (code) =>
      sumUpCode(
        shares
          .filter((share) => !isPart && share.code !== undefined && isSame(share.code, code))
          .map((share) => ({ amount: minor(share), percentage: percentageOf(share) })),
      ),
  }
}
