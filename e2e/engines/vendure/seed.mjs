const DAY = 86_400_000

/** Posts GraphQL; answers the data and the session that the shop named. */
const talkTo = (url) => {
  let session
  return async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(session && { Authorization: `Bearer ${session}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    session = response.headers.get('vendure-auth-token') ?? session
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    return { data, session }
  }
}

const inDays = (days) => new Date(Date.now() + days * DAY).toISOString()

const minimum = (amount) => ({
  code: 'minimum_order_amount',
  arguments: [
    { name: 'amount', value: String(amount) },
    { name: 'taxInclusive', value: 'false' },
  ],
})

const PROMOTIONS = [
  { couponCode: 'CREATOR20', percent: 20 },
  { couponCode: 'EXTRA10', percent: 10 },
  { couponCode: 'EXPIRED', percent: 10, endsAt: inDays(-1) },
  { couponCode: 'FUTURE', percent: 10, startsAt: inDays(5) },
  { couponCode: 'ONCE', percent: 10, usageLimit: 1 },
  { couponCode: 'ONEPER', percent: 10, perCustomerUsageLimit: 1 },
  { couponCode: 'MIN100', percent: 10, conditions: [minimum(10_000)] },
  { couponCode: 'SOLO30', percent: 30, conditions: [{ code: 'alone', arguments: [] }] },
  // of the journey model: five codes that go together
  ...['LINK1', 'Link2', 'LINK3', 'OWN7', 'Own8'].map((couponCode) => ({ couponCode, percent: 5 })),
]

const named = (name) => [{ languageCode: 'en', name, description: '' }]

const createPromotion = async (admin, { percent, conditions = [], ...promotion }) => {
  const { data } = await admin(
    'mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { ... on Promotion { id } } }',
    {
      input: {
        enabled: true,
        conditions,
        translations: named(promotion.couponCode),
        actions: [
          {
            code: 'order_percentage_discount',
            arguments: [{ name: 'discount', value: String(percent) }],
          },
        ],
        ...promotion,
      },
    },
  )
  return [promotion.couponCode, data.createPromotion.id]
}

const createProduct = async (admin) => {
  const { data } = await admin(
    'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }',
    { input: { enabled: true, translations: [{ ...named('Tee')[0], slug: 'tee' }] } },
  )
  const variants = await admin(
    'mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }',
    {
      input: [
        {
          productId: data.createProduct.id,
          sku: 'TEE',
          price: 5000,
          stockOnHand: 1000,
          translations: [{ languageCode: 'en', name: 'Tee' }],
        },
      ],
    },
  )
  return variants.data.createProductVariants[0].id
}

/** An order that uses these codes up. */
const placeOrder = async (shop, variant, codes) => {
  await shop(
    `mutation { addItemToOrder(productVariantId: "${variant}", quantity: 1) { __typename } }`,
  )
  for (const code of codes)
    await shop(`mutation { applyCouponCode(couponCode: "${code}") { __typename } }`)
  await shop(`mutation {
    setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: "buyer@shop.example" }) { __typename }
    setOrderShippingAddress(input: { streetLine1: "1 Street", countryCode: "GB" }) { __typename }
    setOrderShippingMethod(shippingMethodId: ["1"]) { __typename }
    transitionOrderToState(state: "ArrangingPayment") { __typename }
  }`)
  const { data } = await shop(
    'mutation { addPaymentToOrder(input: { method: "dummy", metadata: {} }) { ... on Order { state couponCodes } } }',
  )
  if (data.addPaymentToOrder.state !== 'PaymentSettled') throw new Error('The seed order failed')
}

/** Fills an empty shop; answers what a test needs to know of it. */
export const seed = async (url) => {
  const admin = talkTo(`${url}/admin-api`)
  const { session } = await admin(
    'mutation { login(username: "superadmin", password: "superadmin") { __typename } }',
  )
  const variant = await createProduct(admin)
  const promotions = []
  for (const promotion of PROMOTIONS) promotions.push(await createPromotion(admin, promotion))
  await placeOrder(talkTo(`${url}/shop-api`), variant, ['ONCE', 'ONEPER'])
  return { url, variant, adminToken: session, promotions: Object.fromEntries(promotions) }
}
