import type { PageContext } from '../shop/page-context.js'
import type { DiscountCode } from '../shop/types.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'

const row = (root: string, { code, summary }: DiscountCode): Html => {
  const name = encodeURIComponent(code)
  return html`<li class="offer">
    <strong>${code}</strong>
    <span>${summary}</span>
    <a href="${root}?discount=${name}&ref=amy"
      >Arrive by amy's link<span class="hidden"> with ${code}</span></a
    >
    <a href="${root}discount/${name}?redirect=${root}collections/all"
      >Arrive by the shop's link<span class="hidden"> with ${code}</span></a
    >
  </li>`
}

/** `/discounts` */
export const discountsPage = (page: PageContext, codes: readonly DiscountCode[]): Html =>
  layout(
    page,
    'Discounts',
    html`<h1>Discounts</h1>
      <p>
        Every code this shop knows. Follow a link as a shopper would, or type a code into the cart.
      </p>
      <ul class="offers">
        ${codes.map((code) => row(page.root, code))}
      </ul>`,
  )
