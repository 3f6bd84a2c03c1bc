import type { PageContext } from '../shop/page-context.js'
import { html, raw, type Html } from './html.js'
import { keeperPanel } from './keeper-panel.js'
import { section } from './sections.js'
import { TRY_OUTS } from './try-out.js'

/** What loads the keeper, as the settings have it. */
export const scriptTag = ({ keeper, nonce, settings }: PageContext): Html => {
  if (settings.scriptTag !== undefined)
    return html`${raw(settings.scriptTag.replaceAll('{nonce}', nonce))}`
  const options = { 'ttl-days': '30', ...(settings.debug && { debug: 'true' }), ...keeper }
  const data = Object.entries(options).map(([name, value]) => html`data-${name}="${value}" `)
  return html`<script src="/assets/discount-keeper.js" defer ${data} nonce="${nonce}"></script>`
}

/** The parts of `<head>` that pages with and without the theme's scripts share. */
export const headBasics = (title: string, nonce: string): Html =>
  html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Pine &amp; Post</title>
    <link rel="icon" href="/assets/mark.svg" />
    <link rel="stylesheet" href="/assets/shop.css" nonce="${nonce}" />
    <link rel="stylesheet" href="/assets/cart.css" nonce="${nonce}" />`

const head = (page: PageContext, title: string): Html => {
  const { nonce, settings } = page
  return html`<head>
    ${headBasics(title, nonce)}
    <link rel="stylesheet" href="/assets/panel.css" nonce="${nonce}" />
    <link rel="stylesheet" href="/assets/try.css" nonce="${nonce}" />
    <script src="/assets/shopify-globals.js" nonce="${nonce}"></script>
    <script src="/assets/keeper-panel.js" defer nonce="${nonce}"></script>
    ${scriptTag(page)}
    <script type="module" src="/assets/standard-actions.js" nonce="${nonce}"></script>
    <script type="module" src="/assets/theme-${settings.theme}.js" nonce="${nonce}"></script>
  </head>`
}

const header = (page: PageContext): Html =>
  html`<header class="top">
    <a class="brand" href="${page.root}"><img src="/assets/mark.svg" alt="" />Pine &amp; Post</a>
    <nav aria-label="Shop">
      <a href="${page.root}collections/all">Everything</a>
      <a href="${page.root}discounts">Discounts</a>
    </nav>
    ${section('cart-count', page)}
  </header>`

const drawer = (page: PageContext): Html =>
  html`<dialog id="drawer" aria-labelledby="drawer-title">
    <div class="drawer-top">
      <h2 id="drawer-title">Your cart</h2>
      <button type="button" class="quiet" data-close-drawer>Close</button>
    </div>
    <p class="message" role="status" data-message></p>
    ${section('cart-drawer', page)}
  </dialog>`

const footer = ({ root }: PageContext): Html =>
  html`<footer>
    <ul aria-label="Try it">
      ${TRY_OUTS.map(({ path, title }) => html`<li><a href="${root}${path}">${title}</a></li>`)}
    </ul>
    Pine &amp; Post is a demo. Nothing is sold, nobody is charged.
  </footer>`

/** A storefront page: header, drawer and the keeper's panel around its own content. */
export const layout = (page: PageContext, title: string, main: Html): Html =>
  html`<!doctype html>
    <html
      lang="en"
      data-root="${page.root}"
      data-design-mode="${page.designMode ? 'true' : 'false'}"
    >
      ${head(page, title)}
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${header(page)}
        <p class="message" role="status" data-message></p>
        <main id="main">${main}</main>
        ${footer(page)} ${drawer(page)} ${keeperPanel()}
      </body>
    </html>`
