import { catalog } from '../shop/catalog.js'
import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { productCard } from './product-card.js'
import { tryOutCards } from './try-out.js'

/** `/` */
export const homePage = (page: PageContext): Html =>
  layout(
    page,
    'Things for slow days outside',
    html`<section class="hero">
        <div>
          <h1>Things for slow days outside</h1>
          <p>
            A small shop that keeps its promises: whoever arrives with a discount leaves with it.
          </p>
          <a class="button" href="${page.root}collections/all">See everything</a>
        </div>
        <img src="/assets/hills.svg" alt="" width="640" height="360" />
      </section>
      <h2>Packed most often</h2>
      <ul class="grid">
        ${catalog.slice(0, 3).map((product) => productCard(page.root, product))}
      </ul>
      <h2>See how a promise is kept</h2>
      ${tryOutCards(page.root)}`,
  )
