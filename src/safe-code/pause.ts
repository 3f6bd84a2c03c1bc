import type { Redraw } from '../redraw.js'
import type { Minting } from './minting.js'

export interface PauseOptions {
  readonly minting: Minting
  /** Milliseconds. */
  readonly patience: number
  readonly redraw: Redraw
}

/** One way out that waits at a time. */
export interface Pause {
  /** Has the code made where one is due. */
  readonly warm: () => void
  /** Stops the event where there is a code to wait for, and then goes on; another one on the way out is dropped meanwhile. */
  readonly take: (event: Event, goOn: () => void) => void
  /** Nobody is waiting any more: what was stopped does not go on. */
  readonly end: () => void
}

export const createPause = ({ minting, patience, redraw }: PauseOptions): Pause => {
  let waiting: object | undefined
  /** What goes on is not stopped again. */
  let isPassing = false
  /** The shopper has waited for this code already. */
  let isSpent = false

  const isDue = (): boolean => !isPassing && !isSpent && minting.due().length > 0

  const wait = async (): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isSpent = true
        minting.giveUp()
        resolve()
      }, patience)
    })
    const done = minting.mint().finally(() => {
      isSpent = false
    })
    await Promise.race([done, late]).catch(() => undefined)
    clearTimeout(timer)
  }

  const pass = (goOn: () => void): void => {
    isPassing = true
    try {
      goOn()
    } finally {
      isPassing = false
    }
  }

  return {
    warm: () => {
      if (isDue()) void minting.mint()
    },
    take: (event, goOn) => {
      if (isPassing || (!waiting && !isDue())) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (waiting) return
      const own = (waiting = {})
      const draw = redraw.hold()
      void wait().finally(() => {
        // after the page had its chance to be left
        setTimeout(draw)
        const isOn = waiting === own
        if (isOn) waiting = undefined
        if (isOn) pass(goOn)
      })
    },
    end: () => {
      waiting = undefined
    },
  }
}
