import { variantOf } from './catalog.js'
import { foldCode } from './fold-code.js'
import type { CartLine, DiscountClass, DiscountCode } from './types.js'

/** Why a code takes nothing off. Only the checkout page tells; the cart JSON never does. */
export type Refusal =
  | 'unknown'
  | 'not active'
  | 'used up'
  | 'below the minimum'
  | 'nothing in the cart it is for'
  | 'does not combine'
  | 'one code too many'

/** A listed code and whether the cart as it stands may have it. */
export interface JudgedCode {
  readonly code: string
  readonly discount?: DiscountCode | undefined
  readonly refusal?: Refusal | undefined
}

/** What codes are judged against. */
export interface CodeCase {
  readonly book: ReadonlyMap<string, DiscountCode>
  readonly lines: readonly CartLine[]
  readonly subtotal: number
  readonly now: number
}

const MOST_MERCHANDISE_CODES = 5

/** The class that decides what a code combines with. */
export const classOf = (discount: DiscountCode): DiscountClass => {
  if (discount.kind === 'shipping') return 'shipping'
  return discount.products ? 'product' : 'order'
}

/** Whether a code is for this line. */
export const entitles = (discount: DiscountCode, line: CartLine): boolean => {
  const found = variantOf(line.variantId)
  return !!found && (!discount.products || discount.products.includes(found.product.handle))
}

const isActive = (discount: DiscountCode, now: number): boolean =>
  (discount.startsAt === undefined || discount.startsAt <= now) &&
  (discount.endsAt === undefined || now < discount.endsAt)

const refusalAlone = (discount: DiscountCode | undefined, given: CodeCase): Refusal | undefined => {
  if (!discount) return 'unknown'
  if (!isActive(discount, given.now)) return 'not active'
  if (discount.usageLimit !== undefined && discount.used >= discount.usageLimit) return 'used up'
  if (given.subtotal < (discount.minimumSubtotal ?? 0)) return 'below the minimum'
  const forSomething = given.lines.some((line) => entitles(discount, line))
  return forSomething ? undefined : 'nothing in the cart it is for'
}

const combine = (one: DiscountCode, other: DiscountCode): boolean =>
  one.combinesWith[classOf(other)] &&
  other.combinesWith[classOf(one)] &&
  !(classOf(one) === 'shipping' && classOf(other) === 'shipping')

const refusalBeside = (
  discount: DiscountCode,
  accepted: readonly DiscountCode[],
): Refusal | undefined => {
  if (!accepted.every((other) => combine(discount, other))) return 'does not combine'
  const merchandise = accepted.filter((other) => classOf(other) !== 'shipping')
  const full = classOf(discount) !== 'shipping' && merchandise.length >= MOST_MERCHANDISE_CODES
  return full ? 'one code too many' : undefined
}

/** Judges codes in the order they are listed: the first keeps its place, a later one has to fit beside it. */
export const judgeCodes = (codes: readonly string[], given: CodeCase): JudgedCode[] => {
  const accepted: DiscountCode[] = []
  return codes.map((code) => {
    const discount = given.book.get(foldCode(code))
    const refusal = refusalAlone(discount, given) ?? (discount && refusalBeside(discount, accepted))
    if (discount && !refusal) accepted.push(discount)
    return { code, discount, refusal }
  })
}
