import { DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE } from '../attribute-names.js'
import { isObject } from '../is-object.js'
import type { Cart } from '../types.js'

/** More than any discount needs. */
const MOST = 5
/** What a cart shows to the page: names that begin with `_` are for the shop's eyes in some shops. */
const NAME = /^[A-Za-z][\w-]{0,63}$/
const VALUE = /^[!-~][ -~]{0,254}$/

const isOurs = (name: string): boolean =>
  [DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE].includes(name.toLowerCase())

/**
 * The cart attributes that an endpoint answered, one to five: names of up to 64 letters, digits, `_` and `-`, values of up to
 * 255 printable ASCII characters. Undefined where one of them is not, or is one of those that the keeper itself writes.
 */
export const readAttributes = (said: unknown): Cart['attributes'] | undefined => {
  const pairs = isObject(said) ? Object.entries(said) : []
  const isRight =
    pairs.length > 0 &&
    pairs.length <= MOST &&
    pairs.every(
      ([name, value]) =>
        NAME.test(name) && !isOurs(name) && typeof value === 'string' && VALUE.test(value),
    )
  return isRight
    ? Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]))
    : undefined
}
