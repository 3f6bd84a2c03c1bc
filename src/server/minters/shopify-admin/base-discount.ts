/** Up to `MOST` ids of a connection. */
export interface Ids {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean }
}

export type Items =
  | { readonly kind: 'AllDiscountItems' }
  | { readonly kind: 'DiscountCollections'; readonly collections: Ids }
  | {
      readonly kind: 'DiscountProducts'
      readonly products: Ids
      readonly productVariants: Ids
    }

export type Context =
  | { readonly kind: 'DiscountBuyerSelectionAll' }
  | {
      readonly kind: 'DiscountCustomers'
      readonly customers: readonly { readonly id: string }[]
    }
  | {
      readonly kind: 'DiscountCustomerSegments'
      readonly segments: readonly { readonly id: string }[]
    }
  | { readonly kind: 'DiscountMarkets'; readonly markets?: Ids | undefined }

export type Value =
  | { readonly kind: 'DiscountPercentage'; readonly percentage: number }
  | {
      readonly kind: 'DiscountAmount'
      readonly amount: { readonly amount: string }
      readonly appliesOnEachItem: boolean
    }
  | { readonly kind: 'DiscountOnQuantity' }

export type Minimum =
  | { readonly greaterThanOrEqualToQuantity: string }
  | { readonly greaterThanOrEqualToSubtotal: { readonly amount: string } }

/** For what kind of purchase, and for how many of a subscription's. */
export interface Purchases {
  readonly appliesOnOneTimePurchase: boolean
  readonly appliesOnSubscription: boolean
}

interface Common {
  readonly startsAt: string
  readonly endsAt: string | null
  readonly recurringCycleLimit: number | null
  /** Absent before 2026-04. */
  readonly tags?: readonly string[] | undefined
  readonly combinesWith: {
    readonly orderDiscounts: boolean
    readonly productDiscounts: boolean
    readonly shippingDiscounts: boolean
    /** Absent before 2026-04. */
    readonly productDiscountsWithTagsOnSameCartLine?: readonly string[] | null | undefined
  }
  readonly context: Context
  readonly minimumRequirement: Minimum | null
}

export interface BasicDiscount extends Common {
  readonly kind: 'DiscountCodeBasic'
  readonly customerGets: Purchases & { readonly items: Items; readonly value: Value }
}

export interface FreeShippingDiscount extends Common, Purchases {
  readonly kind: 'DiscountCodeFreeShipping'
  readonly maximumShippingPrice: { readonly amount: string } | null
  readonly destinationSelection:
    | { readonly kind: 'DiscountCountryAll' }
    | {
        readonly kind: 'DiscountCountries'
        readonly countries: readonly string[]
        readonly includeRestOfWorld: boolean
      }
}

/** A base discount as the Admin API tells it, in the fields that `baseDocument` asks for. */
export type BaseDiscount =
  | BasicDiscount
  | FreeShippingDiscount
  | { readonly kind: 'DiscountCodeBxgy' }
  | { readonly kind: 'DiscountCodeApp' }
