export interface WatchEventsOptions {
  readonly view: Window
  /** Where the vendor tells of answers. */
  readonly target: EventTarget
  readonly events: readonly string[]
  readonly changed: () => void
  readonly signal: AbortSignal
}

/**
 * Calls back on each of the vendor's events, and when the page is parsed and loaded: a vendor whose script turned up without
 * a word is found then. Nothing is polled.
 */
export const watchEvents = (options: WatchEventsOptions): void => {
  const { changed, events, signal, target, view } = options
  const tell = (): void => changed()
  for (const event of events) target.addEventListener(event, tell, { signal })
  view.document.addEventListener('DOMContentLoaded', tell, { signal })
  view.addEventListener('load', tell, { signal })
}
