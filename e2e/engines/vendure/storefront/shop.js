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

export const ask = async (query, variables) => {
  const token = isBearer && session.token()
  const response = await fetch(config.endpoint, {
    method: 'POST',
    credentials: isBearer ? 'omit' : 'include',
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  })
  const renewed = response.headers.get('vendure-auth-token')
  if (isBearer && renewed) session.setToken(renewed)
  return (await response.json()).data
}

const keep = (order) => {
  localStorage.setItem('order', order?.code ?? '')
  return order
}

export const readOrder = async () => keep((await ask(`{ activeOrder { ${ORDER} } }`)).activeOrder)

/** One change of the order, such as `removeAllOrderLines`. */
export const change = async (field) => {
  await ask(`mutation { ${field} { __typename } }`)
  const order = await readOrder()
  changes.dispatchEvent(new Event('changed'))
  return order
}
