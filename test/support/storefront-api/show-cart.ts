import { GraphQLError } from 'graphql'

import type { JudgedCode } from './coupon.js'
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

const EMPTY_APPLICATION = {
  allocationMethod: 'ACROSS',
  targetSelection: 'ALL',
  targetType: 'LINE_ITEM',
  value: { __typename: 'PricingPercentageValue', percentage: 0 },
}

/** A cart with its prices, as the fields of the schema. */
export const showCart = (cart: StoredCart, codes: readonly JudgedCode[], terms: Terms) => {
  const { currency, origin, price, unit } = terms
  const money = (minor: number) => ({ amount: String(minor / unit), currencyCode: currency })
  const allocation = (code: string, minor: number) => ({
    __typename: 'CartCodeDiscountAllocation',
    code,
    discountedAmount: money(minor),
    targetType: 'LINE_ITEM',
    discountApplication: EMPTY_APPLICATION,
  })
  const off = (percent: number, minor: number): number => Math.round((minor * percent) / 100)
  const honoured = codes.flatMap(({ coupon, reason }) => (coupon && !reason ? [coupon] : []))

  const showLine = ({ id, quantity }: StoredLine) => {
    let rest = price * quantity
    const allocations = honoured
      .filter(({ isForLines }) => isForLines)
      .map(({ code, percent }) => {
        const amount = off(percent, rest)
        rest -= amount
        return allocation(code, amount)
      })
    return {
      rest,
      node: {
        __typename: 'CartLine',
        id,
        quantity,
        attributes: [],
        discountAllocations: allocations,
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
    .map(({ code, percent }) => {
      const amount = off(percent, total)
      total -= amount
      return allocation(code, amount)
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
    cost: { subtotalAmount: money(subtotal), totalAmount: money(total) },
    lines: ({ first }: { readonly first?: number }) => {
      if (!first || first > 250) throw new GraphQLError('first has to be from 1 to 250')
      return { nodes: lines.slice(0, first).map(({ node }) => node) }
    },
  }
}
