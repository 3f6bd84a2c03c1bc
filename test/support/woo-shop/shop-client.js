// The shop's own script: it proves itself by the nonce of the page, and draws the cart from what the Store API tells.
const API = '/wp-json/wc/store/v1'
const main = document.querySelector('main')
let nonce = window.wcBlocksMiddlewareConfig.storeApiNonce

const send = async (path, body) => {
  const response = await fetch(API + path, {
    method: body ? 'POST' : 'GET',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json', Nonce: nonce },
    ...(body && { body: JSON.stringify(body) }),
  })
  nonce = response.headers.get('Nonce') ?? nonce
  return response.json()
}

const element = (name, text, attributes = {}) => {
  const node = document.createElement(name)
  node.textContent = text
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  return node
}
const button = (text, act) => {
  const node = element('button', text, { type: 'button' })
  node.addEventListener('click', act)
  return node
}
const dollars = (amount) => `$${(Number(amount) / 100).toFixed(2)}`

const place = async () => {
  const { code, message } = await send('/checkout', {
    billing_address: { email: 'shopper@example.com' },
    payment_method: 'cod',
  })
  main.replaceChildren(element('h1', code ? message : 'Thank you'))
}

const couponForm = (act) => {
  const field = element('input', '', { 'aria-label': 'Coupon code', name: 'code' })
  return [field, button('Apply coupon', () => act('apply', field.value))]
}

const draw = (cart) => {
  const act = async (verb, code) => {
    await send(`/cart/${verb}-coupon`, { code })
    await refresh()
  }
  const add = async () => {
    draw(await send('/cart/add-item', { id: 21, quantity: 1 }))
    document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }))
  }
  const coupons = cart.coupons.map(({ code, totals }) => {
    const line = element('li', `${code} −${dollars(totals.total_discount)} `)
    line.append(button(`Remove ${code}`, () => act('remove', code)))
    return line
  })
  const list = element('ul', '', { 'aria-label': 'Coupons' })
  list.append(...coupons)
  const total = element('output', dollars(cart.totals.total_price), { 'aria-label': 'Total' })
  const isCheckout = location.pathname.startsWith('/checkout')
  main.replaceChildren(
    element('h1', isCheckout ? 'Checkout' : 'Tee'),
    element('p', `${cart.items_count} in the cart`),
    list,
    total,
    ...(isCheckout ? [button('Place order', place)] : [button('Add to cart', add)]),
    ...couponForm(act),
  )
}

const refresh = async () => draw(await send('/cart'))

window.addEventListener('wc-blocks_store_sync_required', ({ detail }) => {
  if (detail.type === 'from_@wordpress/data') void refresh()
})
void refresh()
