import type { Entry } from '../grant/entry.js'
import { find, isTyped, isWanted } from '../grant/entry.js'
import type { Cart, CartChange } from '../types.js'

/** Codes in force, the shopper's own first, then the newest: where only one can be honoured, it is that one. */
export const desiredCodes = (entries: readonly Entry[]): readonly string[] =>
  entries
    .filter(isWanted)
    .reverse()
    .sort((one, other) => Number(isTyped(other)) - Number(isTyped(one)))
    .map(({ code }) => code)

/** Differs whenever a settled cart has something to do again. */
export const fingerprint = (entries: readonly Entry[], attributes: Cart['attributes']): string =>
  [
    // promised anew, a code is looked for anew
    ...entries.map((entry) => isWanted(entry) && entry.code + entry.grantedAt).filter(Boolean),
    ...entries.map((entry) => !isWanted(entry) && entry.cart && '-' + entry.code).filter(Boolean),
    ...Object.entries(attributes)
      .filter(([, value]) => value)
      .map(String)
      .sort(),
  ].join()

/** What of the wanted attributes the cart does not say, or undefined. */
export const differing = (
  wanted: Cart['attributes'],
  { attributes }: Cart,
): Cart['attributes'] | undefined => {
  const others = Object.entries(wanted).filter(
    ([name, value]) => value !== (attributes[name] ?? ''),
  )
  return others.length ? Object.fromEntries(others) : undefined
}

/**
 * The smallest write that brings the cart to what is desired, or undefined. Codes that are not ours keep their place and
 * spelling; only codes of ours that are over or lost leave.
 */
export const plan = (
  cart: Cart,
  entries: readonly Entry[],
  attributes: Cart['attributes'],
): CartChange | undefined => {
  const have = cart.codes ?? []
  const stay = have.filter(({ code }) => {
    const entry = find(entries, code)
    return !entry || isWanted(entry) || entry.cart !== cart.id
  })
  const missing = entries.filter((entry) => isWanted(entry) && !find(have, entry.code))
  const codes = [
    ...desiredCodes(missing.filter(isTyped)),
    ...stay.map(({ code }) => code),
    ...desiredCodes(missing.filter((entry) => !isTyped(entry))),
  ]
  const others = differing(attributes, cart)
  const isRight = !missing.length && stay.length === have.length
  return isRight && !others ? undefined : { codes: isRight ? undefined : codes, attributes: others }
}
