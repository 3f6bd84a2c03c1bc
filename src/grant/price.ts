import { isSame } from '../is-same.js'
import type { CartCode, Grant } from '../types.js'
import type { KnownTerms, TermsOf } from './terms.js'

/** What the shopper's cart says. Money in minor units. */
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
  /** Undefined where the shop has no cart that can be asked: the merchant's word is all there is. */
  readonly cart: CartFacts | undefined
}

/** What is taken off a price, rounded to the nearest minor unit, halves up. */
const off = (amount: number, { amountEach = 0, percentage = 0 }: KnownTerms): number =>
  Math.min(amount, amountEach + Math.round((amount * percentage) / 100))

/** The shop's word, which comes before the merchant's. */
const told = ({ codes }: CartFacts): KnownTerms | undefined => {
  const { percentage } = codes[0] ?? {}
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
const isMixed = ({ codes, discount }: CartFacts, grant: Grant): boolean => {
  const [own, another] = codes
  if (!own) return discount !== 0
  return !!another || !isSame(own.code, grant.code) || (own.saved ?? discount) !== discount
}

/** What the code takes off this cart is what was said of it: nothing in the cart was left out. */
const isBorneOut = ({ codes, discount, worth }: CartFacts, word: KnownTerms): boolean => {
  const [own] = codes
  if (!own) return true
  const isRight = word.amountEach ? !!own.saved : discount === off(worth, word)
  return own.applicable && isRight
}

const known = (
  amount: number,
  grant: Grant,
  { cart, terms }: PriceOptions,
): KnownTerms | undefined => {
  const said = terms(grant.code)
  if (!cart) return promised(amount, said, 0)
  const word = told(cart) ?? promised(amount, said, cart.worth)
  return word && !isMixed(cart, grant) && isBorneOut(cart, word) ? word : undefined
}

const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/**
 * What one item at this price costs with the code in force, bought by itself; undefined unless that is certain: with one
 * code that takes a percentage, or an amount off each item, off every product.
 */
export const priceWith = (amount: number, options: PriceOptions): number | undefined => {
  const [grant, another] = options.grants
  const isOne = isAmount(amount) && grant?.status !== 'waiting' && !another
  const word = grant && isOne ? known(amount, grant, options) : undefined
  return word && amount - off(amount, word)
}
