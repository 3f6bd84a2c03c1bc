import type { View } from '../../src/page.js'

export interface OpenViewOptions {
  readonly url?: string
  /** How the page came about. @default 'navigate' */
  readonly type?: 'navigate' | 'reload' | 'back_forward'
  readonly prerendering?: boolean
  /** The page that led here. @default '' */
  readonly referrer?: string
  /** Whether the tab showed another page of this origin before. @default false */
  readonly isOnward?: boolean
  /** Whether another page shows this one in a frame. @default false */
  readonly isFramed?: boolean
  /** Whether it was opened where nobody looks. @default false */
  readonly isHidden?: boolean
  readonly navigator?: object
  readonly state?: unknown
  /** Whether the browser has the Navigation API. @default true */
  readonly hasNavigation?: boolean
}

interface Listening {
  readonly type: string
  readonly isOver: () => boolean
}

const ORIGIN = 'http://localhost:3000'

/** A target that knows who listens. */
const openTarget = (listening: Listening[]) => {
  const target = new EventTarget()
  const add = target.addEventListener.bind(target)
  target.addEventListener = (type, listener, options) => {
    const { once = false, signal } = typeof options === 'object' ? options : {}
    let wasHeard = false
    const heard = (event: Event): void => {
      wasHeard = once
      if (typeof listener === 'function') listener.call(target, event)
    }
    listening.push({ type, isOver: () => wasHeard || signal?.aborted === true })
    add(type, heard, options)
  }
  return target
}

/** One page of the storefront: its URL, its history and its events are its own, storage is the browser's. */
export const openView = (options: OpenViewOptions = {}) => {
  const {
    hasNavigation = true,
    isFramed = false,
    isHidden = false,
    isOnward,
    referrer = '',
    navigator = {},
    prerendering = false,
    state,
    type = 'navigate',
    url = '/',
  } = options
  const listening: Listening[] = []
  let at = new URL(url, ORIGIN)
  const name = at.href
  const history = {
    state,
    pushState: (next: unknown, _: string, to: string) => history.replaceState(next, _, to),
    replaceState: (next: unknown, _: string, to: string) => {
      history.state = next
      at = new URL(to, at)
    },
  }
  const location = {
    get href() {
      return at.href
    },
    get search() {
      return at.search
    },
    get pathname() {
      return at.pathname
    },
    get hash() {
      return at.hash
    },
    origin: ORIGIN,
  }
  const document = Object.assign(openTarget(listening), {
    hidden: isHidden,
    referrer,
    prerendering,
    readyState: 'complete',
    get baseURI() {
      return at.href
    },
  })
  const activation = { from: isOnward }
  const navigation = hasNavigation
    ? Object.assign(openTarget(listening), { activation })
    : undefined
  const step = (navigationType: string, older: string): void => {
    const event = Object.assign(new Event('currententrychange'), { navigationType })
    if (navigation) navigation.dispatchEvent(event)
    else view.dispatchEvent(new Event(older))
  }
  const view = Object.assign(openTarget(listening), {
    AbortController: window.AbortController,
    document,
    history,
    location,
    navigation,
    navigator,
    performance: { getEntriesByType: () => [{ type, name }] },
    setTimeout: window.setTimeout,
  }) as unknown as View
  Object.assign(view, { top: isFramed ? window : view })
  return {
    view,
    document,
    history,
    location,
    /** Types of the events that somebody on this page waits for. */
    heard: () => listening.filter(({ isOver }) => !isOver()).map((listener) => listener.type),
    /** A router of the page shows another URL. */
    push: (to: string) => {
      history.pushState({}, '', to)
      step('push', 'click')
    },
    /** The shopper goes back to a URL of the same page. */
    pop: (to: string) => {
      history.replaceState({}, '', to)
      step('traverse', 'popstate')
    },
    show: () => {
      document.prerendering = false
      document.dispatchEvent(new Event('prerenderingchange'))
    },
    look: (isLooking = true) => {
      document.hidden = !isLooking
      document.dispatchEvent(new Event('visibilitychange'))
    },
    /** Another tab wrote to local storage. */
    storageChanged: (key: string) =>
      view.dispatchEvent(Object.assign(new Event('storage'), { key })),
    restore: () => view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
  }
}
