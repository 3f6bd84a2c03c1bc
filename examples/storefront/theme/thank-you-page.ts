import type { Order } from '../shop/types.js'
import { attributeList, checkoutFrame, type CheckoutFrame } from './checkout-frame.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

/** The placed order, private attributes left out as everywhere the shopper looks. */
export const thankYouPage = (order: Order, { home, nonce }: Omit<CheckoutFrame, 'title'>): Html => {
  const attributes = order.noteAttributes
    .filter(({ name }) => !name.startsWith('__'))
    .map(({ name, value }) => [name, value] as const)
  return checkoutFrame(
    { title: 'Thank you', home, nonce },
    html`<h1>Thank you</h1>
      <section class="bill">
        <p>Order <strong data-order-number>#${order.number}</strong> is placed.</p>
        <ul class="pills" aria-label="Discount codes">
          ${order.codes.map((code) => html`<li class="pill" data-code="${code}">${code}</li>`)}
        </ul>
        <dl class="totals">
          <div class="saved">
            <dt>Discount</dt>
            <dd data-discount>${money(-order.discount)}</dd>
          </div>
          <div class="total">
            <dt>Total</dt>
            <dd data-total>${money(order.total)}</dd>
          </div>
        </dl>
        ${attributeList(attributes)}
        <p><a class="button" href="${home}">Back to the shop</a></p>
      </section>`,
  )
}
