import { DISCOUNT_PARAM } from '../names.js'
import type { Door, View } from './door.js'

/** The two halves of one carrier: which control was pressed is told by one event, what is sent by the next. */
export interface FormCarrier {
  readonly submit: (event: SubmitEvent) => void
  readonly formdata: (event: FormDataEvent) => void
}

/** Names of controls that lead a cart form to checkout. */
export const CHECKOUT_CONTROLS: readonly string[] = ['checkout', 'goto_pp', 'goto_gc']
/** The field that names where a form leads afterwards. */
export const RETURN_FIELD = 'return_to'

/**
 * A submission to checkout gets the door's fields unless it names a discount itself, a GET form the discount alone.
 * The form and its controls are never touched.
 */
export const formCarrier = (door: Door, view: View): FormCarrier => {
  let submitter: Element | null = null

  return {
    submit: (event) => {
      submitter = event.defaultPrevented ? null : event.submitter
    },
    formdata: ({ formData: data, target }) => {
      const pressed = submitter
      const form: Partial<Element> | null = target
      submitter = null
      // Attributes, not properties: a control called `action` or `method` hides the form's own.
      const said = (name: string) =>
        pressed?.getAttribute('form' + name) ?? form?.getAttribute?.(name) ?? ''
      const action = new URL(said('action'), view.document.baseURI)
      if (data.has(DISCOUNT_PARAM) || action.searchParams.has(DISCOUNT_PARAM)) return

      const leaves = door.rewrite(action.href) !== action.href
      if (!leaves && action.origin !== view.location.origin) return
      const back = data.get(RETURN_FIELD)
      if (typeof back === 'string') data.set(RETURN_FIELD, door.rewrite(back))
      if (!leaves && !CHECKOUT_CONTROLS.some((name) => data.has(name))) return
      const isPost = /^post$/i.test(said('method'))
      for (const [name, value] of Object.entries(door.fields()))
        if ((isPost || name === DISCOUNT_PARAM) && !data.get(name)) data.set(name, value)
    },
  }
}
