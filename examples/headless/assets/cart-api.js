const CART = `{
  id checkoutUrl totalQuantity
  discountCodes { code applicable }
  cost { subtotalAmount { amount } totalAmount { amount } }
}`

/** The app's own record of its cart: a cookie with the last part of the id, as Hydrogen keeps it. */
export const cartId = () => {
  const name = /(?:^|; )cart=([^;]+)/.exec(document.cookie)?.[1]
  return name && `gid://shopify/Cart/${decodeURIComponent(name)}`
}

const keepId = (id) => {
  const name = id && encodeURIComponent(id.split('/').pop())
  document.cookie = `cart=${name ?? ''}; path=/; max-age=${name ? 1209600 : 0}; samesite=lax`
}

const send = async (query, variables) => {
  const response = await fetch('/api/2026-07/graphql.json', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data } = await response.json()
  const [found] = Object.values(data)
  const cart = found && 'cart' in found ? found.cart : found
  keepId(cart?.id)
  return cart
}

export const readCart = () =>
  cartId()
    ? send(`query ($id: ID!) { cart(id: $id) ${CART} }`, { id: cartId() })
    : Promise.resolve(undefined)

export const addTee = () => {
  const lines = [{ merchandiseId: 'gid://shopify/ProductVariant/1', quantity: 1 }]
  return cartId()
    ? send(
        `mutation ($id: ID!, $lines: [CartLineInput!]!) { cartLinesAdd(cartId: $id, lines: $lines) { cart ${CART} } }`,
        { id: cartId(), lines },
      )
    : send(`mutation ($input: CartInput!) { cartCreate(input: $input) { cart ${CART} } }`, {
        input: { lines },
      })
}
