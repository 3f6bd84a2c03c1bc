import { isObject } from '../is-object.js'
import { isToken } from '../is-token.js'
import type { LinkPromise } from '../types.js'

/** What a record says of a link's promise, as far as it may have been one; undefined where nothing is left of it. */
export const readPromise = (
  said: unknown,
  gate: (value: unknown) => string | undefined,
): LinkPromise | undefined => {
  if (!isObject(said)) return undefined
  const { discount, ref, token } = said
  const promise: LinkPromise = {
    ...(gate(discount) && { discount: gate(discount) }),
    ...(isToken(token) && { token }),
    ...(gate(ref) && { ref: gate(ref) }),
  }
  return Object.keys(promise).length ? promise : undefined
}
