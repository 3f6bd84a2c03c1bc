import { digest } from '../cart/digest.js'
import { isObject } from '../is-object.js'
import type { Cart } from '../types.js'

/** What stands on a cart in place of a code. */
export interface Granted {
  /** Digests of the values, by name. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** The cart took off more as soon as they were on it. */
  readonly took: boolean
}

/** By the checkout that they were made for. */
export type GrantedByCheckout = Readonly<Record<string, Granted>>

/** The same of a cookie's text, which anybody may have written. */
export const readGranted = (said: unknown): GrantedByCheckout => {
  const pairs: readonly (readonly [string, unknown])[] = isObject(said) ? Object.entries(said) : []
  return Object.fromEntries(
    pairs.flatMap(([checkout, one]) =>
      isObject(one) && isObject(one['attributes'])
        ? [[checkout, { attributes: one['attributes'], took: one['took'] === true }]]
        : [],
    ),
  )
}

/** For comparing values without keeping them. */
export const digested = (attributes: Cart['attributes']): Granted['attributes'] =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, digest(value)]))

const isValue = ({ attributes }: Cart, name: string, one: unknown): boolean =>
  digest(attributes[name] ?? '') === one

/** Every one of them is on the cart as it was written. */
export const isOn = (cart: Cart, attributes: Granted['attributes']): boolean =>
  Object.entries(attributes).every(([name, one]) => isValue(cart, name, one))

/** Takes those off the cart that are on it as they were written, but for `others` of the same name. */
export const clearing = (
  cart: Cart,
  over: readonly Granted[],
  others: readonly Granted[],
): Cart['attributes'] => {
  const pairs = over.flatMap(({ attributes }) => Object.entries(attributes))
  return Object.fromEntries(
    pairs
      .filter(([name, one]) => isValue(cart, name, one))
      .filter(([name]) => !others.some(({ attributes }) => name in attributes))
      .map(([name]) => [name, '']),
  )
}

/** The same is in the cart, and more is taken off. */
export const tookMore = (before: Cart, after: Cart): boolean =>
  after.discount > before.discount &&
  before.total !== undefined &&
  before.total + before.discount === (after.total ?? 0) + after.discount

/** More is taken off than the codes on the cart take. */
const isBesideCodes = ({ codes = [], discount }: Cart): boolean =>
  discount > codes.reduce((sum, { applicable, saved = 0 }) => sum + (applicable ? saved : 0), 0)

/**
 * A cart does not name a discount that came without a code. It is taken for ours where the cart took off more at the very write
 * of the attributes, for as long as they are on it and something is taken off that no code accounts for.
 */
export const isTakenOff = (cart: Cart, { attributes, took }: Granted): boolean =>
  took && isOn(cart, attributes) && isBesideCodes(cart)
