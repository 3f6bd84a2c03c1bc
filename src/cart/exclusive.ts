import { DISCOUNT_KEY } from '../names.js'

/**
 * Milliseconds: longer than a pass over the cart takes, with codes to be weighed, where the shop answers within two seconds.
 * Two passes at once at a slower one cost requests; no pass relies on being alone.
 */
const PATIENCE = 30_000

type Task = () => Promise<void>

/** As much of a window as tasks need to take turns. */
export interface LockView extends EventTarget {
  readonly navigator: { readonly locks?: LockManager | undefined }
}

/** Runs tasks one at a time, across tabs where Web Locks work; a task that rejects does not stop the next. */
export const createExclusive = (
  view: () => LockView | undefined,
): ((task: Task) => Promise<void>) => {
  let tail = Promise.resolve()

  const locked = async (task: Task): Promise<void> => {
    const page = view()
    const waiting = new AbortController()
    let isLeft = false
    const leave = (): void => {
      isLeft = true
      waiting.abort()
    }
    let ran: Promise<void> | undefined
    const once = (): Promise<void> => (ran ??= task())
    // a tab that was frozen with the lock in its hand must not stop all others
    const timer = setTimeout(() => waiting.abort(), PATIENCE)
    // Firefox gives the lock also to a page that went to the back/forward cache as it waited, and it keeps it there
    page?.addEventListener('pagehide', leave)
    try {
      await page?.navigator.locks?.request(DISCOUNT_KEY, { signal: waiting.signal }, once)
    } catch {
      // where storage is blocked, request() exists and rejects
    }
    clearTimeout(timer)
    page?.removeEventListener('pagehide', leave)
    if (ran || !isLeft) return once()
    await new Promise((resolve) => {
      page?.addEventListener('pageshow', resolve, { once: true })
    })
    return locked(task)
  }

  return (task) => {
    const done = tail.then(() => locked(task))
    tail = done.catch(() => undefined)
    return done
  }
}
