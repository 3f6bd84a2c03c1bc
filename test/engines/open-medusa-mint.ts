import type { SeededMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { medusaMinter } from '../../src/server/minters/medusa-admin.js'
import type { ShopUnderTest } from '../server/minters/conformance/shop-under-test.js'

const HOUR = 3_600_000

interface Rule {
  readonly attribute: string
  readonly operator: string
  readonly values: readonly { readonly value: string }[]
}

interface Promotion {
  readonly id: string
  readonly type: string
  readonly status: string
  readonly is_tax_inclusive: boolean
  readonly is_automatic: boolean
  readonly campaign: { readonly ends_at: string | null }
  readonly rules: readonly Rule[]
  readonly application_method: Readonly<Record<string, unknown>> & {
    readonly target_rules: readonly Rule[]
    readonly buy_rules: readonly Rule[]
  }
}

interface Cart {
  readonly id: string
  readonly discount_total: number
  readonly promotions?: readonly { readonly code: string }[]
}

const rulesOf = (rules: readonly Rule[]) =>
  rules.map(({ attribute, operator, values }) => ({
    attribute,
    operator,
    values: values.map(({ value }) => value),
  }))

/** A live Medusa with base discounts, and people who buy there. */
export const openMedusaMint = async (seeded: SeededMedusa) => {
  const { endpoint, key, region, secretKey, variant } = seeded
  const send = async <Answer>(
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(endpoint + path, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as Answer
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const admin = <Answer>(path: string, body?: object): Promise<Answer> =>
    send(`/admin${path}`, body, { authorization: `Basic ${secretKey}` })
  const store = <Answer>(path: string, body?: object): Promise<Answer> =>
    send(`/store${path}`, body, { 'x-publishable-api-key': key })

  const list = async (code: string): Promise<readonly Promotion[]> =>
    (await admin<{ promotions: readonly Promotion[] }>(`/promotions?code=${code}`)).promotions
  const only = async (code: string): Promise<Promotion> => {
    const [promotion] = await list(code)
    if (!promotion) throw new Error(`No promotion ${code}`)
    return promotion
  }

  const endOfEnding = Math.floor(Date.now() / 1000) * 1000 + HOUR / 2
  const bases = {
    open: 'CREATOR20',
    ended: 'EXPIRED',
    ending: `ENDING${Date.now()}${Math.random().toString(36).slice(2)}`,
    special: 'SPECIAL-BASE',
  }
  await admin('/promotions', {
    code: bases.ending,
    type: 'standard',
    status: 'active',
    application_method: {
      type: 'percentage',
      target_type: 'order',
      value: 20,
      currency_code: 'usd',
    },
    campaign: {
      name: bases.ending,
      campaign_identifier: bases.ending,
      ends_at: new Date(endOfEnding).toISOString(),
    },
  })
  if (!(await list(bases.special)).length)
    await admin('/promotions', {
      code: bases.special,
      type: 'standard',
      status: 'active',
      is_tax_inclusive: true,
      rules: [
        { attribute: 'subtotal', operator: 'gte', values: ['100'] },
        { attribute: 'region.id', operator: 'in', values: [region, 'reg_other'] },
      ],
      application_method: {
        type: 'fixed',
        target_type: 'items',
        allocation: 'each',
        value: 7.5,
        max_quantity: 2,
        currency_code: 'usd',
        target_rules: [{ attribute: 'items.product.id', operator: 'in', values: ['prod_1'] }],
      },
    })

  const enter = async (code: string): Promise<Cart> => {
    const items = [{ variant_id: variant, quantity: 1 }]
    const { cart } = await store<{ cart: Cart }>('/carts', {
      region_id: region,
      items,
      email: 'buyer@shop.example',
      promo_codes: [code],
    })
    return cart
  }
  /** Pays for a cart; what the order costs less than the item, in minor units. */
  const complete = async ({ id }: Cart): Promise<number> => {
    const { payment_collection } = await store<{ payment_collection: { id: string } }>(
      '/payment-collections',
      { cart_id: id },
    )
    await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: 'pp_system_default',
    })
    const { order, type } = await store<{ type: string; order?: { total: number } }>(
      `/carts/${id}/complete`,
      {},
    )
    if (type !== 'order' || !order) throw new Error('No order was placed')
    return Math.round((50 - order.total) * 100)
  }

  const shop: ShopUnderTest = {
    openMinter: (options) => medusaMinter({ endpoint, apiKey: secretKey, ...options }),
    secrets: [secretKey],
    bases,
    endOfEnding,
    terms: async (code) => {
      const { application_method: method, ...promotion } = await only(code)
      const { type, target_type, value, allocation, currency_code, max_quantity } = method
      return {
        type: promotion.type,
        status: promotion.status,
        isTaxInclusive: promotion.is_tax_inclusive,
        isAutomatic: promotion.is_automatic,
        rules: rulesOf(promotion.rules),
        method: { type, target_type, value, allocation, currency_code, max_quantity },
        targets: rulesOf(method.target_rules),
        buys: rulesOf(method.buy_rules),
      }
    },
    find: async (code) => (await list(code)).map((one) => JSON.stringify(one)),
    endOf: async (code) => Date.parse((await only(code)).campaign.ends_at ?? ''),
    buy: async (code) => complete(await enter(code)),
  }
  return {
    ...shop,
    enter,
    complete,
    /** Whether a new cart gets the code. */
    apply: async (code: string) => !!(await enter(code)).promotions?.length,
    idOf: async (code: string) => (await only(code)).id,
  }
}
