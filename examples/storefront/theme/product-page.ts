import { hasOneVariant } from '../shop/catalog.js'
import type { PageContext } from '../shop/page-context.js'
import type { Product, Variant } from '../shop/types.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { money } from './money.js'

const option = (variant: Variant): Html =>
  html`<option value="${variant.id}" ${variant.available ? '' : 'disabled'}>
    ${variant.title}${variant.available ? '' : ' (sold out)'}
  </option>`

const choice = (product: Product): Html =>
  hasOneVariant(product)
    ? html`<input type="hidden" name="id" value="${product.variants[0]?.id ?? ''}" />`
    : html`<label>
        <span>Colour</span>
        <select name="id">
          ${product.variants.map(option)}
        </select>
      </label>`

/** `/products/HANDLE` */
export const productPage = (page: PageContext, product: Product): Html => {
  const soldOut = product.variants.every((variant) => !variant.available)
  return layout(
    page,
    product.title,
    html`<article class="product">
      <img src="/assets/${product.handle}.svg" alt="" width="640" height="480" />
      <div>
        <h1>${product.title}</h1>
        <p class="product-price">${money(product.variants[0]?.price ?? 0)}</p>
        <p>${product.description}</p>
        <form action="${page.root}cart/add" method="post" data-add-form>
          ${choice(product)}
          <label>
            <span>Quantity</span>
            <input type="number" name="quantity" min="1" value="1" />
          </label>
          <button type="submit" class="button" ${soldOut ? 'disabled' : ''}>
            ${soldOut ? 'Sold out' : 'Add to cart'}
          </button>
        </form>
      </div>
    </article>`,
  )
}
