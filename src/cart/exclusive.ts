import { DISCOUNT_KEY } from '../names.js'

/**
 * Milliseconds: longer than a pass over the cart takes, with codes to be weighed, where the shop answers within two seconds.
 * Two passes at once at a slower one cost requests; no pass relies on being alone.
 */
const PATIENCE = 30_000

type Task = () => Promise<void>

/** Runs tasks one at a time, across tabs where Web Locks work; a task that rejects does not stop the next. */
export const createExclusive = (
  locks: () => LockManager | undefined,
): ((task: Task) => Promise<void>) => {
  let tail = Promise.resolve()

  const locked = async (task: Task): Promise<void> => {
    let ran: Promise<void> | undefined
    const once = (): Promise<void> => (ran ??= task())
    let timer: ReturnType<typeof setTimeout> | undefined
    // a tab that was frozen with the lock in its hand must not stop all others
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE)
    })
    try {
      await Promise.race([locks()?.request(DISCOUNT_KEY, once), patience])
    } catch {
      // where storage is blocked, request() exists and rejects
    }
    clearTimeout(timer)
    return once()
  }

  return (task) => {
    const done = tail.then(() => locked(task))
    tail = done.catch(() => undefined)
    return done
  }
}
