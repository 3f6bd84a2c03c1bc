import type { ConsentSource, Purpose } from '../../src/types.js'

type Answers = Partial<Record<Purpose, boolean | undefined>>

/** A consent banner that asks for both purposes. */
export const openBanner = (first: Answers = {}) => {
  let answers = first
  const watchers = new Set<() => void>()
  const source: ConsentSource = {
    attribution: () => answers.attribution,
    discount: () => answers.discount,
    watch: (changed, signal) => {
      watchers.add(changed)
      signal.addEventListener('abort', () => watchers.delete(changed))
    },
  }
  return {
    source,
    watchers,
    /** The shopper answers; what is left out stays as it was. */
    say: (next: Answers) => {
      answers = { ...answers, ...next }
      for (const changed of watchers) changed()
    },
  }
}

/** A banner that knows what was answered only once somebody listens, as the IAB's do. */
export const openShyBanner = (answers: Answers): ConsentSource => {
  let told: Answers = {}
  return {
    attribution: () => told.attribution,
    discount: () => told.discount,
    watch: (changed) => {
      told = answers
      changed()
    },
  }
}
