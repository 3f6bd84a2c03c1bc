import { call, lookUp } from './look-up.js'

type Heard = (data: unknown, success: unknown) => void

export interface ListenLateOptions {
  readonly view: Window
  /** The global function of the framework. */
  readonly api: string
  /** What the function is called with, to listen and to listen no more. */
  readonly add: (heard: Heard) => readonly unknown[]
  readonly remove: (listenerId: unknown) => readonly unknown[]
  readonly heard: (data: unknown) => void
  readonly signal: AbortSignal
}

/**
 * Listens to an API of the IAB: from now on, or from when the page is parsed or loaded. The frameworks demand a stub of their
 * API in the head of the page, so what is not there by then breaks their rules. Nothing is polled.
 */
export const listenLate = (options: ListenLateOptions): void => {
  const { add, api, heard, remove, signal, view } = options
  let isListening = false
  let listenerId: unknown

  const safely =
    (action: () => void): (() => void) =>
    () => {
      try {
        action()
      } catch {
        // another script's mistake
      }
    }
  const leave = safely(() => {
    if (listenerId !== undefined) call(view, api, ...remove(listenerId))
    listenerId = undefined
  })
  const hear: Heard = (data, success) => {
    if (success !== true) return
    listenerId = lookUp(data, 'listenerId')
    if (signal.aborted) leave()
    else heard(data)
  }
  const attempt = safely(() => {
    if (isListening || signal.aborted || typeof lookUp(view, api) !== 'function') return
    isListening = true
    call(view, api, ...add(hear))
  })
  attempt()
  view.document.addEventListener('DOMContentLoaded', attempt, { signal })
  view.addEventListener('load', attempt, { signal })
  signal.addEventListener('abort', leave, { once: true })
}
