import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { lookUp } from './look-up.js'

/** Undefined while nobody has answered. */
export type ConsentAnswer = () => boolean | undefined | PromiseLike<boolean | undefined>

export interface FromFunctionOptions {
  /** Left out, the discount is functional. */
  readonly discount?: ConsentAnswer | undefined
  /** Calls back when there may be another answer, until the signal aborts. */
  readonly watch?: ConsentSource['watch']
}

interface Asking {
  readonly answer: () => unknown
  /** A promise was the answer once; from now on another is asked for. */
  readonly again: () => void
}

const createAsking = (ask: ConsentAnswer, settled: () => void): Asking => {
  let isAsked = false
  let turn = 0
  let kept: boolean | undefined

  const take = (mine: number, answer: boolean | undefined): void => {
    // an older promise may come after a newer one
    if (mine !== turn || answer === kept) return
    kept = answer
    settled()
  }
  return {
    answer: () => {
      if (isAsked) return kept
      const answer = ask()
      if (typeof lookUp(answer, 'then') !== 'function') return answer
      isAsked = true
      const mine = ++turn
      void Promise.resolve(answer).then(
        (value) => take(mine, value),
        () => take(mine, undefined),
      )
      return kept
    },
    again: () => {
      isAsked = false
    },
  }
}

/**
 * A function of the page's own. A plain answer is asked for each time; a promise is asked for once, and again after `watch`
 * called back. Until it settles the last answer stands, and a promise that rejects is no answer.
 */
export const fromFunction = (
  attribution: ConsentAnswer,
  { discount, watch }: FromFunctionOptions = {},
): ConsentSource => {
  const watching = new Set<() => void>()
  const settled = (): void => {
    for (const changed of watching) changed()
  }
  const asking = createAsking(attribution, settled)
  const discountAsking = discount && createAsking(discount, settled)
  return createSource({
    attribution: [asking],
    discount: discountAsking && [discountAsking],
    ask: ({ answer }) => answer(),
    watch: (changed, signal) => {
      if (signal.aborted) return
      watching.add(changed)
      signal.addEventListener('abort', () => watching.delete(changed), { once: true })
      watch?.(() => {
        asking.again()
        discountAsking?.again()
        if (!signal.aborted) changed()
      }, signal)
    },
  })
}
