import type { CartFormId } from './cart-contents.js'
import { html, type Html } from './html.js'

/** Every way a real theme leaves for checkout; the first button stands outside its form, as most do. */
export const cartExits = (root: string, formId: CartFormId): Html =>
  html`<div class="exits">
    <button type="submit" form="${formId}" name="checkout" class="button">Check out</button>
    <details open>
      <summary>Other ways out</summary>
      <div class="exits-more">
        <a class="quiet" href="${root}checkout">Checkout link</a>
        <button type="button" class="quiet" data-exit="location">Checkout by location.href</button>
        <button type="button" class="quiet" data-exit="submit">Checkout by form.submit()</button>
      </div>
    </details>
    <form action="${root}cart" method="post" data-exit-form>
      <input type="hidden" name="checkout" value="1" />
    </form>
  </div>`
