import { isSame } from '../is-same.js'
import type { CartCode, Grant } from '../types.js'
import type { KnownTerms, TermsOf } from './terms.js'

/** What the shopper's cart says, where it is known. Money in minor units. */
export interface CartFacts {
  /** What the items cost, discounts aside. */
  readonly worth: number
  readonly discount: number
  readonly codes: readonly CartCode[]
}

export interface PriceOptions {
  /** Those in force. */
  readonly grants: readonly Grant[]
  readonly terms: TermsOf
  readonly cart: CartFacts | undefined
}

/** What is taken off a price, rounded to the nearest minor unit, halves up. */
const off = (amount: number, { amountEach = 0, percentage = 0 }: KnownTerms): number =>
  Math.min(amount, amountEach + Math.round((amount * percentage) / 100))

/** The shop's word, which comes before the merchant's. */
const told = (cart: CartFacts | undefined): KnownTerms | undefined => {
  const { percentage } = cart?.codes[0] ?? {}
  return percentage ? { percentage } : undefined
}

/** The merchant's word, as far as it says what happens to the price of any one product. */
const promised = (amount: number, terms: KnownTerms, worth: number): KnownTerms | undefined => {
  const { amountEach, amountOff, everyProduct, minimum = 0, percentage } = terms
  const isOne = (amountEach === undefined) !== (percentage === undefined)
  return everyProduct && isOne && amountOff === undefined && worth + amount >= minimum
    ? { amountEach, percentage }
    : undefined
}

/** Another code, or a discount of the shop's own, has a part in this cart: what it does to a further item is not known. */
const isMixed = (
  { codes, discount, worth }: CartFacts,
  grant: Grant,
  terms: KnownTerms,
): boolean => {
  const [own, ...others] = codes
  if (!own) return discount !== 0
  const saved = own.saved ?? off(worth, { percentage: terms.percentage })
  return others.length > 0 || !isSame(own.code, grant.code) || !own.applicable || saved !== discount
}

const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/**
 * What one item at this price costs with the code in force, bought by itself; undefined unless that is certain: with one
 * code that takes a percentage, or an amount off each item, off every product.
 */
export const priceWith = (amount: number, options: PriceOptions): number | undefined => {
  const { cart, grants, terms } = options
  const [grant, another] = grants
  if (!isAmount(amount) || !grant || another || grant.status === 'waiting') return undefined
  const said = terms(grant.code)
  if (cart && isMixed(cart, grant, said)) return undefined
  const known = told(cart) ?? promised(amount, said, cart?.worth ?? 0)
  return known && amount - off(amount, known)
}
