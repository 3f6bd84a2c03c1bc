import { createDiscountKeeper } from 'discount-keeper'

const EVENTS = ['applied', 'waiting', 'rejected', 'removed', 'expired', 'consumed']
const find = (selector) => document.querySelector(selector)

const button = (name, act) => {
  const made = document.createElement('button')
  made.textContent = name
  made.addEventListener('click', act)
  return made
}

const draw = ({ checkoutUrl, codes, items, total }, remove) => {
  find('[name=items]').value = items
  find('[name=total]').value = total.toFixed(2)
  find('#checkout').href = checkoutUrl ?? '/checkout'
  find('ul').replaceChildren(
    ...codes.map((code) => {
      const item = document.createElement('li')
      item.append(
        code,
        ' ',
        button(`Remove ${code}`, () => remove(code)),
      )
      return item
    }),
  )
}

const startKeeper = (options) => {
  const keeper = createDiscountKeeper(options)
  window.keeper = keeper
  // what a test asks for when a grant is gone
  window.heard = []
  for (const name of EVENTS)
    keeper.on(name, ({ grant: { code, reason } }) =>
      window.heard.push([code, name, reason].filter(Boolean).join(' ')),
    )
  void keeper.start()
  return keeper
}

/**
 * A page of a small shop, whichever its path names. `shop` speaks to the shop; what it does for the shopper resolves with the
 * cart to show: `{ items, total, codes, checkoutUrl }`. `platformOf` is given what shows the cart anew.
 */
export const openPage = async (shop, platformOf, options) => {
  const show = (cart) => draw(cart, async (code) => show(await shop.removeCode(code)))
  const refresh = async () => show(await shop.readCart())
  const keeper = startKeeper({ ...options, platform: platformOf(refresh) })

  const pages = {
    '': ['Tee shop', []],
    tee: ['Tee', [button('Add to cart', async () => show(await shop.addTee()))]],
    checkout: [
      'Checkout',
      [
        button('Place order', async () => {
          location.href = `/thank-you/${await shop.placeOrder()}`
        }),
      ],
    ],
    'thank-you': ['Thank you', []],
  }
  const [, page, orderId] = location.pathname.split('/')
  const [title, parts] = pages[page]
  find('h1').textContent = title
  find('main').append(...parts)
  find('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    show(await shop.applyCode(find('[name=code]').value))
  })
  await refresh()
  if (orderId) await keeper.consume({ orderId })
}
