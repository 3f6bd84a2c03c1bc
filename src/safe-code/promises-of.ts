import type { Landing, LinkPromise } from '../types.js'

/** What a landing promises where codes are made for each checkout: one for each word, else for the token or the ref alone. */
export const promisesOf = ({ codes, ref, token }: Landing): readonly LinkPromise[] => {
  const others: LinkPromise = { ...(token && { token }), ...(ref && { ref }) }
  if (codes.length) return codes.map((discount) => ({ discount, ...others }))
  return token || ref ? [others] : []
}
