/** A connection costs a point for each that it may hold; a request, all of its connections together, may cost 1,000. */
const MOST = 200

const IDS = `(first: ${MOST}) { nodes { id } pageInfo { hasNextPage } }`

// Fields are younger than the oldest version that Shopify answers. `unstable` sorts behind all dates.
const since = (from: string, fields: string, apiVersion: string): string =>
  apiVersion >= from ? fields : ''

const common = (apiVersion: string): string => `
  startsAt
  endsAt
  recurringCycleLimit
  ${since('2026-04', 'tags', apiVersion)}
  combinesWith {
    orderDiscounts
    productDiscounts
    shippingDiscounts
    ${since('2026-04', 'productDiscountsWithTagsOnSameCartLine', apiVersion)}
  }
  context {
    kind: __typename
    ... on DiscountCustomers { customers { id } }
    ... on DiscountCustomerSegments { segments { id } }
    ${since('2026-07', `... on DiscountMarkets { markets${IDS} }`, apiVersion)}
  }
  minimumRequirement {
    ... on DiscountMinimumQuantity { greaterThanOrEqualToQuantity }
    ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } }
  }`

/** Reads the discount behind a code, or behind a GID, with all that its copy needs: as `base`. */
export const baseDocument = (
  apiVersion: string,
  isGid: boolean,
): string => `query Base($base: ${isGid ? 'ID' : 'String'}!) {
  base: ${isGid ? 'codeDiscountNode(id' : 'codeDiscountNodeByCode(code'}: $base) {
    codeDiscount {
      kind: __typename
      ... on DiscountCodeBasic {
        ${common(apiVersion)}
        customerGets {
          appliesOnOneTimePurchase
          appliesOnSubscription
          items {
            kind: __typename
            ... on DiscountCollections { collections${IDS} }
            ... on DiscountProducts { products${IDS} productVariants${IDS} }
          }
          value {
            kind: __typename
            ... on DiscountPercentage { percentage }
            ... on DiscountAmount { amount { amount } appliesOnEachItem }
          }
        }
      }
      ... on DiscountCodeFreeShipping {
        ${common(apiVersion)}
        appliesOnOneTimePurchase
        appliesOnSubscription
        maximumShippingPrice { amount }
        destinationSelection {
          kind: __typename
          ... on DiscountCountries { countries includeRestOfWorld }
        }
      }
    }
  }
}`

/** Make a code with a discount of its own; both answer as `made`. */
export const CREATE = {
  DiscountCodeBasic: `mutation Create($input: DiscountCodeBasicInput!) {
  made: discountCodeBasicCreate(basicCodeDiscount: $input) { userErrors { code field } }
}`,
  DiscountCodeFreeShipping: `mutation Create($input: DiscountCodeFreeShippingInput!) {
  made: discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) { userErrors { code field } }
}`,
} as const
