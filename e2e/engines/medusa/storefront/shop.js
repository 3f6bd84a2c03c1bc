/** The storefront's own client and state: what a shop on Medusa has before a discount keeper comes. */
export const config = await (await fetch('/config.json')).json()

/** The id of the cart; undefined before the first. It is kept when the cart becomes an order, until the next one is made. */
export const cartId = () => localStorage.getItem('cart') ?? undefined

const ask = async (path, { body, method = body ? 'POST' : 'GET' } = {}) => {
  const response = await fetch(`${config.endpoint}/store/${path}`, {
    method,
    headers: {
      'x-publishable-api-key': config.key,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return response.json()
}

const change = async (path, request) => {
  await ask(`carts/${cartId()}${path}`, request)
  return readCart()
}

/** The cart, unless it has become an order. */
const openCart = async () => {
  const { cart } = cartId() ? await ask(`carts/${cartId()}`) : {}
  return cart?.completed_at ? undefined : cart
}

const readCart = async () => {
  const cart = await openCart()
  return {
    items: cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0,
    total: cart?.item_total ?? 0,
    codes: cart?.promotions.map(({ code }) => code) ?? [],
  }
}

/** What the shopper can do; answers the cart. */
export const shop = {
  readCart,
  addTee: async () => {
    if (!(await openCart())) {
      const { cart } = await ask('carts', { body: { region_id: config.region } })
      localStorage.setItem('cart', cart.id)
    }
    return change('/line-items', { body: { variant_id: config.variant, quantity: 1 } })
  },
  applyCode: (code) => change('/promotions', { body: { promo_codes: [code] } }),
  removeCode: (code) => change('/promotions', { method: 'DELETE', body: { promo_codes: [code] } }),
  placeOrder: async () => {
    const id = cartId()
    await ask(`carts/${id}`, { body: { email: 'amy@shop.example' } })
    const { payment_collection: payment } = await ask('payment-collections', {
      body: { cart_id: id },
    })
    await ask(`payment-collections/${payment.id}/payment-sessions`, {
      body: { provider_id: 'pp_system_default' },
    })
    const { order } = await ask(`carts/${id}/complete`, { method: 'POST' })
    return order.id
  },
}
