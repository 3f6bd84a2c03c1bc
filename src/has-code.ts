import { isSame } from './is-same.js'

type Codes = readonly string[]

/** Whether a list names a code, in whatever case. */
export const hasCode = (codes: Codes, code: string): boolean =>
  codes.some((other) => isSame(other, code))

/** Codes that a list does not name. */
export const missingCodes = (codes: Codes, list: Codes): Codes =>
  codes.filter((code) => !hasCode(list, code))
