import type { SeededVendure } from '../../../e2e/engines/vendure/open-vendure.js'

/** What stands on the shelf beside the one product that every shop under test has. */
const PRODUCTS = [
  ['Cap', 'cap', 2800, 'Six panels of washed canvas, one size, a brass clasp at the back.'],
  ['Tote', 'tote', 2200, 'Carries a week of groceries. Long handles, one inside pocket.'],
  ['Socks', 'socks', 1400, 'Merino and a little nylon, so that the heel outlives the winter.'],
] as const

/** Gives a shop that was just started a few more things to sell. */
export const stockShop = async ({ adminToken, url }: SeededVendure): Promise<void> => {
  const create = async (field: string, type: string, input: object): Promise<string> => {
    const response = await fetch(`${url}/admin-api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({
        query: `mutation ($input: ${type}) { made: ${field}(input: $input) { id } }`,
        variables: { input },
      }),
    })
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    return data.made.id
  }
  for (const [name, slug, price, description] of PRODUCTS) {
    const translations = [{ languageCode: 'en', name, slug, description }]
    const productId = await create('createProduct', 'CreateProductInput!', {
      enabled: true,
      translations,
    })
    const named = [{ languageCode: 'en', name }]
    const variant = { productId, sku: slug, price, stockOnHand: 1000, translations: named }
    await create('createProductVariants', '[CreateProductVariantInput!]!', [variant])
  }
}
