import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { scriptTag } from './layout.js'

/** `/pages/bare`: a page with the keeper and nothing of the theme, for what is put on it later. */
export const barePage = (page: PageContext): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Bare</title>
        <link rel="icon" href="data:," />
        <script src="/assets/shopify-globals.js" nonce="${page.nonce}"></script>
        ${scriptTag(page)}
      </head>
      <body></body>
    </html>`
