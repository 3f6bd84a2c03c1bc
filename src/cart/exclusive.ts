import { DISCOUNT_KEY } from '../names.js'

type Task = () => Promise<void>

/** Runs tasks one at a time, across tabs where Web Locks work; a task that rejects does not stop the next. */
export const createExclusive = (
  locks: () => LockManager | undefined,
): ((task: Task) => Promise<void>) => {
  let tail = Promise.resolve()

  const locked = async (task: Task): Promise<void> => {
    let ran: Promise<void> | undefined
    const once = (): Promise<void> => (ran ??= task())
    try {
      await locks()?.request(DISCOUNT_KEY, once)
    } catch {
      // where storage is blocked, request() exists and rejects
    }
    return once()
  }

  return (task) => {
    const done = tail.then(() => locked(task))
    tail = done.catch(() => undefined)
    return done
  }
}
