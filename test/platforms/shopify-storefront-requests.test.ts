// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { shopifyStorefront } from '../../src/platforms/shopify-storefront.js'
import { openHeadlessApp } from '../support/storefront-api/open-headless-app.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'

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

  it('attributes of the cart it writes to, not of one it has just read', async () => {
    const { api, app, browser } = await open()
    await app.setAttributes([{ key: 'gift', value: 'yes' }])
    const other = openHeadlessApp(browser.request)
    await other.addItem()
    let cartId = app.cartId
    const view = () => browser.view as unknown as Window & typeof globalThis
    const platform = await shopifyStorefront({ cartId: () => cartId(), view }).load()
    await platform.read?.()
    cartId = other.cartId
    await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    const [first, second] = [...api.carts.values()].map(({ attributes }) => attributes)
    expect(first).toEqual([{ key: 'gift', value: 'yes' }])
    expect(second).toEqual([{ key: 'cc-ref', value: 'amy' }])
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
