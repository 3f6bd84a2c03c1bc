import { LANDING_KEY, MOST_CODES } from '../names.js'

/** What a link said, until it has become grants: raw text, not through the gate yet. */
export interface Note {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly codes: readonly string[]
}

const toNote = (note: unknown): readonly Note[] => {
  const [at, list]: readonly unknown[] = Array.isArray(note) ? note : []
  if (typeof at !== 'number' || typeof list !== 'string') return []
  return [{ at, codes: list.split(',', MOST_CODES).map((code) => code.trim()) }]
}

/** Takes the notes away and answers those that make sense, oldest first, without the page's own. Never throws. */
export const takeNotes = (own = ''): readonly Note[] => {
  try {
    const text = localStorage.getItem(LANDING_KEY)
    if (!text) return []
    localStorage.removeItem(LANDING_KEY)
    const notes: unknown = JSON.parse(text)
    return (Array.isArray(notes) ? notes : [])
      .filter((note) => JSON.stringify(note) !== own)
      .flatMap(toNote)
  } catch {
    return []
  }
}
