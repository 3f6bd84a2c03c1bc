import { GraphQLError } from 'graphql'

import type { StoredDiscount } from './stored-discount.js'

const LONGEST = 250

const connection =
  (ids: readonly string[]) =>
  ({ first }: { readonly first?: number }) => {
    if (!first || first > LONGEST) throw new GraphQLError('you must provide first, up to 250')
    return {
      nodes: ids.slice(0, first).map((id) => ({ id })),
      pageInfo: { hasNextPage: ids.length > first },
    }
  }

const nodes = (ids: readonly string[]) => ids.map((id) => ({ id }))

const showContext = ({ context }: StoredDiscount): object => {
  if (context === 'ALL') return { __typename: 'DiscountBuyerSelectionAll', all: 'ALL' }
  if ('customers' in context)
    return { __typename: 'DiscountCustomers', customers: nodes(context.customers) }
  if ('segments' in context)
    return { __typename: 'DiscountCustomerSegments', segments: nodes(context.segments) }
  return { __typename: 'DiscountMarkets', markets: connection(context.markets) }
}

const showMinimum = ({ minimum }: StoredDiscount): object | null => {
  if (!minimum) return null
  return 'quantity' in minimum
    ? { __typename: 'DiscountMinimumQuantity', greaterThanOrEqualToQuantity: minimum.quantity }
    : {
        __typename: 'DiscountMinimumSubtotal',
        greaterThanOrEqualToSubtotal: money(minimum.subtotal),
      }
}

const money = (amount: string) => ({ amount, currencyCode: 'USD' })

const showValue = ({ value }: StoredDiscount): object | null => {
  if (!value) return null
  return 'percentage' in value
    ? { __typename: 'DiscountPercentage', ...value }
    : { __typename: 'DiscountAmount', ...value, amount: money(value.amount) }
}

const showItems = ({ items }: StoredDiscount): object | null => {
  if (!items) return null
  if (items === 'ALL') return { __typename: 'AllDiscountItems', allItems: true }
  return 'collections' in items
    ? { __typename: 'DiscountCollections', collections: connection(items.collections) }
    : {
        __typename: 'DiscountProducts',
        products: connection(items.products),
        productVariants: connection(items.variants),
      }
}

const iso = (time: number | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString()

/** A discount, as the fields of the schema. */
export const showDiscount = (discount: StoredDiscount): object => {
  const { destination, kind, maximumShippingPrice } = discount
  const purchases = {
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    appliesOnSubscription: discount.appliesOnSubscription,
  }
  return {
    id: discount.id,
    codeDiscount: {
      __typename: kind,
      title: discount.title,
      startsAt: iso(discount.startsAt),
      endsAt: iso(discount.endsAt),
      usageLimit: discount.usageLimit ?? null,
      appliesOncePerCustomer: discount.appliesOncePerCustomer,
      recurringCycleLimit: discount.recurringCycleLimit ?? null,
      tags: discount.tags,
      combinesWith: {
        ...discount.combinesWith,
        productDiscountsWithTagsOnSameCartLine: discount.combinesWith.tags,
      },
      context: showContext(discount),
      minimumRequirement: showMinimum(discount),
      customerGets: { ...purchases, value: showValue(discount), items: showItems(discount) },
      ...purchases,
      maximumShippingPrice: maximumShippingPrice ? money(maximumShippingPrice) : null,
      destinationSelection:
        destination === 'ALL' || !destination
          ? { __typename: 'DiscountCountryAll', allCountries: true }
          : { __typename: 'DiscountCountries', ...destination },
    },
  }
}
