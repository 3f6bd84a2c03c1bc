import { LANDING_KEY } from '../names.js'

/** As many characters as the most codes with their commas have. */
const LONGEST = 520
const MOST_NOTES = 3

/**
 * Writes down what the URL says of codes, in the same task: the page may be left before anything else is loaded. Earlier
 * notes that nobody has read yet stay. Answers the note as text, `''` for none.
 */
export const writeNote = (url: string, names: readonly string[], now: number): string => {
  const { searchParams } = new URL(url)
  const codes = names.flatMap((name) => searchParams.getAll(name))
  const list = codes.filter(Boolean).join().slice(0, LONGEST)
  if (!list) return ''
  const note = [now, list]
  try {
    const earlier: unknown = JSON.parse(localStorage.getItem(LANDING_KEY) ?? '[]')
    const notes = [...(Array.isArray(earlier) ? earlier : []), note].slice(-MOST_NOTES)
    localStorage.setItem(LANDING_KEY, JSON.stringify(notes))
  } catch {
    // blocked or full: it lives as long as the page
  }
  return JSON.stringify(note)
}
