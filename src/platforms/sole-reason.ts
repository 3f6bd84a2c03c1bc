import type { CartCode, Reason } from '../types.js'

const isReason = (code: string): code is Reason => code.startsWith('DISCOUNT_')

/**
 * Shopify's warnings name no code and come in any order: the reason of the one code that takes no effect, undefined where
 * there are several, of the codes or of the reasons.
 */
export const soleReason = (
  codes: readonly Pick<CartCode, 'applicable'>[],
  warnings: readonly string[],
): Reason | undefined => {
  const refused = codes.filter(({ applicable }) => !applicable)
  const [reason, ...others] = new Set(warnings.filter(isReason))
  return refused.length === 1 && !others.length ? reason : undefined
}
