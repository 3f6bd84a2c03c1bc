import type { WayOut } from '../checkout/way-out.js'
import { leadsOut, wayOutOf } from '../checkout/way-out.js'
import type { View } from '../page.js'
import { createPause } from './pause.js'
import type { PauseOptions } from './pause.js'
import { clickAgain, submitAgain } from './press-again.js'

export interface HoldOptions extends PauseOptions {
  readonly view: View
  readonly isCheckout: (url: string) => boolean
}

const WARM = ['pointerdown', 'touchstart', 'keydown']

const isPlain = ({ altKey, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey

/** A press that is about to become a click. */
const isPress = (event: Event): boolean =>
  !('key' in event) || event.key === 'Enter' || event.key === ' '

/**
 * Until the signal aborts, a press on something that leads this window to checkout has the code made, and the way out waits for
 * it, for as long as the patience lasts. The event is stopped before anybody else hears of it and comes again afterwards, so that
 * every listener hears it once. Clicks that open a new window, POSTs that a script submits and steps within the page never wait;
 * nor does any way out where there is nothing to wait for. Where anything fails, the shopper goes.
 */
export const startHold = (options: HoldOptions, signal: AbortSignal): void => {
  const { isCheckout, view } = options
  const pause = createPause(options)

  const out = (event: Event): WayOut | undefined => wayOutOf(event, isCheckout)
  const safely =
    <E extends Event>(listen: (event: E) => void) =>
    (event: Event): void => {
      try {
        // each is added for events of its own kind only
        listen(event as E) // oxlint-disable-line no-unsafe-type-assertion
      } catch {}
    }

  const warm = safely((event) => {
    if (isPress(event) && out(event)) pause.warm()
  })
  const click = safely((event: MouseEvent) => {
    const way = isPlain(event) && !event.defaultPrevented ? out(event) : undefined
    if (way) pause.take(event, clickAgain(event, way.element, view))
    // the shopper goes elsewhere
    else if (event.composedPath().some((node) => node instanceof view.HTMLAnchorElement))
      pause.end()
  })
  const submit = safely((event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof view.HTMLFormElement)) return
    if (leadsOut(form, event.submitter, isCheckout)) pause.take(event, submitAgain(event, form))
  })
  const navigate = safely((event: NavigateEvent) => {
    const { cancelable, destination, downloadRequest, formData, navigationType } = event
    const isStep = destination.sameDocument || !/push|replace/.test(navigationType)
    if (!cancelable || formData || isStep || typeof downloadRequest === 'string') return
    const verb = navigationType === 'push' ? 'assign' : 'replace'
    const { url } = destination
    if (isCheckout(url)) pause.take(event, () => view.location[verb](url))
    else pause.end()
  })

  const capture = { capture: true, signal }
  for (const type of WARM) view.addEventListener(type, warm, { ...capture, passive: true })
  view.addEventListener('click', click, capture)
  view.addEventListener('submit', submit, capture)
  view.addEventListener('pagehide', pause.end, { signal })
  // in front of the carriers, which put codes on the URL
  const navigation: Navigation | undefined = view.navigation
  navigation?.addEventListener('navigate', navigate, capture)
  signal.addEventListener('abort', pause.end)
}
