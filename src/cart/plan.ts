import type { Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import type { Cart, CartChange } from '../types.js'

const isTyped = ({ source }: Entry): boolean => source === 'shopper'

/** Codes in force, the shopper's own first, then the newest: where only one can be honoured, it is that one. */
export const desiredCodes = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(isLive)
    .reverse()
    .sort((one, other) => Number(isTyped(other)) - Number(isTyped(one)))
    .map(({ code }) => code)

/** Differs whenever a settled cart has something to do again. */
export const fingerprint = (entries: readonly Entry[], attributes: Cart['attributes']): string =>
  [
    // promised anew, a code is looked for anew
    ...entries.map((entry) => isLive(entry) && entry.code + entry.grantedAt).filter(Boolean),
    ...entries.map((entry) => !isLive(entry) && entry.cart && '-' + entry.code).filter(Boolean),
    ...Object.entries(attributes)
      .filter(([, value]) => value)
      .map(String)
      .sort(),
  ].join()

/**
 * The smallest write that brings the cart to what is desired, or undefined. Codes that are not ours keep their place and
 * spelling; only codes of ours that are over leave.
 */
export const plan = (
  cart: Cart,
  entries: readonly Entry[],
  attributes: Cart['attributes'],
): CartChange | undefined => {
  const have = cart.codes ?? []
  const stay = have.filter(({ code }) => {
    const entry = find(entries, code)
    return !entry || isLive(entry) || entry.cart !== cart.id
  })
  const missing = entries.filter((entry) => isLive(entry) && !find(have, entry.code))
  const codes = [
    ...desiredCodes(missing.filter(isTyped)),
    ...stay.map(({ code }) => code),
    ...desiredCodes(missing.filter((entry) => !isTyped(entry))),
  ]
  const differing = Object.entries(attributes).filter(
    ([name, value]) => value !== (cart.attributes[name] ?? ''),
  )
  const isRight = !missing.length && stay.length === have.length
  if (isRight && !differing.length) return undefined
  return {
    codes: isRight ? undefined : codes,
    attributes: differing.length ? Object.fromEntries(differing) : undefined,
  }
}
