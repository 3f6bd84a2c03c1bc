import { LANDING_KEY, MOST_CODES } from '../names.js'

/** What a link said, until it has become grants: raw text, not through the gate yet. */
export interface Note {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly codes: readonly string[]
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
