// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import { openStorefrontApi, VERSIONS } from '../support/storefront-api/open-storefront-api.js'

/** A shopper with one item. */
const open = async (...given: Parameters<typeof openHeadlessShop>) => {
  const shop = await openHeadlessShop(...given)
  await shop.app.addItem()
  shop.api.operations.splice(0)
  return shop
}

describe('shopifyStorefront() speaks', () => {
  it.each(VERSIONS)('%s in all that it asks', async (apiVersion) => {
    const { api, platform } = await open({}, { apiVersion })
    await platform.read?.()
    await platform.write?.({ codes: ['SAVE10'] })
    await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    await platform.write?.({ codes: [], attributes: { 'cc-ref': '' } })
    expect(new Set(api.operations.map(({ version }) => version))).toEqual(new Set([apiVersion]))
    expect((await platform.read?.())?.itemCount).toBe(1)
  })

  it('to an API that refuses what any version does not know', async () => {
    const api = openStorefrontApi()
    const asked = async (query: string) => {
      const url = new URL('https://shop.example/api/2025-10/graphql.json')
      const init = { method: 'POST', body: JSON.stringify({ query, variables: {} }) }
      return (await (await api.fetch(url, init)).json()) as object
    }
    const id = '"gid://shopify/Cart/1"'
    const right = `{ cart(id: ${id}) { id } }`
    expect(await asked(right)).toEqual({ data: { cart: null } })
    // only 2026-10 has this one, and only 2025-10 takes no list for a list
    expect(
      await asked(`{ cart(id: ${id}) { discountApplications { targetType } } }`),
    ).toHaveProperty('errors')
    expect(
      await asked(`mutation { cartDiscountCodesUpdate(cartId: ${id}) { cart { id } } }`),
    ).toHaveProperty('errors')
  })

  it.each([
    [{}, 'https://shop.example/api/2026-07/graphql.json'],
    [{ apiVersion: '2026-10' }, 'https://shop.example/api/2026-10/graphql.json'],
    [{ endpoint: 'https://my.example' }, 'https://my.example/api/2026-07/graphql.json'],
    [{ endpoint: '/proxy/cart' }, 'https://shop.example/proxy/cart'],
  ])('with options %j to %s', async (options, address) => {
    const asked: unknown[] = []
    const fetch = (url: unknown) => {
      asked.push(url)
      return Promise.resolve(Response.json({ data: { cart: null } }))
    }
    const { platform } = await openHeadlessShop({}, { cartId: () => 'x', fetch, ...options })
    await platform.read?.()
    expect(asked).toEqual([address])
  })

  it('with the public token it was given, and without one', async () => {
    const { platform } = await open({}, { publicAccessToken: 'public' })
    expect((await platform.read?.())?.itemCount).toBe(1)
    const closed = await openHeadlessShop(
      { accessToken: 'public' },
      { cartId: () => 'x', publicAccessToken: 'public' },
    )
    expect((await closed.platform.read?.())?.id).toBe('')
    const wrong = await openHeadlessShop({ accessToken: 'public' }, { cartId: () => 'x' })
    await expect(wrong.platform.read?.()).rejects.toMatchObject({ code: 'REFUSED' })
  })
})
