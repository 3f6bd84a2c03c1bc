import { LANDING_KEY } from '../names.js'

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
