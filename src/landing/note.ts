import { LANDING_KEY, MOST_CODES } from '../names.js'

/** What a link said, until it has become grants: raw text, not through the gate yet. */
export interface Note {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly codes: readonly string[]
}

/** Writes down what the URL says of codes, in the same task: the page may be left before anything else is loaded. */
export const writeNote = (url: string, names: readonly string[], now: number): void => {
  const { searchParams } = new URL(url)
  const codes = names.flatMap((name) => searchParams.getAll(name))
  try {
    if (codes.join('')) localStorage.setItem(LANDING_KEY, JSON.stringify([now, ...codes]))
  } catch {
    // blocked or full: it lives as long as the page
  }
}

/** Takes the note away and answers it; undefined where there is none that makes sense. */
export const takeNote = (): Note | undefined => {
  try {
    const text = localStorage.getItem(LANDING_KEY)
    if (!text) return undefined
    localStorage.removeItem(LANDING_KEY)
    const note: unknown = JSON.parse(text)
    if (!Array.isArray(note)) return undefined
    const [at, ...codes]: readonly unknown[] = note
    const lists = codes.flatMap((code) => String(code).split(','))
    return typeof at === 'number'
      ? { at, codes: lists.map((code) => code.trim()).slice(0, MOST_CODES) }
      : undefined
  } catch {
    return undefined
  }
}
