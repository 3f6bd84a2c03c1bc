import { html, raw } from 'hono/html'

type Html = ReturnType<typeof html>

/** Bare names in the browser, as a bundler would resolve them. */
const IMPORTS = `{
  "imports": {
    "discount-keeper": "/sdk/index.js",
    "discount-keeper/platforms/shopify-storefront": "/sdk/platforms/shopify-storefront.js",
    "js-cookie": "/vendor/js.cookie.mjs"
  }
}`

/** What every page of this storefront is framed by. */
export const frame = (title: string, head: Html, main: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · One Tee</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/headless.css" />
        ${head}
      </head>
      <body>
        <header><a href="/">One Tee</a></header>
        <main>${main}</main>
      </body>
    </html>`

/** `/` */
export const shopPage = (): Html =>
  frame(
    'A tee',
    html`<script type="importmap">
        ${raw(IMPORTS)}
      </script>
      <script type="module" src="/assets/storefront.js"></script>`,
    html`<section>
        <h1>The tee</h1>
        <p>Heavy cotton, one colour, <strong>$50.00</strong>.</p>
        <button type="button" id="add">Add to cart</button>
        <p id="promise" role="status"></p>
      </section>
      <section aria-labelledby="cart-title">
        <h2 id="cart-title">Your cart</h2>
        <p id="items">Nothing yet.</p>
        <ul id="codes" aria-label="Discounts"></ul>
        <form id="code-form">
          <label for="code">Discount code</label>
          <input id="code" name="code" autocomplete="off" />
          <button>Apply</button>
        </form>
        <p id="total"></p>
        <a id="checkout" href="/cart/c/none" hidden>Checkout</a>
      </section>`,
  )
