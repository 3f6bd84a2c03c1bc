import { isWord } from './is-word.js'
import type { Fields } from './read-json.js'

/** One question of a browser; its parts have the right shape and may still be lies. */
export interface Question {
  readonly checkout: string
  readonly word: string | undefined
  readonly ref: string | undefined
  readonly token: string | undefined
}

const isWordOrNone = (value: unknown): value is string | undefined =>
  value === undefined || isWord(value)
const isTokenOrNone = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string'

/** The question in a body, or undefined where it has not the agreed shape. Members that are not known are not read. */
export const readQuestion = (fields: Fields): Question | undefined => {
  const { checkout, discount: word, ref, token } = fields
  if (typeof checkout !== 'string' || !/^[\w-]{16,64}$/.test(checkout)) return undefined
  if (!isWordOrNone(word) || !isWordOrNone(ref) || !isTokenOrNone(token)) return undefined
  return (word ?? ref ?? token) === undefined ? undefined : { checkout, word, ref, token }
}
