import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { money } from './money.js'

/** Sets of codes that are worth comparing: alone, together, and one that does not combine. */
const CANDIDATES: readonly (readonly string[])[] = [
  ['SAVE10'],
  ['SAVE20'],
  ['TAKE5'],
  ['EXTRA5'],
  ['NOTES25'],
  ['BIG15'],
  ['EXTRA5', 'TAKE5'],
  ['NOTES25', 'EXTRA5', 'TAKE5'],
]

const row = ({ cart, priceWith }: PageContext, codes: readonly string[]): Html => {
  const { discount, total } = priceWith(codes)
  const isOn =
    cart?.codes.length === codes.length && codes.every((code) => cart.codes.includes(code))
  return html`<tr data-candidate="${codes.join(',')}" data-total="${total}">
    <th scope="row">${codes.join(' + ')} ${isOn ? html`<small>on the cart</small>` : ''}</th>
    <td>${discount > 0 ? money(-discount) : '–'}</td>
    <td>${money(total)}</td>
  </tr>`
}

/** What the cart would cost with each set of codes, and what it costs now. */
export const stackingCandidates = (page: PageContext): Html => {
  const { cart, priced } = page
  const none = html`<p>Nothing is in the cart yet: every set of codes costs the same.</p>`
  return html`${priced.lines.length > 0 ? '' : none}
    <div class="try-table" role="region" aria-label="Candidates" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Codes</th>
            <th scope="col">Takes off</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          ${CANDIDATES.map((codes) => row(page, codes))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              The cart now${cart?.codes.length ? `: ${cart.codes.join(' + ')}` : ''}
            </th>
            <td>${priced.discount > 0 ? money(-priced.discount) : '–'}</td>
            <td data-cart-total="${priced.total}"><strong>${money(priced.total)}</strong></td>
          </tr>
        </tfoot>
      </table>
    </div>`
}
