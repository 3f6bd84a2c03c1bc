import type { Product } from '../shop/types.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

/** A product as it appears in a list. */
export const productCard = (root: string, product: Product): Html => {
  const soldOut = product.variants.every((variant) => !variant.available)
  return html`<li class="card">
    <a href="${root}products/${product.handle}">
      <img src="/assets/${product.handle}.svg" alt="" width="320" height="240" />
      <span class="card-name">${product.title}</span>
      <span class="card-price"
        >${soldOut ? 'Sold out' : money(product.variants[0]?.price ?? 0)}</span
      >
    </a>
  </li>`
}
