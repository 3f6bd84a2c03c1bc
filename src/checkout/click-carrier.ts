import type { Door, View } from './door.js'

const isLink = (node: EventTarget): node is Element =>
  (node as Partial<Element>).matches?.('a[href]:not([download])') === true

/**
 * Answers `click` and `auxclick`: a link to checkout leads there with the codes for the length of that one event, in
 * this window or a new one, and then its `href` reads as before. Should be the last to hear of the event.
 */
export const clickCarrier =
  (door: Door, view: View, signal: AbortSignal): ((event: MouseEvent) => void) =>
  (event) => {
    const link = event.composedPath().find(isLink)
    if (!link || event.defaultPrevented || event.button > 1) return
    const href = link.getAttribute('href') ?? ''
    const to = door.rewrite(href)
    if (to === href) return
    const putBack = () => {
      if (link.getAttribute('href') === to) link.setAttribute('href', href)
    }
    link.setAttribute('href', to)
    signal.onabort = putBack
    view.setTimeout(putBack)
  }
