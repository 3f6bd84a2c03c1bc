import { TOLD_KEY } from '../../names.js'

/** Orders that are remembered; a shopper does not reload the thank-you page of an older one. */
const MOST = 20

/** What was told already, in this browser. */
export interface ToldMemory {
  readonly has: (key: string) => boolean
  readonly add: (key: string) => void
  readonly remove: (key: string) => void
}

/** What a page remembers in. */
export interface RemembersIn {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>
}

// storage may be blocked, full, or lie: the page remembers by itself as long as it lasts
const pages = new WeakMap<RemembersIn, Set<string>>()

const parse = (text: string | null): readonly string[] => {
  const value: unknown = JSON.parse(text ?? '[]')
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Remembers in the page's storage; where that does not work, as long as the page lasts. Never throws. */
export const toldMemory = (view: RemembersIn): ToldMemory => {
  const here = pages.get(view) ?? new Set<string>()
  pages.set(view, here)
  const read = (): readonly string[] => {
    try {
      return parse(view.localStorage.getItem(TOLD_KEY))
    } catch {
      return []
    }
  }
  const write = (keys: readonly string[]): void => {
    try {
      view.localStorage.setItem(TOLD_KEY, JSON.stringify(keys.slice(-MOST)))
    } catch {
      // the page remembers
    }
  }
  return {
    has: (key) => here.has(key) || read().includes(key),
    add: (key) => {
      here.add(key)
      write([...read().filter((one) => one !== key), key])
    },
    remove: (key) => {
      here.delete(key)
      write(read().filter((one) => one !== key))
    },
  }
}
