import { catalog } from '../shop/catalog.js'
import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { productCard } from './product-card.js'

/** `/collections/all` */
export const collectionPage = (page: PageContext): Html =>
  layout(
    page,
    'Everything',
    html`<h1>Everything</h1>
      <ul class="grid">
        ${catalog.map((product) => productCard(page.root, product))}
      </ul>`,
  )
