import type { CartSignal } from '../types.js'

export interface WatchRequestsOptions {
  /** The page's window; without resource timing nothing is watched. */
  readonly view: { readonly PerformanceObserver?: typeof PerformanceObserver | undefined }
  /** URLs of our own requests that resource timing has not shown yet: each is skipped once, and taken off. */
  readonly own: string[]
  /** Whether the page has sent a request for us: it is skipped. */
  readonly isOwn?: ((entry: PerformanceEntry) => boolean) | undefined
  /** What a finished request to this URL may have changed, or undefined. */
  readonly signalOf: (url: string) => CartSignal | undefined
  readonly changed: (signal: CartSignal) => void
  readonly stop: AbortSignal
}

/** Tells of the page's own requests to the shop, which resource timing shows once they are done, until `stop` aborts. */
export const watchRequests = (options: WatchRequestsOptions): void => {
  const { changed, isOwn, own, signalOf, stop, view } = options
  if (!view.PerformanceObserver) return
  const observer = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const signal = signalOf(entry.name)
      const at = own.indexOf(entry.name)
      if (at >= 0) own.splice(at, 1)
      else if (signal && !isOwn?.(entry)) changed(signal)
    }
  })
  observer.observe({ type: 'resource' })
  stop.addEventListener('abort', () => observer.disconnect())
}
