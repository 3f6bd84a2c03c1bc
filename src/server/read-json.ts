import { readBytes } from './read-bytes.js'
import type { Verdict } from './verdicts.js'
import { invalid } from './verdicts.js'

/** Bytes. */
export const LARGEST_BODY = 4096

const NO_JSON = invalid(400, 'Its body was no JSON object.')

export type Fields = Readonly<Record<string, unknown>>
export type ReadResult = { readonly fields: Fields } | { readonly verdict: Verdict }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const tooLarge = (most: number): ReadResult => ({
  verdict: invalid(413, `Its body had more than ${most} bytes.`),
})

/** The JSON object in a body of at most so many bytes. Never rejects, however deep, long or broken the body is. */
export const readJson = async (
  { body, headers }: Request,
  most: number = LARGEST_BODY,
): Promise<ReadResult> => {
  if (Number(headers.get('content-length')) > most) return tooLarge(most)
  try {
    const bytes = await readBytes(body, most)
    if (!bytes) return tooLarge(most)
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isFields(json) ? { fields: json } : { verdict: NO_JSON }
  } catch {
    return { verdict: NO_JSON }
  }
}
