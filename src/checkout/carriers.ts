import { clickCarrier } from './click-carrier.js'
import type { Door, View } from './door.js'
import { formCarrier } from './form-carrier.js'
import { navigationCarrier } from './navigation-carrier.js'

/** A failing carrier leaves the shopper's own way out as it was. */
const safely =
  <E extends Event>(carry: (event: E) => void) =>
  (event: Event): void => {
    try {
      // Each carrier is added for events of its own kind only.
      carry(event as E) // oxlint-disable-line no-unsafe-type-assertion
    } catch {}
  }

/** Every way out to checkout asks the door from now on, until the returned function is called. */
export const startCarriers = (door: Door, view: View): (() => void) => {
  const stopped = new view.AbortController()
  const { signal } = stopped
  const navigation: Navigation | undefined = view.navigation
  const carryClick = safely(clickCarrier(door, view, signal))
  const form = formCarrier(door, view)
  const noteSubmit = safely(form.submit)
  const carryForm = safely(form.formdata)

  const carryForms = (root: EventTarget) => {
    root.addEventListener('submit', noteSubmit, { signal })
    root.addEventListener('formdata', carryForm, { signal })
  }
  const prepare = safely((event) => {
    // Added anew for each click, it is the last to hear: scripts that take a click over have seen the link's own `href`.
    view.addEventListener(event.type, carryClick, { once: true, signal })
    // Form events end at their shadow root; the click that leads to them names the open ones.
    for (const node of event.composedPath())
      if ((node as Partial<Node>).nodeType === 11) carryForms(node)
  })
  carryForms(view)
  for (const type of ['click', 'auxclick'])
    view.addEventListener(type, prepare, { capture: true, signal })
  navigation?.addEventListener('navigate', safely(navigationCarrier(door, view)), { signal })
  return () => stopped.abort()
}
