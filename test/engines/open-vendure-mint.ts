import type { SeededVendure } from '../../e2e/engines/vendure/open-vendure.js'
import { vendureMinter } from '../../src/server/minters/vendure-admin.js'
import type { ShopUnderTest } from '../server/minters/conformance/shop-under-test.js'

type Data = Readonly<Record<string, Record<string, unknown> | null>>

const HOUR = 3_600_000
const ADDRESS = '{ streetLine1: "1 Street", countryCode: "GB" }'

/** Posts GraphQL in one session. */
const talkTo = (url: string, token?: string) => {
  let session = token
  return async (query: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session && { authorization: `Bearer ${session}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    session = response.headers.get('vendure-auth-token') ?? session
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
}

interface Promotion {
  readonly id: string
  readonly endsAt: string
}

/** A live Vendure with base discounts, and people who buy there. */
export const openVendureMint = async ({ adminToken, url, variant }: SeededVendure) => {
  const admin = talkTo(`${url}/admin-api`, adminToken)
  const endOfEnding = Math.floor(Date.now() / 1000) * 1000 + HOUR / 2

  const createBase = async (couponCode: string, more: object = {}): Promise<void> => {
    await admin(
      `mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { __typename } }`,
      {
        input: {
          enabled: true,
          couponCode,
          conditions: [],
          translations: [{ languageCode: 'en', name: couponCode, description: '' }],
          actions: [
            {
              code: 'order_percentage_discount',
              arguments: [{ name: 'discount', value: '20' }],
            },
          ],
          ...more,
        },
      },
    )
  }
  const list = async (code: string, fields: string): Promise<readonly Promotion[]> => {
    const { promotions } = await admin(
      `query ($code: String!) {
        promotions(options: { filter: { couponCode: { eq: $code } } }) { items { ${fields} } }
      }`,
      { code },
    )
    return promotions?.['items'] as readonly Promotion[]
  }

  const bases = {
    open: 'CREATOR20',
    ended: 'EXPIRED',
    ending: 'BASE-ENDING',
    special: 'BASE-SPECIAL',
  }
  if (!(await list(bases.special, 'id')).length)
    await createBase(bases.special, {
      conditions: [
        {
          code: 'minimum_order_amount',
          arguments: [
            { name: 'amount', value: '10000' },
            { name: 'taxInclusive', value: 'true' },
          ],
        },
      ],
      actions: [
        { code: 'order_fixed_discount', arguments: [{ name: 'discount', value: '700' }] },
        { code: 'free_shipping', arguments: [] },
      ],
    })
  for (const { id } of await list(bases.ending, 'id'))
    await admin('mutation ($id: ID!) { deletePromotion(id: $id) { result } }', { id })
  await createBase(bases.ending, { endsAt: new Date(endOfEnding).toISOString() })

  const enter = async (code: string) => {
    const shop = talkTo(`${url}/shop-api`)
    await shop(
      `mutation { addItemToOrder(productVariantId: "${variant}", quantity: 1) { __typename } }`,
    )
    const { applyCouponCode } = await shop(
      'mutation ($code: String!) { applyCouponCode(couponCode: $code) { __typename } }',
      { code },
    )
    return { shop, answer: String(applyCouponCode?.['__typename']) }
  }
  const startPayment = async (code: string) => {
    const { shop } = await enter(code)
    const email = `${Math.random().toString(36).slice(2)}@shop.example`
    await shop(`mutation {
      setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "${email}" }) { __typename }
      setOrderShippingAddress(input: ${ADDRESS}) { __typename }
      setOrderShippingMethod(shippingMethodId: ["1"]) { __typename }
      transitionOrderToState(state: "ArrangingPayment") { __typename }
    }`)
    return shop
  }

  const shop: ShopUnderTest = {
    openMinter: (options) =>
      vendureMinter({ endpoint: `${url}/admin-api`, token: adminToken, ...options }),
    secrets: [adminToken],
    bases,
    endOfEnding,
    terms: async (code) =>
      list(code, 'conditions { code args { name value } } actions { code args { name value } }'),
    find: async (code) =>
      (await list(code, 'id name description couponCode translations { name description }')).map(
        (one) => JSON.stringify(one),
      ),
    endOf: async (code) => Date.parse((await list(code, 'endsAt'))[0]?.endsAt ?? ''),
    buy: async (code) => {
      const paying = await startPayment(code)
      const { addPaymentToOrder } = await paying(
        'mutation { addPaymentToOrder(input: { method: "dummy", metadata: {} }) { ... on Order { state subTotalWithTax } } }',
      )
      const { state, subTotalWithTax } = addPaymentToOrder ?? {}
      if (state !== 'PaymentSettled') throw new Error('No order was placed')
      return 5000 - Number(subTotalWithTax)
    },
  }
  return {
    ...shop,
    startPayment,
    /** What the shop answers to the code, by the name of its type. */
    apply: async (code: string) => (await enter(code)).answer,
    idOf: async (code: string) => (await list(code, 'id'))[0]?.id ?? '',
  }
}
