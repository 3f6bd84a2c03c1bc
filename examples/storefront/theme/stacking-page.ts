import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'
import { section } from './sections.js'
import { pageScript, startOver } from './try-out.js'

const RULES: Readonly<Record<string, string>> = {
  last: 'The newest link counts; what older links promised makes room for it.',
  first: 'The oldest link that is still in force counts; newer ones change nothing.',
  combine: 'Every link counts; the shop decides which codes go together.',
  best: 'All promised codes are tried on the real cart, and the cheapest set stays.',
}

const OFFERED = ['SAVE10', 'SAVE20', 'TAKE5', 'EXTRA5', 'NOTES25', 'BIG15']

const GOODS = [
  { id: 40101, title: 'Trail mug, $24.00' },
  { id: 40301, title: 'Field notebook, $15.00' },
  { id: 40201, title: 'Camp blanket, $89.00' },
]

const ruleLink = (here: string, rule: string, chosen: string): Html =>
  html`<li>
    <a class="quiet" href="${here}?rule=${rule}" ${rule === chosen ? html`aria-current="page"` : ''}
      >${rule}</a
    >
  </li>`

/** What the stacking page shows besides the cart. */
export interface StackingView {
  readonly rule: string | undefined
  /** What the shop knows of its codes, in JSON. */
  readonly terms: string
}

/** `/pages/stacking?rule=last|first|combine|best` */
export const stackingPage = (page: PageContext, { rule, terms }: StackingView): Html => {
  const chosen = rule && Object.hasOwn(RULES, rule) ? rule : 'last'
  const here = `${page.root}pages/stacking`
  return layout(
    { ...page, keeper: { stacking: chosen, terms } },
    'Stacking',
    html`<h1>Stacking</h1>
      <p class="try-lead">Several links, several promises, one cart. Which of them stand?</p>
      <nav aria-label="Stacking rule">
        <ul class="try-row">
          ${Object.keys(RULES).map((name) => ruleLink(here, name, chosen))}
        </ul>
      </nav>
      <p data-rule="${chosen}"><strong>${chosen}</strong>: ${RULES[chosen]}</p>
      <p class="message" role="status" data-trouble></p>

      <h2>1. Put something in the cart</h2>
      <div class="try-row">
        ${GOODS.map(
          ({ id, title }) =>
            html`<button type="button" class="quiet" data-put="${id}">${title}</button>`,
        )}
        <button type="button" class="quiet" data-empty>Empty it</button>
      </div>

      <h2>2. Follow links that promise codes</h2>
      <ul class="try-row">
        ${OFFERED.map(
          (code) =>
            html`<li>
              <a class="quiet" href="${here}?rule=${chosen}&discount=${code}&ref=amy"
                >Link with ${code}</a
              >
            </li>`,
        )}
      </ul>

      <h2>3. See what became of them</h2>
      <ul class="try-list" data-promises aria-live="polite"></ul>
      ${section('stacking-candidates', page)} ${startOver(`${here}?rule=${chosen}`)}
      ${pageScript(page, 'stacking-page')}`,
  )
}
