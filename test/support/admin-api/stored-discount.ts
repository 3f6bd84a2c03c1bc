/** A code discount as the shop keeps it. Times are milliseconds since 1970, money is in major units as text. */
export interface StoredDiscount {
  readonly id: string
  readonly kind:
    | 'DiscountCodeBasic'
    | 'DiscountCodeFreeShipping'
    | 'DiscountCodeBxgy'
    | 'DiscountCodeApp'
  readonly code: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt?: number | undefined
  readonly usageLimit?: number | undefined
  readonly appliesOncePerCustomer: boolean
  readonly recurringCycleLimit?: number | undefined
  readonly tags: readonly string[]
  readonly combinesWith: {
    readonly orderDiscounts: boolean
    readonly productDiscounts: boolean
    readonly shippingDiscounts: boolean
    readonly tags: readonly string[]
  }
  readonly context:
    | 'ALL'
    | { readonly customers: readonly string[] }
    | { readonly segments: readonly string[] }
    | { readonly markets: readonly string[] }
  readonly minimum?: { readonly quantity: string } | { readonly subtotal: string } | undefined
  readonly value?:
    | { readonly percentage: number }
    | { readonly amount: string; readonly appliesOnEachItem: boolean }
    | undefined
  readonly items?:
    | 'ALL'
    | { readonly collections: readonly string[] }
    | { readonly products: readonly string[]; readonly variants: readonly string[] }
    | undefined
  readonly appliesOnOneTimePurchase: boolean
  readonly appliesOnSubscription: boolean
  readonly destination?:
    | 'ALL'
    | { readonly countries: readonly string[]; readonly includeRestOfWorld: boolean }
    | undefined
  readonly maximumShippingPrice?: string | undefined
}

/** Where the discounts of a shop are kept; codes are compared without case. */
export interface DiscountStore {
  readonly list: () => Iterable<StoredDiscount>
  readonly add: (discount: StoredDiscount) => void
}

/** The id of the discount behind a code. */
export const gidOf = (code: string): string =>
  `gid://shopify/DiscountCodeNode/${encodeURIComponent(code.toLowerCase())}`

/** A percentage off everything, for everybody, beside nothing. */
export const percentOff = (
  code: string,
  percent: number,
  more: Partial<StoredDiscount> = {},
): StoredDiscount => ({
  id: gidOf(code),
  kind: 'DiscountCodeBasic',
  code,
  title: code,
  startsAt: 0,
  appliesOncePerCustomer: false,
  tags: [],
  combinesWith: {
    orderDiscounts: false,
    productDiscounts: false,
    shippingDiscounts: false,
    tags: [],
  },
  context: 'ALL',
  value: { percentage: percent / 100 },
  items: 'ALL',
  appliesOnOneTimePurchase: true,
  appliesOnSubscription: false,
  ...more,
})
