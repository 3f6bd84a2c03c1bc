import type { StoredCart } from './stored-cart.js'

type Send = (path: string, init: RequestInit) => Promise<Response>

interface Shown {
  readonly id: string
  readonly discountCodes: readonly { readonly code: string }[]
  readonly lines: { readonly nodes: readonly { readonly id: string }[] }
}

type Found = Readonly<Record<string, Shown | { readonly cart: Shown | null } | null>>

const CART = '{ id discountCodes { code } lines(first: 250) { nodes { id } } }'
const READ = `query ($cartId: ID!) { cart(id: $cartId) ${CART} }`

const mutation = (inputs: string, field: string): string =>
  `mutation (${inputs}) { ${field} { cart ${CART} userErrors { message } } }`

const CREATE = mutation('$input: CartInput!', 'cartCreate(input: $input)')
const ADD = mutation(
  '$cartId: ID!, $lines: [CartLineInput!]!',
  'cartLinesAdd(cartId: $cartId, lines: $lines)',
)
const UPDATE = mutation(
  '$cartId: ID!, $lines: [CartLineUpdateInput!]!',
  'cartLinesUpdate(cartId: $cartId, lines: $lines)',
)
const SET_CODES = mutation(
  '$cartId: ID!, $discountCodes: [String!]!',
  'cartDiscountCodesUpdate(cartId: $cartId, discountCodes: $discountCodes)',
)
const SET_ATTRIBUTES = mutation(
  '$cartId: ID!, $attributes: [AttributeInput!]!',
  'cartAttributesUpdate(cartId: $cartId, attributes: $attributes)',
)
const lines = [{ merchandiseId: 'gid://shopify/ProductVariant/1', quantity: 1 }]

/** A headless storefront's own scripts, which make the cart and change it with their own requests. */
export const openHeadlessApp = (fetch: Send) => {
  let shown: Shown | undefined

  const send = async (query: string, variables: object): Promise<void> => {
    const response = await fetch('/api/2026-07/graphql.json', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { cartId: shown?.id, ...variables } }),
    })
    const { data, errors } = (await response.json()) as {
      readonly data?: Found
      readonly errors?: unknown
    }
    if (errors) throw new Error(JSON.stringify(errors))
    const found = Object.values(data ?? {})[0] ?? undefined
    shown = found && 'cart' in found ? (found.cart ?? undefined) : found
  }
  /** A page view of the app; it keeps no id of a cart that the shop has forgotten. */
  const look = (): Promise<void> => send(READ, {})
  const setCodes = async (next: (codes: readonly string[]) => readonly string[]): Promise<void> => {
    await look()
    const codes = shown?.discountCodes.map(({ code }) => code) ?? []
    await send(SET_CODES, { discountCodes: next(codes) })
  }

  return {
    /** What the app knows of its cart: the whole id, key included. */
    cartId: () => shown?.id,
    look,
    addItem: () => (shown ? send(ADD, { lines }) : send(CREATE, { input: { lines } })),
    emptyCart: async () => {
      await look()
      const none = shown?.lines.nodes.map(({ id }) => ({ id, quantity: 0 }))
      await send(UPDATE, { lines: none })
    },
    typeCode: (code: string) => setCodes((codes) => [...codes, code]),
    dropCode: (code: string) => setCodes((codes) => codes.filter((held) => held !== code)),
    setAttributes: (attributes: StoredCart['attributes']) => send(SET_ATTRIBUTES, { attributes }),
  }
}
