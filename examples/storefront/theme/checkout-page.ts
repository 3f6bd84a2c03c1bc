import { isPublicAttribute } from '../shop/cart-json.js'
import { variantOf } from '../shop/catalog.js'
import type { JudgedCode } from '../shop/judge-codes.js'
import type { Bill } from '../shop/place-order.js'
import type { Allocation, PricedLine } from '../shop/price-cart.js'
import type { Checkout, ShopCart } from '../shop/types.js'
import { attributeList, checkoutFrame } from './checkout-frame.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

const codeRow = ({ code, refusal }: JudgedCode): Html =>
  html`<li
    class="pill ${refusal ? 'parked' : ''}"
    data-code="${code}"
    data-applied="${refusal ? 'false' : 'true'}"
  >
    <span>${code}</span> <small>${refusal ? `not used: ${refusal}` : 'applied'}</small>
  </li>`

const lineRow = ({ line, total }: PricedLine): Html => {
  const found = variantOf(line.variantId)
  return html`<li class="bill-line">
    <span>${line.quantity} × ${found?.product.title}</span><span>${money(total)}</span>
  </li>`
}

const automaticRow = ({ discount }: Allocation): Html =>
  discount.isAutomatic
    ? html`<li class="pill" data-automatic="${discount.code}">
        <span>${discount.code}</span> <small>without a code</small>
      </li>`
    : html``

const amounts = ({ priced, shipping, total }: Bill): Html =>
  html`<dl class="totals">
    <div>
      <dt>Subtotal</dt>
      <dd data-subtotal>${money(priced.originalTotal)}</dd>
    </div>
    <div class="saved">
      <dt>Discount</dt>
      <dd data-discount>${money(-priced.discount)}</dd>
    </div>
    <div>
      <dt>Shipping</dt>
      <dd data-shipping>${shipping === 0 ? 'Free' : money(shipping)}</dd>
    </div>
    <div class="total">
      <dt>Total</dt>
      <dd data-total>${money(total)}</dd>
    </div>
  </dl>`

/** What a checkout page shows. */
export interface CheckoutView {
  readonly checkout: Checkout
  readonly cart: ShopCart
  readonly bill: Bill
  readonly nonce: string
}

/** `/checkout`: which codes took effect, what is to pay, and what the order will carry. */
export const checkoutPage = ({ checkout, cart, bill, nonce }: CheckoutView): Html => {
  const { priced } = bill
  const attributes = [...cart.attributes].filter(([name]) => isPublicAttribute(name))
  return checkoutFrame(
    { title: 'Checkout', home: checkout.home, nonce },
    html`<h1>Checkout</h1>
      <section class="bill">
        <ul>
          ${priced.lines.map(lineRow)}
        </ul>
        <h2>Discounts</h2>
        ${
          priced.codes.length + priced.orderDiscounts.length === 0
            ? html`<p data-no-codes>No discount code.</p>`
            : html`<ul class="pills" aria-label="Discounts">
                ${priced.codes.map(codeRow)} ${priced.orderDiscounts.map(automaticRow)}
              </ul>`
        }
        ${amounts(bill)}
        ${
          attributes.length > 0
            ? html`<h2>With the order</h2>
                ${attributeList(attributes)}`
            : ''
        }
        <form action="/checkouts/${checkout.token}/complete" method="post">
          <button type="submit" class="button">Place order</button>
        </form>
      </section>`,
  )
}
