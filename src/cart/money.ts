import { isObject } from '../is-object.js'
import type { Cart, CartCode } from '../types.js'
import type { SeenStore } from './seen.js'

/** What a cart says of money, in minor units of its currency. */
export interface Money {
  /** What the items cost, discounts aside. */
  readonly worth: number
  readonly discount: number
  readonly currency?: string | undefined
  readonly decimals?: number | undefined
  /** All codes on the cart. */
  readonly codes: readonly CartCode[]
}

export const moneyOf = ({
  codes = [],
  currency,
  decimals,
  discount,
  total,
}: Cart): Money | undefined =>
  total === undefined ? undefined : { worth: total + discount, discount, currency, decimals, codes }

const isCode = (value: unknown): value is CartCode =>
  isObject(value) &&
  typeof value['code'] === 'string' &&
  [value['saved'] ?? 0, value['percentage'] ?? 0].every(Number.isFinite)

const isCurrency = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && /^[A-Z]{3}$/.test(value))

// a cookie can be written by any script of the page, and these are shown
const isMoney = (value: unknown): value is Money =>
  isObject(value) &&
  [value['worth'], value['discount']].every(Number.isFinite) &&
  isCurrency(value['currency']) &&
  [undefined, 0, 2, 3].some((decimals) => decimals === value['decimals']) &&
  Array.isArray(value['codes']) &&
  value['codes'].every(isCode)

/** What the cart `id` was last read to say, by this tab or another; undefined where that may be out of date. */
export const knownMoney = ({ read }: SeenStore, id: string | undefined): Money | undefined => {
  const { cart, due, money } = read()
  if (id === '') return { worth: 0, discount: 0, codes: [] }
  return id && cart === id && !due && isMoney(money) ? money : undefined
}
