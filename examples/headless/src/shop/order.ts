export interface OrderLine {
  readonly id: string
  readonly quantity: number
  readonly linePriceWithTax: number
  readonly productVariant: {
    readonly name: string
    readonly product: { readonly slug: string }
  }
}

/** An order as the shop tells it. Money is in minor units; what the items cost is told with their discounts taken off. */
export interface Order {
  readonly code: string
  readonly totalQuantity: number
  readonly currencyCode: string
  readonly subTotalWithTax: number
  readonly shippingWithTax: number
  readonly couponCodes: readonly string[]
  readonly lines: readonly OrderLine[]
  readonly discounts: readonly { readonly description: string; readonly amountWithTax: number }[]
}

/** What is asked of every order. */
export const ORDER = `
  code totalQuantity currencyCode subTotalWithTax shippingWithTax couponCodes
  lines { id quantity linePriceWithTax productVariant { name product { slug } } }
  discounts { description amountWithTax }
`

/** The shop's answer to a change: the order, or why not. */
export type Changed = Order | { readonly message: string }

export const CHANGED = `{ ... on Order { ${ORDER} } ... on ErrorResult { message } }`

/** The order, where the change was made; throws what the shop said otherwise. */
export const orderOf = (changed: Changed): Order => {
  if ('message' in changed) throw new Error(changed.message)
  return changed
}
