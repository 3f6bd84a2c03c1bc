import { html, type Html } from './html.js'
import { headBasics } from './layout.js'

export interface CheckoutFrame {
  readonly title: string
  /** Where the shop begins. */
  readonly home: string
  readonly nonce: string
}

/** Checkout pages stand alone: the theme and its scripts end where checkout begins. */
export const checkoutFrame = ({ title, home, nonce }: CheckoutFrame, main: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        ${headBasics(title, nonce)}
      </head>
      <body class="checkout">
        <header class="top">
          <a class="brand" href="${home}"><img src="/assets/mark.svg" alt="" />Pine &amp; Post</a>
        </header>
        <main id="main">${main}</main>
      </body>
    </html>`

/** Names and values, the way an order shows them. */
export const attributeList = (pairs: Iterable<readonly [string, string]>): Html =>
  html`<dl class="attributes" aria-label="Cart attributes">
    ${[...pairs].map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd data-attribute="${name}">${value}</dd>
        </div>`,
    )}
  </dl>`
