import type { PageContext } from '../shop/page-context.js'
import { html, raw, type Html } from './html.js'
import { keeperPanel } from './keeper-panel.js'
import { section } from './sections.js'

const SCRIPT_TAG = '<script src="/assets/discount-keeper.js" defer data-ttl-days="30"></script>'

/** The parts of `<head>` that pages with and without the theme's scripts share. */
export const headBasics = (title: string): Html =>
  html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Pine &amp; Post</title>
    <link rel="icon" href="/assets/mark.svg" />
    <link rel="stylesheet" href="/assets/shop.css" />
    <link rel="stylesheet" href="/assets/cart.css" />`

const head = ({ settings }: PageContext, title: string): Html =>
  html`<head>
    ${headBasics(title)}
    <link rel="stylesheet" href="/assets/panel.css" />
    <script src="/assets/shopify-globals.js"></script>
    <script src="/assets/keeper-panel.js" defer></script>
    ${raw(settings.scriptTag ?? SCRIPT_TAG)}
    <script type="module" src="/assets/theme-${settings.theme}.js"></script>
  </head>`

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
        <footer>Pine &amp; Post is a demo. Nothing is sold, nobody is charged.</footer>
        ${drawer(page)} ${keeperPanel()}
      </body>
    </html>`
