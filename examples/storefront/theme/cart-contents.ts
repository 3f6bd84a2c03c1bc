import { hasOneVariant, variantOf } from '../shop/catalog.js'
import type { PageContext } from '../shop/page-context.js'
import type { PricedLine } from '../shop/price-cart.js'
import { cartCodes } from './cart-codes.js'
import { cartExits } from './cart-exits.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

/** The two places a cart is shown in; each has its own form. */
export type CartFormId = 'cart' | 'cart-drawer-form'

const price = ({ originalTotal, total }: PricedLine): Html =>
  total < originalTotal
    ? html`<s>${money(originalTotal)}</s> <strong>${money(total)}</strong>`
    : html`${money(total)}`

const cartLine = (
  priced: PricedLine,
  {
    root,
    formId,
    number,
  }: { readonly root: string; readonly formId: string; readonly number: number },
): Html => {
  const found = variantOf(priced.line.variantId)
  if (!found) return html``
  const { product, variant } = found
  const url = `${root}products/${product.handle}?variant=${variant.id}`
  return html`<li class="line">
    <img src="/assets/${product.handle}.svg" alt="" width="72" height="72" />
    <div class="line-name">
      <a href="${url}">${product.title}</a>
      ${hasOneVariant(product) ? '' : html`<span>${variant.title}</span>`}
    </div>
    <label class="line-quantity" for="${formId}-quantity-${number}">
      <span>Quantity</span>
      <input
        id="${formId}-quantity-${number}"
        type="number"
        name="updates[]"
        min="0"
        value="${priced.line.quantity}"
        data-line="${number}"
      />
    </label>
    <span class="line-price">${price(priced)}</span>
    <a
      class="line-remove"
      href="${root}cart/change?line=${number}&quantity=0"
      data-remove-line="${number}"
      >Remove<span class="hidden"> ${product.title}</span></a
    >
  </li>`
}

const totals = ({ priced }: PageContext): Html =>
  html`<dl class="totals">
    ${
      priced.discount > 0
        ? html`<div>
              <dt>Subtotal</dt>
              <dd>${money(priced.originalTotal)}</dd>
            </div>
            <div class="saved">
              <dt>Discount</dt>
              <dd data-discount>${money(-priced.discount)}</dd>
            </div>`
        : ''
    }
    <div class="total">
      <dt>Total</dt>
      <dd data-total>${money(priced.total)}</dd>
    </div>
  </dl>`

/** The cart itself, the same in the drawer and on its page. */
export const cartContents = (page: PageContext, formId: CartFormId): Html => {
  const { priced, root } = page
  if (priced.lines.length === 0) {
    return html`<div class="cart-empty">
      <p>Your cart is empty.</p>
      <a class="button" href="${root}collections/all">Look around</a>
    </div>`
  }
  const lines = priced.lines.map((line, index) =>
    cartLine(line, { root, formId, number: index + 1 }),
  )
  return html`<div class="cart">
    <form id="${formId}" action="${root}cart" method="post">
      <ul class="lines">
        ${lines}
      </ul>
      <button type="submit" name="update" class="quiet" data-update>Update cart</button>
    </form>
    <div class="cart-side">
      ${cartCodes(page, formId)} ${totals(page)} ${cartExits(root, formId)}
    </div>
  </div>`
}
