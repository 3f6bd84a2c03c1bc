import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { pageScript, startOver } from './try-out.js'

const DAY_IN_SECONDS = 86_400
const HOUR_IN_SECONDS = 3600
const ALTERNATIVE = 'EXTRA5'

/** What the expiry page shows. */
export interface ExpiryView {
  /** How long a promise lasts on this page. */
  readonly seconds: string | undefined
  /** What the shop knows of its codes, in JSON. */
  readonly terms: string
}

const secondsOf = (text: string | undefined): number => {
  const seconds = Number(text)
  return seconds >= 5 && seconds <= 3600 ? seconds : 60
}

const step = (name: string, text: string): Html =>
  html`<li data-step="${name}"><span>${text}</span> <time></time></li>`

/** `/pages/expiry?seconds=60` */
export const expiryPage = (page: PageContext, view: ExpiryView): Html => {
  const seconds = secondsOf(view.seconds)
  const here = `${page.root}pages/expiry`
  const keeper = {
    'ttl-days': String(seconds / DAY_IN_SECONDS),
    'expiry-notice-before': String(seconds / 2 / HOUR_IN_SECONDS),
    'expiry-alternative': ALTERNATIVE,
    terms: view.terms,
  }
  return layout(
    { ...page, keeper },
    'Expiry',
    html`<h1>Expiry</h1>
      <p class="try-lead">
        On this page a promise lasts ${seconds} seconds instead of 30 days. Halfway through the
        shopper is told; at the end <strong>${ALTERNATIVE}</strong> takes its place.
      </p>
      <ul class="try-row">
        <li>
          <a class="button" href="${here}?seconds=60&discount=SAVE10&ref=amy"
            >Promise SAVE10 for a minute</a
          >
        </li>
        <li>
          <a class="quiet" href="${here}?seconds=16&discount=SAVE10&ref=amy">… for 16 seconds</a>
        </li>
        <li><a class="quiet" href="${here}?discount=LATE10">A code the shop ended yesterday</a></li>
        <li><a class="quiet" href="${here}?discount=SOON10">A code that starts tomorrow</a></li>
      </ul>

      <h2 data-countdown>No promise is running</h2>
      <progress max="${seconds}" value="0" aria-label="Time left" data-left></progress>
      <ol class="try-steps" aria-live="polite">
        ${step('granted', 'A link promises the code')}
        ${step('expiring', 'The shopper is told that it ends')}
        ${step('expired', 'Its time is over')}
        ${step('alternative', `${ALTERNATIVE} takes its place`)}
      </ol>
      <p>
        Reload, open a second tab, or put something in the
        <a href="${page.root}collections/all">cart</a>
        meanwhile: the end stays where it was, and is told once.
      </p>
      <ul class="try-list" data-promises></ul>
      ${startOver(here)} ${pageScript(page, 'expiry-page')}`,
  )
}
