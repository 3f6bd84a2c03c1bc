import { onTestFinished, vi } from 'vitest'

import { startCarriers } from '../../src/checkout/carriers.js'
import type { Door, View } from '../../src/checkout/door.js'

const ATTRIBUTE = 'attributes[cc-discount-code]'

/** A door as the keeper would open it, for paths that start with `/checkout`; counts nothing, remembers nothing. */
export const openDoor = (changes: Partial<Door> = {}): Door => ({
  rewrite: (url) =>
    /^(http:\/\/localhost:3000)?\/checkout/.test(url) && !url.includes('discount=')
      ? url + '?discount=SAVE10'
      : url,
  fields: () => ({ discount: 'SAVE10', [ATTRIBUTE]: 'SAVE10' }),
  ...changes,
})

/** jsdom's window with a location that records, and a Navigation API only if one is given. */
export const openView = (navigation?: EventTarget) => {
  const location = { origin: window.location.origin, assign: vi.fn(), replace: vi.fn() }
  const timers: (() => void)[] = []
  const view = {
    AbortController: window.AbortController,
    addEventListener: window.addEventListener.bind(window),
    document,
    location,
    navigation,
    setTimeout: (run: () => void) => timers.push(run),
  } as unknown as View
  const runTimers = () => timers.splice(0).forEach((run) => run())
  return { view, location, runTimers, timers }
}

/** The page with this content, carriers started until the test is over; `clickOn` tells the href that the browser would have followed. */
export const openPage = (content: string, changes: Partial<Door> = {}) => {
  document.body.replaceChildren(document.createRange().createContextualFragment(content))
  const opened = openView()
  const stop = startCarriers(openDoor(changes), opened.view)
  onTestFinished(stop)
  const link = () => document.querySelector('a') as HTMLAnchorElement
  const form = () => document.querySelector('form') as HTMLFormElement
  return { ...opened, stop, link, form }
}

/** The href the browser would have followed; `undefined` where the click was taken over. */
export const clickOn = (target: Element, init: MouseEventInit = {}, type = 'click') => {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init })
  let followed: string | null | undefined
  // The window's parent is nobody: what is read right after the last listener is what the browser reads.
  const link = target.closest('a')
  const readLast = () => {
    if (!event.defaultPrevented) followed = link?.getAttribute('href')
    event.preventDefault()
  }
  const readAfterAll = () => window.addEventListener(type, readLast, { once: true })
  window.addEventListener(type, readAfterAll, { capture: true, once: true })
  target.dispatchEvent(event)
  return followed
}

/** The form's data as every reader of it gets it, scripts included. */
export const collect = (form: HTMLFormElement) => {
  const formData = new FormData(form)
  form.dispatchEvent(Object.assign(new Event('formdata', { bubbles: true }), { formData }))
  return Object.fromEntries(formData)
}

/** What the browser would send for a submission by this control. */
export const submit = (form: HTMLFormElement, submitter: HTMLElement | null = null) => {
  form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }))
  return collect(form)
}
