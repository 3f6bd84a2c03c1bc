// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import { openStorefrontApi, VERSIONS } from '../support/storefront-api/open-storefront-api.js'

const coupons = [
  { code: 'SAVE10', percent: 10 },
  { code: 'EXTRA5', percent: 5 },
]

/** A shopper with one item, and what was sent since. */
const open = async (...given: Parameters<typeof openHeadlessShop>) => {
  const shop = await openHeadlessShop({ coupons, ...given[0] }, given[1])
  await shop.app.addItem()
  shop.api.operations.splice(0)
  const sent = () => shop.api.operations.map(({ variables }) => variables)
  return { ...shop, sent }
}
const later = () => new Promise((resolve) => void setTimeout(resolve))

describe('shopifyStorefront() writes', () => {
  it('codes and attributes in one request, right after a read', async () => {
    const { app, platform, sent } = await open()
    await platform.read?.()
    const cart = await platform.write?.({ codes: ['SAVE10'], attributes: { 'cc-ref': 'amy' } })
    expect(cart).toMatchObject({
      codes: [{ code: 'SAVE10', applicable: true }],
      attributes: { 'cc-ref': 'amy' },
    })
    const [, write, ...others] = sent()
    expect(others).toEqual([])
    expect(write).toEqual({
      cartId: app.cartId(),
      discountCodes: ['SAVE10'],
      attributes: [{ key: 'cc-ref', value: 'amy' }],
    })
  })

  it('attributes that are not ours along, read anew once the page had its turn', async () => {
    const { app, platform, sent } = await open()
    await platform.read?.()
    await later()
    await app.setAttributes([
      { key: 'gift', value: 'yes' },
      { key: 'empty', value: '' },
    ])
    await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    expect(sent()).toHaveLength(4)
    expect(sent().at(-1)).toMatchObject({
      attributes: [
        { key: 'gift', value: 'yes' },
        { key: 'empty', value: '' },
        { key: 'cc-ref', value: 'amy' },
      ],
    })
  })

  it('an attribute that is to go by leaving it out', async () => {
    const { platform, sent } = await open()
    await platform.write?.({ attributes: { 'cc-ref': 'amy', gift: 'yes' } })
    const cart = await platform.write?.({ attributes: { 'cc-ref': '', never: '' } })
    expect(cart?.attributes).toEqual({ gift: 'yes' })
    expect(sent().at(-1)).toMatchObject({ attributes: [{ key: 'gift', value: 'yes' }] })
  })

  it('at most 250 attributes, those of others first', async () => {
    const { app, platform } = await open()
    const theirs = Array.from({ length: 250 }, (_, at) => ({ key: `k${at}`, value: 'v' }))
    await app.setAttributes(theirs)
    const cart = await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    expect(Object.keys(cart?.attributes ?? {})).toEqual(theirs.map(({ key }) => key))
  })

  it('no code list unless it is asked to, and an empty one only then', async () => {
    const { api, app, platform } = await open()
    await app.typeCode('SAVE10')
    await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    expect([...api.carts.values()][0]?.codes).toEqual(['SAVE10'])
    const cart = await platform.write?.({ codes: [] })
    expect(cart?.codes).toEqual([])
  })

  it('each code once in its first spelling, and six at most', async () => {
    const { platform, sent } = await open()
    await platform.write?.({ codes: ['Save10', 'EXTRA5', 'SAVE10', 'C', 'D', 'E', 'F', 'G'] })
    expect(sent()).toMatchObject([{ discountCodes: ['Save10', 'EXTRA5', 'C', 'D', 'E', 'F'] }])
  })

  it('nothing where the shopper has no cart', async () => {
    const { api, platform } = await openHeadlessShop()
    const asked = { codes: ['SAVE10'], attributes: { 'cc-ref': 'amy' } }
    const none = { id: '', itemCount: 0, codes: [], attributes: {}, discount: 0 }
    expect([await platform.read?.(), await platform.write?.(asked)]).toEqual([none, none])
    expect([platform.cartId?.(), api.operations]).toEqual(['', []])
  })
})

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
