import type { StoredDiscount } from './stored-discount.js'
import { gidOf } from './stored-discount.js'

interface Added {
  readonly add?: readonly string[]
}

/** The input of a new discount of either kind, after the schema has checked its shape. */
export interface DiscountInput {
  readonly code?: string
  readonly title?: string
  readonly startsAt?: string
  readonly endsAt?: string | null
  readonly usageLimit?: number | null
  readonly appliesOncePerCustomer?: boolean
  readonly recurringCycleLimit?: number
  readonly tags?: readonly string[]
  readonly combinesWith?: {
    readonly orderDiscounts?: boolean
    readonly productDiscounts?: boolean
    readonly shippingDiscounts?: boolean
    readonly productDiscountsWithTagsOnSameCartLine?: Added
  }
  readonly context?: {
    readonly all?: 'ALL'
    readonly customers?: Added
    readonly customerSegments?: Added
    readonly markets?: Added
  }
  readonly minimumRequirement?: {
    readonly quantity?: { readonly greaterThanOrEqualToQuantity: string }
    readonly subtotal?: { readonly greaterThanOrEqualToSubtotal: string }
  }
  readonly customerGets?: {
    readonly appliesOnOneTimePurchase?: boolean
    readonly appliesOnSubscription?: boolean
    readonly items?: {
      readonly all?: boolean
      readonly collections?: Added
      readonly products?: {
        readonly productsToAdd?: readonly string[]
        readonly productVariantsToAdd?: readonly string[]
      }
    }
    readonly value?: {
      readonly percentage?: number
      readonly discountAmount?: { readonly amount: string; readonly appliesOnEachItem?: boolean }
    }
  }
  readonly appliesOnOneTimePurchase?: boolean
  readonly appliesOnSubscription?: boolean
  readonly destination?: {
    readonly all?: boolean
    readonly countries?: Added & { readonly includeRestOfWorld?: boolean }
  }
  readonly maximumShippingPrice?: string
}

const contextOf = ({ context = {} }: DiscountInput): StoredDiscount['context'] => {
  const { customers, customerSegments, markets } = context
  if (customers) return { customers: customers.add ?? [] }
  if (customerSegments) return { segments: customerSegments.add ?? [] }
  return markets ? { markets: markets.add ?? [] } : 'ALL'
}

const minimumOf = ({ minimumRequirement }: DiscountInput): StoredDiscount['minimum'] => {
  const { quantity, subtotal } = minimumRequirement ?? {}
  if (quantity) return { quantity: quantity.greaterThanOrEqualToQuantity }
  return subtotal && { subtotal: subtotal.greaterThanOrEqualToSubtotal }
}

const valueOf = ({ customerGets }: DiscountInput): StoredDiscount['value'] => {
  const { discountAmount, percentage } = customerGets?.value ?? {}
  if (percentage !== undefined) return { percentage }
  return discountAmount && { appliesOnEachItem: false, ...discountAmount }
}

const itemsOf = ({ customerGets }: DiscountInput): StoredDiscount['items'] => {
  const { all, collections, products } = customerGets?.items ?? {}
  if (collections) return { collections: collections.add ?? [] }
  if (products)
    return {
      products: products.productsToAdd ?? [],
      variants: products.productVariantsToAdd ?? [],
    }
  return all ? 'ALL' : undefined
}

const destinationOf = ({ destination }: DiscountInput): StoredDiscount['destination'] => {
  const { all, countries } = destination ?? {}
  if (all) return 'ALL'
  return (
    countries && {
      countries: countries.add ?? [],
      includeRestOfWorld: countries.includeRestOfWorld ?? false,
    }
  )
}

const combinesOf = ({ combinesWith = {} }: DiscountInput): StoredDiscount['combinesWith'] => {
  const { productDiscountsWithTagsOnSameCartLine: tags, ...classes } = combinesWith
  return {
    orderDiscounts: false,
    productDiscounts: false,
    shippingDiscounts: false,
    ...classes,
    tags: tags?.add ?? [],
  }
}

const purchasesOf = ({ appliesOnOneTimePurchase = true, appliesOnSubscription = false }) => ({
  appliesOnOneTimePurchase,
  appliesOnSubscription,
})

/** The discount that an input without errors stands for; what it leaves out is as the schema's defaults are. */
export const toDiscount = (input: DiscountInput, kind: StoredDiscount['kind']): StoredDiscount => {
  const { code = '', endsAt, startsAt = '', tags = [], title = '', usageLimit } = input
  return {
    id: gidOf(code),
    kind,
    code,
    title,
    startsAt: Date.parse(startsAt),
    endsAt: endsAt ? Date.parse(endsAt) : undefined,
    usageLimit: usageLimit ?? undefined,
    appliesOncePerCustomer: !!input.appliesOncePerCustomer,
    recurringCycleLimit: input.recurringCycleLimit,
    tags,
    combinesWith: combinesOf(input),
    context: contextOf(input),
    minimum: minimumOf(input),
    value: valueOf(input),
    items: itemsOf(input),
    ...purchasesOf(input.customerGets ?? input),
    destination: destinationOf(input),
    maximumShippingPrice: input.maximumShippingPrice,
  }
}
