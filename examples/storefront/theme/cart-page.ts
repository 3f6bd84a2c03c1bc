import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { section } from './sections.js'

/** `/cart` */
export const cartPage = (page: PageContext): Html =>
  layout(
    page,
    'Cart',
    html`<h1>Your cart</h1>
      ${section('main-cart', page)}`,
  )
