import type { GrantSettings } from '../../../src/server/grant-settings.js'
import { writeGrantSettings } from '../../../src/server/grant-settings.js'

/** Posts to the Admin API and resolves to `data`, as the client of your app's framework does. */
export type AskAdmin = (query: string, variables: object) => Promise<unknown>

/** Makes the automatic discount behind which the function stands; it never applies by itself. */
export const CREATE_DISCOUNT = `mutation ($discount: DiscountAutomaticAppInput!) {
  discountAutomaticAppCreate(automaticAppDiscount: $discount) {
    automaticAppDiscount { discountId }
    userErrors { code field message }
  }
}`

/** Replaces the settings: a new key, or other offers. */
export const SET_SETTINGS = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id }
    userErrors { code field message }
  }
}`

/** The metafield that `grant-discount.graphql` reads, in the namespace that is the app's own. */
const metafield = (settings: GrantSettings) => ({
  namespace: '$app',
  key: 'grants',
  type: 'json',
  value: writeGrantSettings(settings),
})

export interface GrantDiscount {
  readonly title: string
  /** ISO 8601. */
  readonly startsAt: string
  /** ISO 8601; the one end of all offers that is kept to the second. */
  readonly endsAt?: string | undefined
  readonly settings: GrantSettings
}

/** Creates the discount; resolves to what the Admin API answers, `userErrors` included. Throws where the settings are wrong. */
export const createGrantDiscount = (
  ask: AskAdmin,
  { endsAt, settings, startsAt, title }: GrantDiscount,
): Promise<unknown> =>
  ask(CREATE_DISCOUNT, {
    discount: {
      title,
      startsAt,
      endsAt,
      functionHandle: 'anti-leak-discount',
      discountClasses: ['ORDER'],
      combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
      metafields: [metafield(settings)],
    },
  })

/** Writes the settings of a discount anew; a token that was signed with a key which is still among them goes on counting. */
export const replaceGrantSettings = (
  ask: AskAdmin,
  discountId: string,
  settings: GrantSettings,
): Promise<unknown> =>
  ask(SET_SETTINGS, { metafields: [{ ownerId: discountId, ...metafield(settings) }] })
