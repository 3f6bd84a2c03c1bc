/** The storefront's own client and state: what a shop on Vendure has before a discount keeper comes. */
export const config = await (await fetch('/config.json')).json()

const ORDER = 'code totalQuantity subTotalWithTax couponCodes'
const isBearer = config.sessions === 'bearer'

/** Tells of every change that the storefront makes. */
export const changes = new EventTarget()

export const session = {
  token: () => localStorage.getItem('session') ?? undefined,
  setToken: (token) => localStorage.setItem('session', token),
}

/** The code of the active order: undefined until the shop was asked for the first time, empty while there is none. */
export const orderCode = () => localStorage.getItem('order') ?? undefined

const ask = async (query) => {
  const token = isBearer && session.token()
  const response = await fetch(config.endpoint, {
    method: 'POST',
    credentials: isBearer ? 'omit' : 'include',
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  })
  const renewed = response.headers.get('vendure-auth-token')
  if (isBearer && renewed) session.setToken(renewed)
  return (await response.json()).data
}

const readCart = async () => {
  const { activeOrder } = await ask(`{ activeOrder { ${ORDER} } }`)
  localStorage.setItem('order', activeOrder?.code ?? '')
  return {
    items: activeOrder?.totalQuantity ?? 0,
    total: (activeOrder?.subTotalWithTax ?? 0) / 100,
    codes: activeOrder?.couponCodes ?? [],
  }
}

/** One change of the order, such as `removeAllOrderLines`. */
const change = async (field) => {
  await ask(`mutation { ${field} { __typename } }`)
  const cart = await readCart()
  changes.dispatchEvent(new Event('changed'))
  return cart
}

/** What the shopper can do; answers the cart. */
export const shop = {
  readCart,
  addTee: () => change(`addItemToOrder(productVariantId: ${config.variant}, quantity: 1)`),
  applyCode: (code) => change(`applyCouponCode(couponCode: "${code}")`),
  removeCode: (code) => change(`removeCouponCode(couponCode: "${code}")`),
  placeOrder: async () => {
    const code = orderCode()
    await change(
      'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "amy@shop.example" })',
    )
    await change('setOrderShippingAddress(input: { streetLine1: "1 Street", countryCode: "GB" })')
    await change('setOrderShippingMethod(shippingMethodId: ["1"])')
    await change('transitionOrderToState(state: "ArrangingPayment")')
    await change('addPaymentToOrder(input: { method: "dummy", metadata: {} })')
    return code
  },
}
