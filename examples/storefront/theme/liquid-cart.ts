import { lineKey } from '../shop/cart-json.js'
import { variantOf } from '../shop/catalog.js'
import type { PageContext } from '../shop/page-context.js'
import type { PricedLine } from '../shop/price-cart.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

const cartLine = ({ line, total }: PricedLine, index: number, root: string): Html => {
  const title = variantOf(line.variantId)?.product.title ?? ''
  const change = `${root}cart/change?line=${index + 1}&quantity=`
  return html`<li>
    <span>${title}</span>
    <ajax-cart-quantity>
      <a data-ajax-cart-quantity-minus href="${change}${line.quantity - 1}">One ${title} less</a>
      <input
        data-ajax-cart-quantity-input="${index + 1}"
        name="updates[]"
        value="${line.quantity}"
        type="number"
        aria-label="Quantity of ${title}"
      />
      <a data-ajax-cart-quantity-plus href="${change}${line.quantity + 1}">One ${title} more</a>
    </ajax-cart-quantity>
    <a data-ajax-cart-request-button href="${change}0">Remove ${title}</a>
    <span data-ajax-cart-errors="${lineKey(line)}"></span>
    <span>${money(total)}</span>
  </li>`
}

/** A cart for liquid-ajax-cart, whose attributes say what it sends and where it puts what the shop renders. */
export const liquidCart = ({ cart, priced, root }: PageContext): Html =>
  html`<form action="${root}cart" method="post" aria-label="Cart">
    <div data-ajax-cart-section>
      <ul>
        ${priced.lines.map((line, index) => cartLine(line, index, root))}
      </ul>
      <label
        >Note <textarea data-ajax-cart-property-input name="note">${cart?.note ?? ''}</textarea>
      </label>
      <label
        >Wrapping
        <input
          data-ajax-cart-property-input
          name="attributes[wrapping]"
          value="${cart?.attributes.get('wrapping') ?? ''}"
      /></label>
      <p>
        Discount
        <output>${money(-priced.discount)}</output>
      </p>
      <a data-ajax-cart-request-button href="${root}cart/clear">Empty the cart</a>
    </div>
  </form>`
