/** The part of a cart that is read. A line's own allocations and those of the cart never count the same money twice. */
const KEPT = `fragment Kept on Cart {
  id
  totalQuantity
  attributes { key value }
  discountCodes { code applicable }
  discountAllocations { discountedAmount { amount } }
  cost { totalAmount { amount currencyCode } }
  lines(first: 250) { nodes { discountAllocations { discountedAmount { amount } } } }
}`

export const READ: string = `query KeptCart($cartId: ID!) { cart(id: $cartId) { ...Kept } }
${KEPT}`

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
export const writeDocument = (lists: readonly CartList[]): string => {
  const steps = lists.map((list) => STEPS[list])
  return `mutation KeepDiscount(${['$cartId: ID!', ...steps.map(([input]) => input)].join(', ')}) {
${steps.map(([, field]) => field).join('\n')}
}
${KEPT}`
}
