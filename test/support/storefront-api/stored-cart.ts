/** An item list, a code list and an attribute list, as the API keeps them. */
export interface StoredCart {
  readonly token: string
  readonly key: string
  lines: readonly StoredLine[]
  codes: readonly string[]
  attributes: readonly { readonly key: string; readonly value: string }[]
}

export interface StoredLine {
  readonly id: string
  readonly merchandiseId: string
  readonly quantity: number
}

export const gidOf = ({ key, token }: StoredCart): string =>
  `gid://shopify/Cart/${token}?key=${key}`
