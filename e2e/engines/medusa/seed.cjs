const DAY = 86_400_000
const inDays = (days) => new Date(Date.now() + days * DAY)

const PROMOTIONS = [
  { code: 'CREATOR20', value: 20 },
  { code: 'EXTRA10', value: 10 },
  { code: 'EXPIRED', value: 10, ends_at: inDays(-1) },
  { code: 'FUTURE', value: 10, starts_at: inDays(5) },
  { code: 'ONCE', value: 10, limit: 1 },
  {
    code: 'MIN100',
    value: 10,
    rules: [{ attribute: 'subtotal', operator: 'gte', values: ['100'] }],
  },
  // of the journey model: five codes that go together
  ...['LINK1', 'Link2', 'LINK3', 'OWN7', 'Own8'].map((code) => ({ code, value: 5 })),
]

// the dates of a promotion are its campaign's
const promotionOf = ({ code, ends_at, limit, rules = [], starts_at, value }) => ({
  code,
  type: 'standard',
  status: 'active',
  is_automatic: false,
  rules,
  application_method: { type: 'percentage', target_type: 'order', value, currency_code: 'usd' },
  campaign: {
    name: code,
    campaign_identifier: code,
    starts_at,
    ends_at,
    ...(limit && { budget: { type: 'usage', limit } }),
  },
})

/** Fills an empty shop; answers what a storefront has to know of it. */
const seed = async (container, flows) => {
  const run = async (name, input) => (await flows[name](container).run({ input })).result
  const [channel] = await run('createSalesChannelsWorkflow', {
    salesChannelsData: [{ name: 'Web' }],
  })
  const [region] = await run('createRegionsWorkflow', {
    regions: [
      {
        name: 'US',
        currency_code: 'usd',
        countries: ['us'],
        payment_providers: ['pp_system_default'],
      },
    ],
  })
  const [key] = await run('createApiKeysWorkflow', {
    api_keys: [{ title: 'web', type: 'publishable', created_by: '' }],
  })
  const [secret] = await run('createApiKeysWorkflow', {
    api_keys: [{ title: 'server', type: 'secret', created_by: '' }],
  })
  await run('linkSalesChannelsToApiKeyWorkflow', { id: key.id, add: [channel.id] })
  const [product] = await run('createProductsWorkflow', {
    products: [
      {
        title: 'Tee',
        handle: 'tee',
        status: 'published',
        sales_channels: [{ id: channel.id }],
        options: [{ title: 'Size', values: ['M'] }],
        variants: [
          {
            title: 'M',
            sku: 'TEE',
            manage_inventory: false,
            options: { Size: 'M' },
            prices: [{ amount: 50, currency_code: 'usd' }],
          },
        ],
      },
    ],
  })
  await run('createPromotionsWorkflow', { promotionsData: PROMOTIONS.map(promotionOf) })
  return {
    key: key.token,
    secretKey: secret.token,
    region: region.id,
    variant: product.variants[0].id,
  }
}

/** An order that uses a code up. */
const placeOrder = async (url, { key, region, variant }, code) => {
  const post = async (path, body) => {
    const response = await fetch(`${url}/store/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-publishable-api-key': key },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const items = [{ variant_id: variant, quantity: 1 }]
  const email = 'buyer@shop.example'
  const { cart } = await post('carts', { region_id: region, items, email, promo_codes: [code] })
  const { payment_collection } = await post('payment-collections', { cart_id: cart.id })
  const session = { provider_id: 'pp_system_default' }
  await post(`payment-collections/${payment_collection.id}/payment-sessions`, session)
  const { type } = await post(`carts/${cart.id}/complete`, {})
  if (type !== 'order') throw new Error('The seed order failed')
}

module.exports = { placeOrder, seed }
