import { MintError } from '../../errors.js'
import type { Period } from '../period-of.js'
import type {
  BasicDiscount,
  Context,
  FreeShippingDiscount,
  Ids,
  Items,
  Minimum,
  Purchases,
  Value,
} from './base-discount.js'

const refuse = (what: string): never => {
  throw new MintError('MISCONFIGURED', `No copy can be made of a base discount ${what}`)
}

const idsOf = ({ nodes, pageInfo }: Ids): readonly string[] =>
  pageInfo.hasNextPage
    ? refuse(
        `with more than ${nodes.length} products, collections or markets; a collection can hold them`,
      )
    : nodes.map(({ id }) => id)

const itemsOf = (items: Items): object => {
  switch (items.kind) {
    case 'AllDiscountItems':
      return { all: true }
    case 'DiscountCollections':
      return { collections: { add: idsOf(items.collections) } }
    case 'DiscountProducts':
      return {
        products: {
          productsToAdd: idsOf(items.products),
          productVariantsToAdd: idsOf(items.productVariants),
        },
      }
  }
}

const contextOf = (context: Context): object => {
  const ids = (list: readonly { readonly id: string }[]) => ({ add: list.map(({ id }) => id) })
  switch (context.kind) {
    case 'DiscountBuyerSelectionAll':
      return { all: 'ALL' }
    case 'DiscountCustomers':
      return { customers: ids(context.customers) }
    case 'DiscountCustomerSegments':
      return { customerSegments: ids(context.segments) }
    case 'DiscountMarkets':
      return context.markets
        ? { markets: { add: idsOf(context.markets) } }
        : refuse('for markets before the API version 2026-07')
  }
}

const valueOf = (value: Value): object => {
  switch (value.kind) {
    case 'DiscountPercentage':
      return { percentage: value.percentage }
    case 'DiscountAmount':
      return {
        discountAmount: {
          amount: value.amount.amount,
          appliesOnEachItem: value.appliesOnEachItem,
        },
      }
    case 'DiscountOnQuantity':
      return refuse('that depends on a quantity')
  }
}

const minimumOf = (minimum: Minimum): object =>
  'greaterThanOrEqualToQuantity' in minimum
    ? { quantity: minimum }
    : {
        subtotal: { greaterThanOrEqualToSubtotal: minimum.greaterThanOrEqualToSubtotal.amount },
      }

// A shop without subscriptions need not know the words: what is so anyway is not said.
const purchasesOf = ({ appliesOnOneTimePurchase, appliesOnSubscription }: Purchases): object =>
  appliesOnSubscription ? { appliesOnOneTimePurchase, appliesOnSubscription } : {}

const combinesOf = ({
  productDiscountsWithTagsOnSameCartLine: tags,
  ...classes
}: BasicDiscount['combinesWith']): object => ({
  ...classes,
  ...(tags?.length && { productDiscountsWithTagsOnSameCartLine: { add: tags } }),
})

const iso = (time: number): string => new Date(time).toISOString()

export interface CopyTerms extends Period {
  readonly code: string
}

/**
 * The input that makes `code` a discount of its own: worth what the base is, for the same items, buyers and purchases, beside
 * the same other discounts; for one order. Nothing in it names the base: shoppers see titles. Throws a MintError where
 * the API has no copy of such a base.
 */
export const copyDiscount = (
  base: BasicDiscount | FreeShippingDiscount,
  { code, endsAt, startsAt }: CopyTerms,
): object => {
  const { minimumRequirement, recurringCycleLimit, tags } = base
  const isBasic = base.kind === 'DiscountCodeBasic'
  const purchases = isBasic ? base.customerGets : base
  const shared = {
    code,
    title: code,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    usageLimit: 1,
    appliesOncePerCustomer: true,
    combinesWith: combinesOf(base.combinesWith),
    context: contextOf(base.context),
    ...(minimumRequirement && { minimumRequirement: minimumOf(minimumRequirement) }),
    ...(tags?.length && { tags }),
    ...(purchases.appliesOnSubscription && recurringCycleLimit !== null && { recurringCycleLimit }),
  }
  if (isBasic) {
    const { items, value } = base.customerGets
    return {
      ...shared,
      customerGets: { ...purchasesOf(purchases), items: itemsOf(items), value: valueOf(value) },
    }
  }
  const { destinationSelection: destination, maximumShippingPrice } = base
  return {
    ...shared,
    ...purchasesOf(purchases),
    destination:
      destination.kind === 'DiscountCountryAll'
        ? { all: true }
        : {
            countries: {
              add: destination.countries,
              includeRestOfWorld: destination.includeRestOfWorld,
            },
          },
    ...(maximumShippingPrice && { maximumShippingPrice: maximumShippingPrice.amount }),
  }
}
