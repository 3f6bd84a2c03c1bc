import type { Period } from '../period-of.js'

/** All that decides what a coupon is worth, for which items and beside which others. */
const COPIED = [
  'amount',
  'discount_type',
  'individual_use',
  'product_ids',
  'excluded_product_ids',
  'product_categories',
  'excluded_product_categories',
  'limit_usage_to_x_items',
  'free_shipping',
  'exclude_sale_items',
  'minimum_amount',
  'maximum_amount',
  'email_restrictions',
] as const

/** A coupon as the REST API tells it. Times are without a zone: in the shop's, or by the name's ending in GMT. */
export interface Coupon extends Readonly<Record<(typeof COPIED)[number], unknown>> {
  readonly date_expires_gmt?: string | null | undefined
  /** What extensions of the shop keep with a coupon, limits of their own among it. */
  readonly meta_data?: readonly { readonly key: string; readonly value: unknown }[] | undefined
}

/** The body that makes `code` a coupon of its own: worth what the base is worth, where the base is, once. */
export const copyCoupon = (base: Coupon, code: string, { endsAt }: Period): object => ({
  ...Object.fromEntries(
    COPIED.filter((name) => base[name] !== null).map((name) => [name, base[name]]),
  ),
  meta_data: (base.meta_data ?? []).map(({ key, value }) => ({ key, value })),
  code,
  usage_limit: 1,
  // With a zone and without fractions of a second it is that moment; otherwise it were one of the shop's own clock. There is no
  // `_gmt` to write.
  date_expires: new Date(endsAt).toISOString().replace(/\.\d+/, ''),
})
