import { horizonRoutes } from './horizon-routes.js'
import { getCart } from './cart-client.js'
import { refreshSections } from './sections.js'
import { startStorefront } from './storefront.js'

const own = new WeakSet()

const standardCart = (cart) => ({
  cart: {
    id: `gid://shopify/Cart/${cart.token}`,
    totalQuantity: cart.item_count,
    cost: {
      totalAmount: { amount: (cart.total_price / 100).toFixed(2), currencyCode: cart.currency },
    },
    lines: cart.items.map(({ key, quantity }) => ({ id: key, quantity })),
    discountCodes: cart.discount_codes ?? [],
  },
  userErrors: [],
  warnings: [],
})

const dispatch = (name, data) => {
  const event = Object.assign(new Event(name, { bubbles: true }), data)
  own.add(event)
  document.getElementById('main').dispatchEvent(event)
}

// The event goes out as the operation starts; what became of it is in its promise.
const announce = ({ kind, action, codes }, answer) => {
  const promise = answer.then((result) => (result.items ? result : getCart())).then(standardCart)
  promise.catch(() => {})
  if (kind === 'lines')
    dispatch('shopify:cart:lines-update', { action, context: 'product', lines: [], promise })
  else
    dispatch('shopify:cart:discount-update', {
      discountCodes: codes.map((code) => ({ code })),
      promise,
    })
}

// The list is rebuilt from what is on show, and only codes that apply are: a parked code gets lost here.
const codesToKeep = (form) =>
  [...form.querySelectorAll('[data-applied]')].map((pill) => pill.dataset.code)

/** A theme that announces changes by standard events, and redraws its cart at those of others. */
export const startHorizon = () => {
  window.Theme = { routes: horizonRoutes() }
  document.addEventListener('shopify:cart:discount-update', async (event) => {
    if (own.has(event)) return
    await Promise.resolve(event.promise).catch(() => {})
    await refreshSections()
  })
  startStorefront({ announce, codesToKeep })
}
