import { explainLink, trackingLink } from '../../../src/attribution/index.js'
import type { Coupon, Payout } from '../../../src/attribution/index.js'
import { demoCoupons, USUAL_PAYOUT } from '../attribution/demo-coupons.js'
import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { pageScript, startOver } from './try-out.js'

/** What the page about attribution is told. */
export interface AttributionView {
  /** Of the shop: tracking links are whole addresses. */
  readonly origin: string
  /** The shop's clock. */
  readonly now: number
}

const payoutText = ({ fixed, percentage = 0 }: Payout): string =>
  fixed === undefined ? `${percentage} % of the sale` : `$${fixed} a sale`

const couponCard = (coupon: Coupon, here: string, now: number): Html => {
  const { code, discountText, offer, payout = USUAL_PAYOUT, publisher } = coupon
  const link = trackingLink({ base: here, coupon: code, publisher })
  const { sentences } = explainLink(link, { coupons: demoCoupons, at: now })
  return html`<li class="offer">
    <strong>${code}</strong>
    <span
      >${discountText} · ${offer}. Belongs to ${publisher}, who earns ${payoutText(payout)}.</span
    >
    <code class="try-link">${link}</code>
    <ul class="try-says">
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <a class="button" href="${link}">Arrive by ${publisher}'s link</a>
  </li>`
}

const table = (label: string, name: string, columns: readonly string[]): Html =>
  html`<h3>${label}</h3>
    <div class="try-table" role="region" aria-label="${label}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody data-books="${name}"></tbody>
      </table>
    </div>`

const answer = (value: string, text: string): Html =>
  html`<button type="button" class="quiet" data-answer="${value}">${text}</button>`

const SUMS = ['Sales', 'Amount', 'Commission']

/** `/pages/attribution`: from a link to a sale, and who is told of it. */
export const attributionPage = (page: PageContext, { now, origin }: AttributionView): Html => {
  const here = `${page.root}pages/attribution`
  return layout(
    page,
    'Attribution',
    html`<h1>Attribution</h1>
      <p class="try-lead">
        Who earned the sale? A coupon names its affiliate as well as a link does. Follow a link, buy
        something, and see what is written down and whom it is told, once.
      </p>

      <h2>Coupons and their links</h2>
      <ul class="offers">
        ${demoCoupons.list.map((coupon) => couponCard(coupon, origin + here, now))}
      </ul>

      <h2>May the affiliate be told of your order?</h2>
      <div class="try-row" role="group" aria-label="Your answer">
        ${answer('yes', 'Allow')} ${answer('no', 'Refuse')} ${answer('', 'Leave it open')}
      </div>
      <p role="status">
        Your answer: <strong data-answer-now>open</strong>. Only what is allowed leaves this shop.
        Its other pages ask nobody, as in a shop that need not ask, until you have pressed a button
        here.
      </p>
      <p>
        Then put something in the <a href="${page.root}collections/all">cart</a>, go to
        <a href="${page.root}checkout">checkout</a>, and come back.
      </p>

      <h2>What is written down</h2>
      ${table('Conversions', 'sales', [
        'Order',
        'Coupon',
        'Publisher',
        'Commission',
        'Why',
        'Amount',
      ])}
      <p><a class="quiet" href="/apps/attribution/conversions.csv">The same as CSV</a></p>
      <div class="safe-columns">
        <div>${table('By coupon', 'coupon', ['Coupon', ...SUMS])}</div>
        <div>${table('By publisher', 'publisher', ['Publisher', ...SUMS])}</div>
      </div>

      <h2 id="postbacks">Postbacks the network got</h2>
      <ol
        class="safe-log"
        data-books="received"
        aria-labelledby="postbacks"
        aria-live="polite"
      ></ol>
      ${startOver(here)} ${pageScript(page, 'attribution-page')}`,
  )
}
