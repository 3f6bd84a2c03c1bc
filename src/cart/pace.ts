import type { CartSignal } from '../types.js'

/** Milliseconds: a theme's own follow-up requests come first, and two checks keep a distance a shop tolerates. */
const SETTLE = 200
const DISTANCE = 1500

/** Gathers signals into few checks. */
export interface Pace {
  readonly wake: (signal: Exclude<CartSignal, 'leaving'>) => void
  readonly run: (signal?: CartSignal) => Promise<void>
  /** True while somebody may have set the code list and it was not read since. */
  readonly inDoubt: () => boolean
  /** Lets so much time go by as a shop tolerates between two requests; false once stopped. */
  readonly pause: () => Promise<boolean>
  readonly stop: () => void
}

export const createPace = (check: (signal?: CartSignal) => Promise<void>): Pace => {
  let doubts = 0
  let last = -DISTANCE
  let pending: CartSignal | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let endPause = (): void => undefined

  const forget = (): void => {
    clearTimeout(timer)
    timer = pending = undefined
  }
  const run: Pace['run'] = async (signal) => {
    isStopped = false
    last = performance.now()
    const before = doubts
    await check(signal)
    // what was heard meanwhile is not read yet
    if (doubts === before) doubts = 0
  }

  return {
    run,
    stop: () => {
      isStopped = true
      forget()
      endPause()
    },
    pause: async () => {
      if (isStopped) return false
      await new Promise<void>((resolve) => {
        const pausing = setTimeout(resolve, DISTANCE)
        endPause = () => {
          clearTimeout(pausing)
          resolve()
        }
      })
      last = performance.now()
      return !isStopped
    },
    inDoubt: () => doubts > 0,
    wake: (signal) => {
      if (signal !== 'items') doubts++
      if (signal === 'starting') return
      pending = pending === 'codes' ? pending : signal
      const wait = performance.now() - last < DISTANCE ? DISTANCE : SETTLE
      timer ??= setTimeout(() => {
        const now = pending
        forget()
        void run(now)
      }, wait)
    },
  }
}
