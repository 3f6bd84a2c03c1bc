import type { Order } from '../shop/types.js'
import { attributeList, checkoutFrame, type CheckoutFrame } from './checkout-frame.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

/** A thank-you page, and where it reports its order. */
export interface ThankYouFrame extends Omit<CheckoutFrame, 'title'> {
  readonly reportTo?: string | undefined
}

const attributeOf = ({ noteAttributes }: Order, wanted: string): string | undefined =>
  noteAttributes.find(({ name, value }) => name === wanted && value)?.value

const reporting = (order: Order, { nonce, reportTo }: ThankYouFrame): Html => {
  const told = {
    orderId: String(order.number),
    currency: 'USD',
    amount: order.subtotal - order.discount,
    discount: order.discount,
    codes: order.codes,
    ref: attributeOf(order, 'cc-ref'),
  }
  return html`<p
      role="status"
      data-report-to="${reportTo ?? ''}"
      data-order="${JSON.stringify(told)}"
    >
      Not reported: you have not said whether the affiliate may be told.
    </p>
    <script src="/assets/shopify-globals.js" nonce="${nonce}"></script>
    <script src="/assets/customer-privacy.js" nonce="${nonce}"></script>
    <script type="module" src="/assets/thank-you.js" nonce="${nonce}"></script>`
}

/** The placed order, private attributes left out as everywhere the shopper looks. */
export const thankYouPage = (order: Order, frame: ThankYouFrame): Html => {
  const { home, nonce, reportTo } = frame
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
        ${attributeList(attributes)} ${reportTo ? reporting(order, frame) : ''}
        <p><a class="button" href="${home}">Back to the shop</a></p>
      </section>`,
  )
}
