import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { pageScript, startOver } from './try-out.js'

const choice = (answer: string, text: string): Html =>
  html`<button type="button" class="quiet" data-answer="${answer}">${text}</button>`

/** `/pages/consent`, with `?gpc=1` in a browser that sends Global Privacy Control. */
export const consentPage = (page: PageContext, hasSignal: boolean): Html => {
  const here = `${page.root}pages/consent`
  return layout(
    page,
    'Consent',
    html`<h1>Consent</h1>
      <p class="try-lead">
        The discount is what the shopper came for; who sent them is another purpose. This page has a
        stand-in for Shopify's Customer Privacy API, which the keeper asks by itself.
      </p>
      <p>
        <a class="button" href="${here}?discount=SAVE10&ref=amy">Arrive by amy's link</a>
      </p>

      <h2>May this shop remember who sent you?</h2>
      <div class="try-row" role="group" aria-label="Your answer">
        ${choice('yes', 'Allow')} ${choice('no', 'Withdraw')} ${choice('', 'Leave it open')}
      </div>
      <p role="status">The page's answer: <strong data-answer-now>open</strong></p>
      <p>
        ${
          hasSignal
            ? html`This browser sends Global Privacy Control, which means no, whatever is allowed
                here. <a href="${here}">Switch it off</a>`
            : html`<a href="${here}?gpc=1">Look at it with Global Privacy Control</a>`
        }
      </p>

      <h2>What is stored</h2>
      <div class="try-table" role="region" aria-label="What is stored" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Purpose</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody data-stored></tbody>
        </table>
      </div>
      <p>In memory, for this page: <strong data-memory>nothing</strong></p>
      ${startOver(here)} ${pageScript(page, 'consent-page')}`,
  )
}
