/** The storefront's own client and state: what a headless shop on Shopify has before a discount keeper comes. */
export const config = await (await fetch('/config.json')).json()

const CART = `{
  id checkoutUrl totalQuantity
  attributes { key value }
  discountCodes { code }
  cost { totalAmount { amount } }
}`

/** The app's own record of its cart: a cookie with the last part of the id, as Hydrogen keeps it. */
const cartId = () => {
  const name = /(?:^|; )cart=([^;]+)/.exec(document.cookie)?.[1]
  return name && `gid://shopify/Cart/${decodeURIComponent(name)}`
}

const keepId = (id) => {
  const name = id && encodeURIComponent(id.split('/').pop())
  document.cookie = `cart=${name ?? ''}; path=/; max-age=${name ? 1209600 : 0}; samesite=lax`
}

const ask = async (query, variables) => {
  const response = await fetch('/api/2026-07/graphql.json', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables: { id: cartId(), ...variables } }),
  })
  const [found] = Object.values((await response.json()).data)
  const cart = found && 'cart' in found ? found.cart : found
  keepId(cart?.id)
  return cart ?? undefined
}

const toShow = (cart) => ({
  items: cart?.totalQuantity ?? 0,
  total: Number(cart?.cost.totalAmount.amount ?? 0),
  codes: cart?.discountCodes.map(({ code }) => code) ?? [],
  checkoutUrl: cart?.checkoutUrl,
})

const read = async () => (cartId() ? ask(`query ($id: ID!) { cart(id: $id) ${CART} }`) : undefined)

const setCodes = async (next) => {
  const cart = await read()
  const discountCodes = next(cart.discountCodes.map(({ code }) => code))
  return ask(
    `mutation ($id: ID!, $discountCodes: [String!]!) {
      cartDiscountCodesUpdate(cartId: $id, discountCodes: $discountCodes) { cart ${CART} }
    }`,
    { discountCodes },
  )
}

const lines = [{ merchandiseId: 'gid://shopify/ProductVariant/1', quantity: 1 }]

const addLine = () =>
  cartId()
    ? ask(
        `mutation ($id: ID!, $lines: [CartLineInput!]!) { cartLinesAdd(cartId: $id, lines: $lines) { cart ${CART} } }`,
        { lines },
      )
    : ask(`mutation ($input: CartInput!) { cartCreate(input: $input) { cart ${CART} } }`, {
        input: { lines, attributes: [{ key: 'gift wrap', value: 'yes' }] },
      })

/** What the shopper can do; answers the cart. */
export const shop = {
  readCart: async () => toShow(await read()),
  addTee: async () => toShow(await addLine()),
  applyCode: async (code) => toShow(await setCodes((codes) => [...codes, code])),
  removeCode: async (code) =>
    toShow(await setCodes((codes) => codes.filter((held) => held !== code))),
}
