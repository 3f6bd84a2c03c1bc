/** Where the shop is, and what it was filled with. */
export interface SeededVendure {
  readonly url: string
  readonly variant: string
  readonly adminToken: string
  /** Ids by code. */
  readonly promotions: Readonly<Record<string, string>>
}

/** What a test needs of an order that was placed. */
export interface PlacedOrder {
  readonly code: string
  readonly state: string
  readonly couponCodes: readonly string[]
  readonly subTotalWithTax: number
  readonly customFields: Readonly<Record<string, string | null>>
}

export interface Vendure {
  /** The Shop API. */
  readonly endpoint: string
  /** The one product, at 50.00. */
  readonly variant: string
  readonly endCode: (code: string) => Promise<void>
  readonly reviveCode: (code: string) => Promise<void>
  readonly order: (code: string) => Promise<PlacedOrder | undefined>
}

/** Hands on a shop that was started: its address, and what only its owner can do. */
export const openVendure = (shop: SeededVendure): Vendure => {
  const { adminToken, promotions, url, variant } = shop
  const admin = async (query: string, variables: object): Promise<unknown> => {
    const response = await fetch(`${url}/admin-api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({ query, variables }),
    })
    const answer = (await response.json()) as { data?: unknown; errors?: unknown }
    if (answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }
  const setEnd = async (code: string, endsAt: string | null): Promise<void> => {
    await admin(
      'mutation ($input: UpdatePromotionInput!) { updatePromotion(input: $input) { __typename } }',
      { input: { id: promotions[code], endsAt } },
    )
  }

  return {
    endpoint: `${url}/shop-api`,
    variant,
    endCode: (code) => setEnd(code, new Date(Date.now() - 1000).toISOString()),
    reviveCode: (code) => setEnd(code, null),
    order: async (code) => {
      const answer = await admin(
        `query ($code: String!) {
          orders(options: { filter: { code: { eq: $code } } }) {
            items { code state couponCodes subTotalWithTax customFields { ccDiscountCode ccRef } }
          }
        }`,
        { code },
      )
      return (answer as { orders: { items: readonly PlacedOrder[] } }).orders.items[0]
    },
  }
}
