import { DISCOUNT_KEY, LANDING_KEY, REF_KEY, SEEN_KEY } from './names.js'

const KEYS: readonly string[] = [DISCOUNT_KEY, REF_KEY, SEEN_KEY, LANDING_KEY]

/** Whether an earlier page may have left something: names are looked at, nothing is read. */
export const hasTraces = (): boolean => {
  const places = [
    () => document.cookie.split(/=[^;]*;? */).some((name) => KEYS.includes(name)),
    () => KEYS.some((key) => localStorage.getItem(key)),
  ]
  return places.some((look) => {
    try {
      return look()
    } catch {
      // blocked
      return false
    }
  })
}
