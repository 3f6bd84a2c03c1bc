import { createDiscountKeeper } from 'discount-keeper'
import { vendure } from 'discount-keeper/platforms/vendure'
import { change, changes, config, orderCode, readOrder, session } from './shop.js'

const find = (selector) => document.querySelector(selector)

const button = (name, act) => {
  const made = document.createElement('button')
  made.textContent = name
  made.addEventListener('click', act)
  return made
}

const show = (order) => {
  find('[name=items]').value = order?.totalQuantity ?? 0
  find('[name=total]').value = ((order?.subTotalWithTax ?? 0) / 100).toFixed(2)
  find('ul').replaceChildren(
    ...(order?.couponCodes ?? []).map((code) => {
      const item = document.createElement('li')
      const remove = button(`Remove ${code}`, async () =>
        show(await change(`removeCouponCode(couponCode: "${code}")`)),
      )
      item.append(code, ' ', remove)
      return item
    }),
  )
}

const keeper = createDiscountKeeper({
  platform: vendure({
    endpoint: config.endpoint,
    attributes: { discount: 'ccDiscountCode', ref: 'ccRef' },
    refresh: async () => show(await readOrder()),
    ...(config.sessions === 'bearer'
      ? { token: session.token, onToken: session.setToken, credentials: 'omit' }
      : {
          credentials: 'include',
          cartId: orderCode,
          watch: (changed) => {
            const tell = () => changed()
            changes.addEventListener('changed', tell)
            return () => changes.removeEventListener('changed', tell)
          },
        }),
  }),
})
window.keeper = keeper
keeper.start()

const placeOrder = async () => {
  const code = orderCode()
  await change(
    'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "amy@shop.example" })',
  )
  await change('setOrderShippingAddress(input: { streetLine1: "1 Street", countryCode: "GB" })')
  await change('setOrderShippingMethod(shippingMethodId: ["1"])')
  await change('transitionOrderToState(state: "ArrangingPayment")')
  await change('addPaymentToOrder(input: { method: "dummy", metadata: {} })')
  await keeper.consume({ orderId: code })
  location.href = `/thank-you/${code}`
}

const PAGES = {
  '/': ['Tee shop', []],
  '/tee': [
    'Tee',
    [
      button('Add to cart', async () =>
        show(await change(`addItemToOrder(productVariantId: ${config.variant}, quantity: 1)`)),
      ),
    ],
  ],
  '/checkout': ['Checkout', [button('Place order', placeOrder)]],
}
const [title, parts] = PAGES[location.pathname] ?? ['Thank you', []]
find('h1').textContent = title
find('main').append(...parts)
find('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  show(await change(`applyCouponCode(couponCode: "${find('[name=code]').value}")`))
})
show(await readOrder())
