import type { TellView } from '../../../src/attribution/index.js'

interface Sent extends RequestInit {
  readonly url: string
}

type Answer = Response | Error

/** A page that remembers and sends; it answers in turn, and then 200. */
export const pageView = (answers: readonly Answer[] = [], navigator: object = {}) => {
  const left = [...answers]
  const stored = new Map<string, string>()
  const sent: Sent[] = []
  /** Another load of the page: it has nothing but the storage. */
  const load = (): TellView => ({
    navigator,
    localStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
    },
    fetch: async (input, init) => {
      sent.push({ ...init, url: input instanceof Request ? input.url : String(input) })
      const answer = left.shift() ?? new Response()
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { load, sent, stored }
}

/** A shopper who answers when they like. */
export const askedShopper = () => {
  let answer: boolean | undefined
  const listeners = new Map<() => void, AbortSignal>()
  return {
    consent: {
      attribution: () => answer,
      watch: (changed: () => void, signal: AbortSignal) => void listeners.set(changed, signal),
    },
    say: (said: boolean | undefined) => {
      answer = said
      for (const [changed, signal] of listeners) if (!signal.aborted) changed()
    },
    isWatched: () => [...listeners.values()].some(({ aborted }) => !aborted),
  }
}
