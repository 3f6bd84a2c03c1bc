import { missingCodes } from '../../has-code.js'
import type { CartChange } from '../../types.js'
import type { StoreRequest } from './request-store.js'

/** One request of a change; `code` is what it asks for. */
export interface Step extends StoreRequest {
  readonly code?: string | undefined
}

/**
 * What leads from the codes of a cart to what is wanted, one request after the other: an unknown code fails the whole list
 * it is in, and an empty list takes off every code, so each code goes alone and no list is ever empty.
 */
export const changeCart = (
  before: readonly string[],
  { attributes = {}, codes = before }: CartChange,
): readonly Step[] => {
  const gone = missingCodes(before, codes)
  const added = missingCodes(codes, before)
  return [
    ...(gone.length
      ? [{ method: 'DELETE', path: '/promotions', body: { promo_codes: gone } } as const]
      : []),
    // an empty text takes the key away
    ...(Object.keys(attributes).length
      ? [{ method: 'POST', body: { metadata: attributes } } as const]
      : []),
    ...added.map(
      (code) =>
        ({ method: 'POST', path: '/promotions', body: { promo_codes: [code] }, code }) as const,
    ),
  ]
}
