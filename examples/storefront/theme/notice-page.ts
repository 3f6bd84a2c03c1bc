import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'
import { layout } from './layout.js'

// The script of this page gives each of these a keeper that stands in for the real one.
const STATES = [
  ['held', 'Known, nothing in the cart yet'],
  ['applied', 'Applied'],
  ['saved', 'Applied, the shop says how much'],
  ['missing', 'Waiting, the terms are known'],
  ['waiting', 'Waiting for a reason'],
  ['upcoming', 'Starts later'],
  ['expiring', 'Ends soon'],
  ['countdown', 'Ends within the hour'],
  ['ended', 'Ended, another is at hand'],
  ['replaced', 'Ended, another stands'],
  ['rejected', 'Refused for a reason'],
] as const

const GERMAN = {
  applied: '{code} ist eingelöst',
  saved: 'Sie sparen {saved}.',
  missing: 'Noch {missing}, dann gilt er.',
  expiring: '{code} endet {time}',
  soon: '{code} endet um {time} Uhr',
  ended: '{code} ist abgelaufen',
  alternative: 'Nutzen Sie stattdessen {alternative}.',
  use: '{alternative} nutzen',
  remove: 'Entfernen',
  dismiss: 'Schließen',
}

const ARABIC = {
  applied: 'تم تطبيق {code}',
  saved: 'وفّرت {saved}.',
  missing: 'أنفق {missing} إضافية لاستخدامه.',
  expiring: 'ينتهي {code} {time}',
  soon: 'ينتهي {code} عند {time}',
  ended: 'انتهى {code}',
  alternative: 'استخدم {alternative} بدلاً منه.',
  use: 'استخدام {alternative}',
  remove: 'إزالة',
  dismiss: 'إغلاق',
}

const LANGUAGES = 'saved expiring countdown ended'

/** `/pages/notice`: `<discount-notice>` for the real keeper, and in every state and two more languages. */
export const noticePage = (page: PageContext): Html =>
  layout(
    page,
    'Notices',
    html`<h1>Notices</h1>
      <p>What a shopper is told of a discount, by one element that a theme drops in.</p>
      <section aria-labelledby="live">
        <h2 id="live">Yours, now</h2>
        <p>
          <a href="${page.root}pages/notice?discount=SAVE10&ref=amy">Arrive by amy's link</a> to see
          one; without a discount there is nothing here.
        </p>
        <discount-notice></discount-notice>
      </section>
      <section aria-labelledby="states">
        <h2 id="states">Every state</h2>
        <ul class="notices">
          ${STATES.map(
            ([name, caption]) =>
              html`<li>
                <p>${caption}</p>
                <discount-notice data-stub="${name}"></discount-notice>
              </li>`,
          )}
        </ul>
      </section>
      <section aria-labelledby="deutsch" lang="de">
        <h2 id="deutsch">Deutsch</h2>
        <discount-notice
          data-stub="${LANGUAGES}"
          texts="${JSON.stringify(GERMAN)}"
        ></discount-notice>
      </section>
      <section aria-labelledby="arabic" lang="ar" dir="rtl">
        <h2 id="arabic">العربية</h2>
        <discount-notice
          data-stub="${LANGUAGES}"
          texts="${JSON.stringify(ARABIC)}"
        ></discount-notice>
      </section>
      <link rel="stylesheet" href="/assets/notice-page.css" nonce="${page.nonce}" />
      <script src="/assets/discount-notice.js" defer nonce="${page.nonce}"></script>
      <script src="/assets/notice-page.js" defer nonce="${page.nonce}"></script>`,
  )
