import { CHECKOUT_CONTROLS, RETURN_FIELD } from './form-carrier.js'

/** A control or link that takes this window to checkout. */
export interface WayOut {
  readonly element: Element
  readonly form?: HTMLFormElement | undefined
}

type IsCheckout = (url: string) => boolean

const isElement = (node: EventTarget): node is Element => (node as Partial<Node>).nodeType === 1

const LINK = 'a[href]:not([download])'
const SUBMIT = 'button:not([type]), [type=submit], [type=image]'

/** Attributes, not properties: a control called `action` or `target` hides the form's own. */
const said = (name: string, form: Element, control?: Element | null): string =>
  control?.getAttribute('form' + name) ?? form.getAttribute(name) ?? ''

const staysHere = (target: string, { ownerDocument }: Element): boolean =>
  /^(_self)?$/i.test(
    target || (ownerDocument.querySelector('base[target]')?.getAttribute('target') ?? ''),
  )

const namesCheckout = (form: HTMLFormElement, control: Element | null | undefined): boolean =>
  [...Array.from(form.elements).filter((one) => one.matches('[type=hidden]')), control].some(
    (one) => CHECKOUT_CONTROLS.includes(one?.getAttribute('name') ?? ''),
  )

/** Whether this submission leads to checkout, in this window. */
export const leadsOut = (
  form: HTMLFormElement,
  control: Element | null | undefined,
  isCheckout: IsCheckout,
): boolean => {
  const action = new URL(said('action', form, control), form.baseURI)
  const isOwn = action.origin === new URL(form.baseURI).origin
  const back = Array.from(form.elements).find((one) => one.getAttribute('name') === RETURN_FIELD)
  const isOut =
    isCheckout(action.href) ||
    (isOwn && namesCheckout(form, control)) ||
    (isOwn && !!back && isCheckout(back.getAttribute('value') ?? ''))
  return isOut && staysHere(said('target', form, control), form)
}

/** The control that Enter presses in a field of the form. */
const defaultOf = (form: HTMLFormElement): Element | undefined =>
  Array.from(form.elements).find((one) => one.matches(SUBMIT))

const formOf = (node: Element): HTMLFormElement | undefined => {
  const form: unknown = 'form' in node ? node.form : undefined
  return form instanceof HTMLFormElement ? form : undefined
}

/** What the event is about to press, where that leads to checkout in this window; else undefined. */
export const wayOutOf = (event: Event, isCheckout: IsCheckout): WayOut | undefined => {
  for (const element of event.composedPath().filter(isElement)) {
    if (element.matches(LINK)) {
      const isOut = isCheckout(element.getAttribute('href') ?? '')
      return isOut && staysHere(element.getAttribute('target') ?? '', element)
        ? { element }
        : undefined
    }
    const form = formOf(element)
    const isPressed = element.matches(SUBMIT)
    if (form && (isPressed || event.type === 'keydown'))
      return leadsOut(form, isPressed ? element : defaultOf(form), isCheckout)
        ? { element, form }
        : undefined
  }
  return undefined
}
