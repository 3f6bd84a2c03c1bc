import type { NoticeKeeper } from './find-keeper.js'
import { createPresenter } from './presenter.js'
import { ATTRIBUTES } from './read-settings.js'
import type { NoticeTexts } from './texts.js'

/** `<discount-notice>` */
export interface DiscountNoticeElement extends HTMLElement {
  /** The keeper it speaks for; without one, the page's own, as soon as it is there. */
  keeper: NoticeKeeper | undefined
  /** Texts in place of the English ones, whole or in part. */
  texts: NoticeTexts
}

const NAME = 'discount-notice'

/** Makes `<discount-notice>` known to the page, once; does nothing where there is no page. */
export const defineDiscountNotice = (
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void => {
  if (!registry || registry.get(NAME)) return
  // a class because the platform takes nothing else, and in here because servers have no HTMLElement
  registry.define(
    NAME,
    class extends HTMLElement implements DiscountNoticeElement {
      static readonly observedAttributes = ATTRIBUTES
      private readonly presenter = createPresenter(this)

      constructor() {
        super()
        // set before the element was known, they hide the accessors below
        for (const name of ['keeper', 'texts'] as const) {
          const early = Object.getOwnPropertyDescriptor(this, name)
          if (!early) continue
          Reflect.deleteProperty(this, name)
          this.presenter[name] = early.value
        }
      }

      get keeper() {
        return this.presenter.keeper
      }

      set keeper(keeper) {
        this.presenter.keeper = keeper
      }

      get texts() {
        return this.presenter.texts
      }

      set texts(texts) {
        this.presenter.texts = texts
      }

      connectedCallback() {
        this.presenter.start()
      }

      disconnectedCallback() {
        this.presenter.stop()
      }

      attributeChangedCallback() {
        this.presenter.update()
      }
    },
  )
}
