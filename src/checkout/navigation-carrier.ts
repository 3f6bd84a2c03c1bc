import type { Door, View } from './door.js'

/** Answers `navigate` events: what leads this window to checkout is sent again with the codes on it, once. */
export const navigationCarrier = (door: Door, view: View): ((event: NavigateEvent) => void) => {
  let sending = false

  return (event) => {
    const { destination, navigationType } = event
    if (
      sending ||
      !event.cancelable ||
      event.defaultPrevented ||
      event.formData ||
      destination.sameDocument ||
      navigationType === 'reload' ||
      // A link's bare `download` reads as an empty string.
      typeof event.downloadRequest === 'string'
    )
      return
    const to = door.rewrite(destination.url)
    if (to === destination.url) return
    // Throws for what no browser could open, while the shopper's own navigation still stands.
    new URL(to)
    event.preventDefault()
    sending = true
    view.location[navigationType === 'push' ? 'assign' : 'replace'](to)
    sending = false
  }
}
