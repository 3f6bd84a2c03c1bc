import type { View } from './checkout/door.js'
import { DISCOUNT_KEY, REF_KEY } from './names.js'

export type { View }

export const isPrerendering = (view: View): boolean => !!Reflect.get(view.document, 'prerendering')

/** True for a reload, and for a step back to this page: nobody followed a link. */
export const isSeenAgain = ({ performance }: View): boolean => {
  const [entry] = performance.getEntriesByType('navigation')
  return /reload|back/.test(Object(entry).type)
}

/** True where a person wants to see what is kept, and why. */
export const isInspected = (view: View | undefined): boolean =>
  /[?&]discount-keeper=inspect/.test(view?.location.search ?? '')

/** Resolves when a prerendered page is looked at. */
export const whenShown = ({ document }: View): Promise<unknown> =>
  new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true })
  })

/** What relative URLs are read against. */
export const baseOf = (view: View | undefined): string =>
  view?.document.baseURI ?? 'https://localhost'

export interface PageLife {
  /** The page is being looked at, and nothing was read yet. */
  readonly shown: () => void
  /** The page has time. */
  readonly idle: () => void
  /** Other tabs wrote, or the shopper looks at this one again. */
  readonly changed: () => void
  /** The page came out of the back/forward cache: anything may have happened since. */
  readonly returned: () => void
}

/** Tells of the life of the page until the signal aborts. A prerendered page waits until it is shown. */
export const watchPage = (view: View, life: PageLife, signal: AbortSignal): void => {
  const { document } = view
  const { changed, idle, returned, shown } = life
  const calm = (): void => {
    if (!signal.aborted) idle()
  }
  const begin = (): void => {
    shown()
    // no timer: a page without a grant has none
    if (view.requestIdleCallback) view.requestIdleCallback(calm, { timeout: 1000 })
    else if (document.readyState === 'complete') queueMicrotask(calm)
    else view.addEventListener('load', calm, { once: true })
    view.addEventListener('online', changed, { signal })
    view.addEventListener('load', changed, { signal })
    view.addEventListener(
      'storage',
      ({ key }) => (!key || key === DISCOUNT_KEY || key === REF_KEY) && changed(),
      { signal },
    )
    view.addEventListener('pageshow', ({ persisted }) => persisted && returned(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden || changed(), { signal })
  }
  if (isPrerendering(view))
    document.addEventListener('prerenderingchange', begin, { once: true, signal })
  else begin()
}
