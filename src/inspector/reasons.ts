import type { Reason } from '../types.js'

/** Why the shop takes nothing off, in words for the merchant. */
export const REASONS: Readonly<Record<Reason, string>> = {
  DISCOUNT_CODE_NOT_HONOURED: 'another discount was preferred to it',
  DISCOUNT_CURRENTLY_INACTIVE: 'it is not active at this time',
  DISCOUNT_CUSTOMER_NOT_ELIGIBLE: 'this customer is not among those it is for',
  DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED: 'this customer has used it as often as they may',
  DISCOUNT_ELIGIBLE_CUSTOMER_MISSING: 'it is for certain customers, and nobody is signed in',
  DISCOUNT_INCOMPATIBLE_PURCHASE_TYPE:
    'it is not for this kind of purchase, such as a subscription',
  DISCOUNT_NOT_FOUND: 'the shop does not know this code',
  DISCOUNT_NO_ENTITLED_LINE_ITEMS: 'nothing in the cart is a product it is for',
  DISCOUNT_NO_ENTITLED_SHIPPING_LINES: 'no way of shipping in the cart is one it is for',
  DISCOUNT_PURCHASE_NOT_IN_RANGE: 'the cart is not worth enough',
  DISCOUNT_QUANTITY_NOT_IN_RANGE: 'there are not enough items in the cart',
  DISCOUNT_USAGE_LIMIT_REACHED: 'it was used as often as it may be',
  UNKNOWN: 'the shop does not say why; mostly its conditions are not met, or there is no such code',
}
