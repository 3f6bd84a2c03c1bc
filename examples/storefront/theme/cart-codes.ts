import type { PageContext } from '../shop/page-context.js'
import type { JudgedCode } from '../shop/judge-codes.js'
import { html, type Html } from './html.js'

const pill = ({ code }: JudgedCode): Html =>
  html`<li class="pill" data-code="${code}" data-applied>
    <span>${code}</span>
    <button type="button" data-remove-code="${code}">
      <span aria-hidden="true">×</span><span class="hidden">Remove discount ${code}</span>
    </button>
  </li>`

const parked = ({ code }: JudgedCode): Html =>
  html`<li class="pill parked" data-code="${code}">
    <span>${code} does not apply</span>
    <button type="button" data-remove-code="${code}">
      <span aria-hidden="true">×</span><span class="hidden">Remove discount ${code}</span>
    </button>
  </li>`

/** The theme's own code field. On Horizon a code that does not apply is not shown, and so is lost with the next. */
export const cartCodes = ({ priced, root, settings }: PageContext, formId: string): Html => {
  const showsParked = !['horizon', 'horizon-actions'].includes(settings.theme)
  const pills = priced.codes.map((judged) => {
    if (!judged.refusal) return pill(judged)
    return showsParked ? parked(judged) : html``
  })
  return html`<form class="codes" action="${root}cart/update" method="post" data-discount-form>
    <label for="${formId}-discount">Discount code</label>
    <div class="codes-row">
      <input
        id="${formId}-discount"
        name="discount"
        autocomplete="off"
        autocapitalize="characters"
      />
      <button type="submit" class="quiet">Apply</button>
    </div>
    <ul class="pills">
      ${pills}
    </ul>
  </form>`
}
