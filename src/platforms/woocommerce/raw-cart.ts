import { isObject } from '../../is-object.js'
import { hasCode } from '../../has-code.js'
import type { Answer } from './store-api.js'

/** The parts of the Store API's cart that are read here. */
export interface RawCart {
  readonly items_count: number
  readonly coupons: readonly RawCoupon[]
  readonly items?: readonly RawItem[] | undefined
  readonly totals?: Readonly<Record<string, unknown>> | undefined
  /** Told once: the next answer does not repeat them. */
  readonly errors?: readonly RawError[] | undefined
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

export interface RawCoupon {
  readonly code: string
  readonly totals?: Readonly<Record<string, unknown>> | undefined
}

export interface RawItem {
  readonly key?: string | undefined
  readonly quantity?: number | undefined
}

export interface RawError {
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly data?: { readonly cart?: unknown } | undefined
}

const isCart = (body: unknown): body is RawCart =>
  isObject(body) && 'items_count' in body && Array.isArray(body['coupons'])

const errorOf = ({ body }: Answer): RawError => (isObject(body) ? body : {})

/** The cart of an answer: a conflict comes with the cart as it is. */
export const cartIn = (answer: Answer): RawCart | undefined => {
  const { body, status } = answer
  const told = status < 400 ? body : errorOf(answer).data?.cart
  return isCart(told) ? told : undefined
}

/** What the shop says of a code that it does not take; undefined where the answer is about something else. */
export const couponMessage = (answer: Answer): string | undefined => {
  const { code = '', message = '' } = errorOf(answer)
  return code.startsWith('woocommerce_rest_cart_coupon_') ? message : undefined
}

export const codesOf = ({ coupons }: RawCart): readonly string[] => coupons.map(({ code }) => code)

export const holds = (cart: RawCart, code: string): boolean => hasCode(codesOf(cart), code)

/** What the shop says, this once, of codes that it took off by itself. */
export const droppings = ({ errors = [] }: RawCart): readonly string[] =>
  errors.flatMap(({ code, message }) =>
    code === 'woocommerce_rest_cart_coupon_error' && message ? [message] : [],
  )
