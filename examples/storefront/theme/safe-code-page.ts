import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import type { SafeView } from './safe-links.js'
import { safeSteps } from './safe-links.js'

/** `/pages/safe-code`, with `?when=cart` where the code is made with the first item. */
export const safeCodePage = (page: PageContext, { when }: SafeView): Html => {
  const here = `${page.root}pages/safe-code`
  const mode = (value: string, text: string): Html =>
    html`<li>
      <a class="quiet" href="${here}?when=${value}" ${when === value ? 'aria-current="true"' : ''}
        >${text}</a
      >
    </li>`
  return layout(
    page,
    'Safe codes',
    html`<h1>Safe codes</h1>
      <p class="try-lead">
        The link says ANNA20, which is a word and no code: at the checkout it would take nothing
        off. For each checkout the shop's server makes a code that works once, and whoever leaks
        that one leaks nothing.
      </p>
      <ul class="try-row">
        <li>
          <a class="button" href="${here}?when=${when ?? 'checkout'}&discount=ANNA20&ref=anna"
            >Arrive by Anna's link</a
          >
        </li>
        <li>
          <a class="quiet" href="${here}?when=${when ?? 'checkout'}&discount=NOBODY"
            >A word that the server does not know</a
          >
        </li>
      </ul>
      <p>The code is made …</p>
      <ul class="try-row">
        ${mode('checkout', '… on the way to checkout')} ${mode('cart', '… with the first item')}
      </ul>
      ${safeSteps(page, here)}`,
  )
}
