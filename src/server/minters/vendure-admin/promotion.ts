interface Argument {
  readonly name: string
  readonly value: string
}

interface Operation {
  readonly code: string
  readonly args: readonly Argument[]
}

/** A promotion as the Admin API tells it, in the fields that `PROMOTION` asks for. */
export interface Promotion {
  readonly enabled: boolean
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly conditions: readonly Operation[]
  readonly actions: readonly Operation[]
  readonly translations: readonly { readonly languageCode: string }[]
}

/** A promotion that has the code of an order. */
export interface Claim {
  readonly id: string
  readonly enabled: boolean
  readonly name: string
  readonly usageLimit: number | null
}

const PROMOTION = `enabled startsAt endsAt
      conditions { code args { name value } }
      actions { code args { name value } }
      translations { languageCode }`

/** Reads the promotions of a code: as `found.items`. */
export const BY_CODE: string = `query Base($base: String!) {
  found: promotions(options: { filter: { couponCode: { eq: $base } } }) {
    items { ${PROMOTION} }
  }
}`

/** Reads a promotion: as `found`. */
export const BY_ID: string = `query Base($base: ID!) { found: promotion(id: $base) { ${PROMOTION} } }`

/** Reads who has the code: as `found.items`. */
export const CLAIMS = `query Claims($code: String!) {
  found: promotions(options: { filter: { couponCode: { eq: $code } } }) { items { id enabled name usageLimit } }
}`

/** Makes a promotion: as `made`. */
export const CREATE = `mutation Create($input: CreatePromotionInput!) {
  made: createPromotion(input: $input) { ... on Promotion { id } ... on ErrorResult { errorCode } }
}`

/** Turns a promotion on. */
export const ENABLE = `mutation Enable($input: UpdatePromotionInput!) {
  updatePromotion(input: $input) { __typename }
}`

export const DELETE = `mutation Delete($id: ID!) { deletePromotion(id: $id) { result } }`

const inputOf = ({ args, code }: Operation): object => ({ code, arguments: args })

/** What a promotion asks for and does, as an input: an update without it forgets the promotion's place among others. */
export const effectOf = ({ actions, conditions }: Promotion): object => ({
  conditions: conditions.map(inputOf),
  actions: actions.map(inputOf),
})
