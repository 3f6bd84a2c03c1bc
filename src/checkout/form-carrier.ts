import { DISCOUNT_PARAM } from '../names.js'
import type { Door, View } from './door.js'

const CHECKOUT_CONTROLS = ['checkout', 'goto_pp', 'goto_gc']
const RETURN_FIELD = 'return_to'

/**
 * Answers `submit` and `formdata`: a submission to checkout gets the door's fields unless it names a discount itself.
 * A GET form gets the discount alone. The form and its controls are never touched.
 */
export const formCarrier = (
  door: Door,
  view: View,
): ((event: SubmitEvent | FormDataEvent) => void) => {
  let submitter: HTMLElement | null = null

  return (event) => {
    if (!('formData' in event)) {
      submitter = event.defaultPrevented ? null : event.submitter
      return
    }
    const data = event.formData
    const form = event.target as HTMLFormElement
    const pressed = submitter
    submitter = null
    // Attributes, not properties: a control called `action` or `method` hides the form's own.
    const said = (name: string) =>
      pressed?.getAttribute('form' + name) ?? form.getAttribute(name) ?? ''
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
  }
}
