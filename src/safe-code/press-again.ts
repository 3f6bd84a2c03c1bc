import type { View } from '../page.js'

const copyOf = (event: MouseEvent, view: View): MouseEvent => {
  const { clientX, clientY, detail, screenX, screenY } = event
  const where = { clientX, clientY, screenX, screenY, detail }
  return new view.MouseEvent('click', {
    ...where,
    view,
    bubbles: true,
    cancelable: true,
    composed: true,
  })
}

/** The same control where the page was drawn anew meanwhile. */
const standIn = (element: Element, { document }: View): Element | null => {
  const name = element.getAttribute('name')
  return (
    (element.id && document.getElementById(element.id)) ||
    (name ? document.querySelector(`[name="${CSS.escape(name)}"]`) : null)
  )
}

/** The same kind of click on the same spot: all who listen hear it, for the first time, and the browser acts on it. */
export const clickAgain = (event: MouseEvent, element: Element, view: View): (() => void) => {
  const [spot] = event.composedPath()
  return () => {
    if (element.isConnected) spot?.dispatchEvent(copyOf(event, view))
    else if (element instanceof view.HTMLAnchorElement) view.location.assign(element.href)
    else standIn(element, view)?.dispatchEvent(copyOf(event, view))
  }
}

/** The same submission, with the control that began it: what it says is sent. */
export const submitAgain =
  ({ submitter }: SubmitEvent, form: HTMLFormElement): (() => void) =>
  () => {
    const isThere = submitter?.isConnected && 'form' in submitter && submitter.form === form
    // a control called `requestSubmit` hides the form's own
    const submit = (control?: HTMLElement): void =>
      HTMLFormElement.prototype.requestSubmit.call(form, control)
    try {
      submit(isThere ? submitter : undefined)
    } catch {
      // what began it is no submit button any more
      submit()
    }
  }
