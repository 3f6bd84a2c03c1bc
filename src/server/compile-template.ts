import { toAscii } from './to-ascii.js'
import type { Offer } from './types.js'
import { wrongOption } from './wrong-option.js'

/** The readable part of a code for one offer: capitals, digits and single `-`, `_`, `.` between them, or `''`. */
export type Template = (offer: Offer) => string

/** Longer than any code: what comes after it has no chance to be seen. */
const LONGEST_VALUE = 100

const PLACEHOLDERS: ReadonlyMap<string, (offer: Offer) => string | undefined> = new Map([
  ['FIRSTNAME', ({ firstName }: Offer) => firstName],
  ['LASTNAME', ({ lastName }: Offer) => lastName],
  ['DISCOUNT', ({ discount }: Offer) => discount],
])
const NAMES = [...PLACEHOLDERS.keys()].map((name) => `{${name}}`).join(', ')

const clean = (text: string): string => toAscii(text).replace(/[^A-Z0-9._-]/g, '')

/** Separators stand between two characters, one at a time: what is missing leaves no hole. */
const close = (text: string): string =>
  text.replace(/([._-])[._-]+/g, '$1').replace(/^[._-]|[._-]$/g, '')

const toPart = (piece: string): Template => {
  const [, name] = /^\{(.*)\}$/.exec(piece) ?? []
  const text = clean(piece)
  if (name === undefined) return () => text
  const valueOf = PLACEHOLDERS.get(name.trim().toUpperCase())
  if (!valueOf) throw wrongOption('a template', `text with ${NAMES}`, piece)
  return (offer) => clean((valueOf(offer) ?? '').slice(0, LONGEST_VALUE))
}

/**
 * Reads a template once. Throws a `DiscountKeeperError` with code `OPTION` where it names something else than
 * `{FIRSTNAME}`, `{LASTNAME}` and `{DISCOUNT}`: call it where templates are saved, and a typing error is found there.
 */
export const compileTemplate = (template: string): Template => {
  const parts = template.split(/(\{[^{}]*\})/).map(toPart)
  return (offer) => close(parts.map((part) => part(offer)).join(''))
}

/** Text and suffix as one code. Where both are too long the text gives way, never the suffix. */
export const composeCode = (text: string, suffix: string, longest: number): string => {
  const kept = close(text.slice(0, Math.max(0, longest - suffix.length - 1)))
  return kept ? `${kept}-${suffix}` : suffix
}
