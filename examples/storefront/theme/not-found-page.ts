import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'

/** Whatever the shop does not have. */
export const notFoundPage = (page: PageContext): Html =>
  layout(
    page,
    'Not found',
    html`<h1>There is nothing here</h1>
      <p><a href="${page.root}collections/all">See what there is</a></p>`,
  )
