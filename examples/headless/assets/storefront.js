import { createDiscountKeeper } from 'discount-keeper'
import { shopifyStorefront } from 'discount-keeper/platforms/shopify-storefront'
import { addTee, cartId, readCart } from './cart-api.js'

const part = (id) => document.getElementById(id)
const dollars = (amount) => `$${Number(amount).toFixed(2)}`

const item = (text) => {
  const line = document.createElement('li')
  line.textContent = text
  return line
}

const draw = (cart) => {
  const count = cart?.totalQuantity ?? 0
  part('items').textContent = count ? `${count} × The tee` : 'Nothing yet.'
  const codes = cart?.discountCodes ?? []
  part('codes').replaceChildren(
    ...codes.map(({ applicable, code }) => item(applicable ? code : `${code} (no effect)`)),
  )
  part('total').textContent = count ? `Total ${dollars(cart.cost.totalAmount.amount)}` : ''
  part('checkout').hidden = !count
  if (count) part('checkout').href = cart.checkoutUrl
}

const redraw = async () => draw(await readCart())

// the app tells when it has changed the cart; it could leave that to resource timing
let changed = () => undefined
const watch = (tell) => {
  changed = tell
  return () => {
    changed = () => undefined
  }
}

const keeper = createDiscountKeeper({
  platform: shopifyStorefront({ cartId, watch, refresh: () => void redraw() }),
  stacking: 'combine',
})

const promise = () => {
  const [grant] = keeper.grants
  part('promise').textContent = grant ? `${grant.code} is ${grant.status}.` : ''
}
for (const name of ['granted', 'applied', 'waiting', 'rejected', 'removed', 'ready'])
  keeper.on(name, promise)

part('add').addEventListener('click', async () => {
  draw(await addTee())
  changed()
})
part('code-form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { status, reason } = await keeper.apply(part('code').value)
  const code = part('code').value
  part('promise').textContent = `${code} is ${status}${reason ? ` (${reason})` : ''}.`
})

await redraw()
await keeper.start()
