/**
 * How an API version tells what codes do: `applications` one entry a discount, from 2026-07 on; `allocations` a share for
 * each line, which every version up to 2026-10 knows.
 */
export type Dialect = 'allocations' | 'applications'

/** The dialect of an API's address; an address without a version is asked what every version knows. */
export const dialectOf = (endpoint: string): Dialect => {
  const version = /\/api\/(unstable|2\d{3}-\d{2})\//.exec(endpoint)?.[1] ?? ''
  return version >= '2026-07' ? 'applications' : 'allocations'
}

const VALUE = 'targetSelection targetType value { ... on PricingPercentageValue { percentage } }'

/** What differs: fields of the cart, fields of a line, and a fragment that they use. */
const DISCOUNTS: Readonly<
  Record<Dialect, { readonly cart: string; readonly line: string; readonly fragment: string }>
> = {
  applications: {
    cart: `discountApplications {
    ... on CartCodeDiscountApplication { code }
    totalAllocatedAmount { amount }
    ${VALUE}
  }`,
    line: '',
    fragment: '',
  },
  // a line's own allocations and those of the cart never count the same money twice
  allocations: {
    cart: 'discountAllocations { ...Taken }',
    line: 'discountAllocations { ...Taken }',
    fragment: `fragment Taken on CartDiscountAllocation {
  ... on CartCodeDiscountAllocation { code }
  discountedAmount { amount }
  discountApplication { ${VALUE} }
}`,
  },
}

/** The part of a cart that is read. */
const kept = (dialect: Dialect): string => {
  const { cart, fragment, line } = DISCOUNTS[dialect]
  return `fragment Kept on Cart {
  id
  totalQuantity
  attributes { key value }
  discountCodes { code applicable }
  ${cart}
  cost { totalAmount { amount currencyCode } }
  lines(first: 250) {
    nodes { quantity merchandise { ... on ProductVariant { id } } ${line} }
    pageInfo { hasNextPage }
  }
}
${fragment}`
}

/** The query that reads a cart. */
export const readDocument = (dialect: Dialect): string =>
  `query KeptCart($cartId: ID!) { cart(id: $cartId) { ...Kept } }
${kept(dialect)}`

const PAYLOAD = '{ cart { ...Kept } userErrors { code message } warnings { code } }'

/** A list that the API replaces as a whole. */
export type CartList = 'attributes' | 'discountCodes'

const STEPS: Readonly<Record<CartList, readonly [input: string, field: string]>> = {
  attributes: [
    '$attributes: [AttributeInput!]!',
    `cartAttributesUpdate(cartId: $cartId, attributes: $attributes) ${PAYLOAD}`,
  ],
  discountCodes: [
    '$discountCodes: [String!]!',
    `cartDiscountCodesUpdate(cartId: $cartId, discountCodes: $discountCodes) ${PAYLOAD}`,
  ],
}

/** The one mutation that writes these lists, in their order: the last field answers with the cart as all of them left it. */
export const writeDocument = (lists: readonly CartList[], dialect: Dialect): string => {
  const steps = lists.map((list) => STEPS[list])
  return `mutation KeepDiscount(${['$cartId: ID!', ...steps.map(([input]) => input)].join(', ')}) {
${steps.map(([, field]) => field).join('\n')}
}
${kept(dialect)}`
}
