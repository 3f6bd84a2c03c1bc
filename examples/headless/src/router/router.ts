import { createContext, useContext, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  window.addEventListener('popstate', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('popstate', changed)
  }
}

/** Shows another page of the shop, without loading it. */
export const navigate = (href: string): void => {
  history.pushState(undefined, '', href)
  window.scrollTo(0, 0)
  for (const changed of listeners) changed()
}

/** The path that the server was asked for. */
export const FirstPath = createContext('/')

/** The path of the page that is shown. */
export const usePath = (): string => {
  const first = useContext(FirstPath)
  return useSyncExternalStore(
    subscribe,
    () => location.pathname,
    () => first,
  )
}
