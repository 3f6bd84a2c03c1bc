import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { safeSteps } from './safe-links.js'

/** `/pages/anti-leak` */
export const antiLeakPage = (page: PageContext): Html => {
  const here = `${page.root}pages/anti-leak`
  return layout(
    page,
    'Anti-leak links',
    html`<h1>Anti-leak links</h1>
      <p class="try-lead">
        The link names no discount at all, only who sent the shopper. A signed one cannot be made up
        or changed, and ends in an hour.
      </p>
      <ul class="try-row">
        <li><a class="button" href="${here}?ref=anna">Arrive by Anna's link</a></li>
        <li>
          <a class="quiet" href="/apps/discount-keeper/letter">… by a signed one</a>
        </li>
        <li><a class="quiet" href="${here}?ref=stranger">By a stranger's link</a></li>
      </ul>
      <p>
        Anna's shoppers get a code that works once. Clara's get none: the server signs an attribute
        of the cart, and a discount function of the shop takes 15 % off for it.
      </p>
      <ul class="try-row">
        <li><a class="quiet" href="${here}?ref=clara">Arrive by Clara's link</a></li>
      </ul>
      ${safeSteps(page, here)}`,
  )
}
