import type { PageContext } from '../shop/page-context.js'
import { cartContents } from './cart-contents.js'
import { html, type Html } from './html.js'
import { liquidCart } from './liquid-cart.js'
import { stackingCandidates } from './stacking-candidates.js'

const count = ({ priced }: PageContext): number =>
  priced.lines.reduce((all, { line }) => all + line.quantity, 0)

const cartCount = (page: PageContext): Html =>
  html`<a class="cart-link" href="${page.root}cart" data-open-drawer
    >Cart <span class="bubble">${count(page)}</span></a
  >`

const SECTIONS: Readonly<Record<string, (page: PageContext) => Html>> = {
  'cart-count': cartCount,
  'cart-drawer': (page) => cartContents(page, 'cart-drawer-form'),
  'main-cart': (page) => cartContents(page, 'cart'),
  'liquid-cart': liquidCart,
  'stacking-candidates': stackingCandidates,
}

/** One section in its wrapper, or nothing where the theme has no such section. */
export const renderSection = (name: string, page: PageContext): Html | undefined => {
  const render = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined
  return (
    render &&
    html`<div id="shopify-section-${name}" class="shopify-section" data-section="${name}">
      ${render(page)}
    </div>`
  )
}

/** A section the theme certainly has. */
export const section = (name: keyof typeof SECTIONS, page: PageContext): Html =>
  renderSection(name, page) ?? html``
