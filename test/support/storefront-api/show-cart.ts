import { GraphQLError } from 'graphql'

import type { Coupon, JudgedCode } from './coupon.js'
import type { StoredCart, StoredLine } from './stored-cart.js'
import { gidOf } from './stored-cart.js'

export interface Pricing {
  /** Of one item, in minor units. */
  readonly price: number
  readonly currency: string
  /** Minor units that make a major one. */
  readonly unit: number
}

export interface Terms extends Pricing {
  /** Where checkout is. */
  readonly origin: string
}

/** Of a coupon for lines, what it is for is a choice of products. */
const applicationOf = ({ isForLines, percent }: Coupon) => ({
  allocationMethod: 'ACROSS',
  targetSelection: isForLines ? 'ENTITLED' : 'ALL',
  targetType: 'LINE_ITEM',
  value: { __typename: 'PricingPercentageValue', percentage: percent },
})

/** A cart with its prices, as the fields of the schema. */
export const showCart = (cart: StoredCart, codes: readonly JudgedCode[], terms: Terms) => {
  const { currency, origin, price, unit } = terms
  const money = (minor: number) => ({ amount: String(minor / unit), currencyCode: currency })
  const taken = new Map<Coupon, number>()
  const application = (coupon: Coupon) => ({
    ...applicationOf(coupon),
    __typename: 'CartCodeDiscountApplication',
    code: coupon.code,
    totalAllocatedAmount: () => money(taken.get(coupon) ?? 0),
  })
  const allocation = (coupon: Coupon, minor: number) => {
    taken.set(coupon, (taken.get(coupon) ?? 0) + minor)
    return {
      __typename: 'CartCodeDiscountAllocation',
      code: coupon.code,
      discountedAmount: money(minor),
      targetType: 'LINE_ITEM',
      discountApplication: applicationOf(coupon),
      sourceDiscountApplication: application(coupon),
    }
  }
  const off = (percent: number, minor: number): number => Math.round((minor * percent) / 100)
  const honoured = codes.flatMap(({ coupon, reason }) => (coupon && !reason ? [coupon] : []))

  const showLine = ({ id, merchandiseId, quantity }: StoredLine) => {
    let rest = price * quantity
    const allocations = honoured
      .filter(({ isForLines }) => isForLines)
      .map((coupon) => {
        const amount = off(coupon.percent, rest)
        rest -= amount
        return allocation(coupon, amount)
      })
    return {
      rest,
      node: {
        __typename: 'CartLine',
        id,
        quantity,
        attributes: [],
        merchandise: { __typename: 'ProductVariant', id: merchandiseId },
        discountAllocations: ({ lineLevelOnly = true }: { readonly lineLevelOnly?: boolean }) => {
          if (!lineLevelOnly) throw new GraphQLError('Shares of the order are not modelled by line')
          return allocations
        },
        cost: {
          amountPerQuantity: money(price),
          subtotalAmount: money(price * quantity),
          totalAmount: money(rest),
        },
      },
    }
  }

  const lines = cart.lines.map(showLine)
  const subtotal = lines.reduce((sum, { rest }) => sum + rest, 0)
  let total = subtotal
  const discountAllocations = honoured
    .filter(({ isForLines }) => !isForLines)
    .map((coupon) => {
      const amount = off(coupon.percent, total)
      total -= amount
      return allocation(coupon, amount)
    })
  return {
    __typename: 'Cart',
    id: gidOf(cart),
    checkoutUrl: `${origin}/cart/c/${cart.token}?key=${cart.key}`,
    totalQuantity: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    attributes: cart.attributes,
    attribute: ({ key }: { readonly key: string }) =>
      cart.attributes.find((attribute) => attribute.key === key),
    discountCodes: codes.map(({ code, reason }) => ({ code, applicable: !reason })),
    discountAllocations,
    discountApplications: honoured.map(application),
    cost: { subtotalAmount: money(subtotal), totalAmount: money(total) },
    lines: ({ first }: { readonly first?: number }) => {
      if (!first || first > 250) throw new GraphQLError('first has to be from 1 to 250')
      return {
        nodes: lines.slice(0, first).map(({ node }) => node),
        pageInfo: { hasNextPage: lines.length > first, hasPreviousPage: false },
      }
    },
  }
}
