import { html } from 'hono/html'
import type { Order } from '../../test/support/storefront-api/open-storefront-api.js'
import { frame } from './shop-page.js'

/** `/cart/c/<token>`: what the order would be. */
export const checkoutPage = ({ attributes, codes, total }: Order): ReturnType<typeof frame> =>
  frame(
    'Checkout',
    html``,
    html`<section>
      <h1>Checkout</h1>
      <ul aria-label="Discounts">
        ${codes.map(({ applicable, code }) => html`<li>${code}${applicable ? '' : ' (no effect)'}</li>`)}
      </ul>
      <p id="total">To pay: <strong>$${total}</strong></p>
      <dl>
        ${attributes.map(
          ({ key, value }) =>
            html`<dt>${key}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </section>`,
  )
