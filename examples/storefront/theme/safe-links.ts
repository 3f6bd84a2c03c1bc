import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { pageScript, startOver } from './try-out.js'

/** A page whose keeper asks the shop's own server for codes. */
export interface SafeView {
  /** `cart` where the code is made with the first item. */
  readonly when: string | undefined
}

/** Options of the keeper on pages with safe codes, as its `data-*` attributes name them. */
export const safeKeeper = (when: string | undefined): Readonly<Record<string, string>> => ({
  'safe-codes-endpoint': '/apps/discount-keeper/mint',
  'safe-codes-when': when === 'cart' ? 'cart' : 'checkout',
  'refresher-endpoint': '/apps/discount-keeper/refresh',
})

/** What both pages show below their links: promises, where to go, and the server's log beside them. */
export const safeSteps = (page: PageContext, here: string): Html =>
  html`<div class="safe-columns">
      <section aria-labelledby="safe-browser">
        <h2 id="safe-browser">In this browser</h2>
        <ul class="try-list" data-promises></ul>
        <ol class="try-steps">
          <li data-step="promised"><span>A link promises a discount, without a code</span></li>
          <li data-step="made">
            <span>The server makes a code, or signs, for this checkout</span>
          </li>
          <li data-step="applied"><span>The cart honours it</span></li>
          <li data-step="consumed"><span>An order uses it up</span></li>
        </ol>
        <p>
          Put something in the <a href="${page.root}collections/all">cart</a>, go to
          <a href="${page.root}checkout">checkout</a>, come back, and look for the base discount: it
          is nowhere in this browser.
        </p>
      </section>
      <section aria-labelledby="safe-server">
        <h2 id="safe-server">On the server</h2>
        <ol class="safe-log" data-log aria-live="polite"></ol>
      </section>
    </div>
    ${startOver(here)} ${pageScript(page, 'safe-page')}`
