import { isSame } from '../../is-same.js'
import { DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE } from '../../names.js'
import type { Cart, CartCode } from '../../types.js'
import { NO_CART } from '../no-cart.js'
import type { VendureOptions } from './vendure-options.js'

/** An order as `selection` asks for it. Money is in minor units. */
export interface Order {
  readonly id: string
  readonly code: string
  readonly totalQuantity: number
  readonly couponCodes: readonly string[]
  readonly promotions: readonly { readonly couponCode: string | null }[]
  readonly discounts: readonly { readonly amountWithTax: number }[]
  readonly subTotalWithTax: number
  readonly currencyCode: string
  readonly customer: { readonly id: string } | null
  readonly customFields?: Readonly<Record<string, string | null>> | undefined
}

/** The custom fields, as pairs of the attribute's name and the field's. */
export const fieldsOf = ({ attributes = {} }: VendureOptions): readonly [string, string][] => {
  const { discount, ref } = attributes
  return [
    ...(discount ? [[DISCOUNT_ATTRIBUTE, discount] as [string, string]] : []),
    ...(ref ? [[REF_ATTRIBUTE, ref] as [string, string]] : []),
  ]
}

/** What is asked of every order. */
export const selection = (fields: readonly [string, string][]): string =>
  'id code totalQuantity couponCodes promotions{couponCode}discounts{amountWithTax}subTotalWithTax currencyCode customer{id}' +
  (fields.length ? `customFields{${fields.map(([, field]) => field).join(' ')}}` : '')

/** Codes that take effect: a code that is only listed waits for its start or its condition. */
const isEffective = ({ promotions }: Order, code: string): boolean =>
  promotions.some(({ couponCode }) => couponCode && isSame(couponCode, code))

const codesOf = (order: Order): readonly CartCode[] =>
  order.couponCodes.map((code) =>
    isEffective(order, code)
      ? { code, applicable: true }
      : { code, applicable: false, reason: 'UNKNOWN' },
  )

const attributesOf = ({ customFields }: Order, fields: readonly [string, string][]) =>
  Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const value = customFields?.[field]
      return value ? [[name, value]] : []
    }),
  )

export interface ToCartOptions {
  readonly id: string
  readonly fields: readonly [string, string][]
  /** Codes that are not on the order, and why. */
  readonly absent: readonly CartCode[]
}

/** The order as a cart. */
export const toCart = (order: Order | undefined, { absent, fields, id }: ToCartOptions): Cart => {
  if (!order) return NO_CART
  const { currencyCode, discounts, subTotalWithTax, totalQuantity } = order
  return {
    id,
    itemCount: totalQuantity,
    codes: [...codesOf(order), ...absent],
    attributes: attributesOf(order, fields),
    discount: discounts.reduce((sum, { amountWithTax }) => sum - amountWithTax, 0),
    total: subTotalWithTax,
    currency: currencyCode,
  }
}
