// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { Cart } from '../../src/types.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import type { Pricing } from '../support/storefront-api/show-cart.js'

const coupons = [
  { code: 'SAVE10', percent: 10 },
  { code: 'LINES20', percent: 20, isForLines: true },
  { code: 'ALONE5', percent: 5, combines: false },
  { code: 'MIN100', percent: 10, minimum: 10_000 },
  { code: 'OVER', percent: 10, endsAt: 1 },
]

const open = async (pricing?: Pricing) => {
  const shop = await openHeadlessShop({ coupons, ...(pricing && { pricing }) })
  await shop.app.addItem()
  return shop
}
const told = (cart: Cart | undefined): readonly string[] =>
  cart?.codes?.map(({ applicable, code, reason }) => `${code} ${reason ?? applicable}`) ?? []

describe('shopifyStorefront() knows the reason', () => {
  it.each([
    ['NOPE', 'DISCOUNT_NOT_FOUND'],
    ['OVER', 'DISCOUNT_CURRENTLY_INACTIVE'],
    ['MIN100', 'DISCOUNT_PURCHASE_NOT_IN_RANGE'],
  ])('of %s beside a code that counts', async (code, reason) => {
    const { platform } = await open()
    const cart = await platform.write?.({ codes: ['SAVE10', code] })
    expect(told(cart)).toEqual(['SAVE10 true', `${code} ${reason}`])
  })

  it('of a code that does not stand beside another, of which the first stays', async () => {
    const { platform } = await open()
    const cart = await platform.write?.({ codes: ['SAVE10', 'ALONE5'] })
    expect(told(cart)).toEqual(['SAVE10 true', 'ALONE5 DISCOUNT_CODE_NOT_HONOURED'])
  })

  it('of none of two: warnings name no code', async () => {
    const { platform } = await open()
    const cart = await platform.write?.({ codes: ['NOPE', 'OVER'] })
    expect(told(cart)).toEqual(['NOPE false', 'OVER false'])
    const alike = await platform.write?.({ codes: ['NOPE', 'NADA'] })
    expect(told(alike)).toEqual(['NOPE false', 'NADA false'])
  })

  it('still when the cart is read again, until something else is in it', async () => {
    const { app, platform } = await open()
    await platform.write?.({ codes: ['MIN100'] })
    await app.typeCode('NOPE')
    const again = ['MIN100 DISCOUNT_PURCHASE_NOT_IN_RANGE', 'NOPE false']
    expect(told(await platform.read?.())).toEqual(again)
    expect(told(await platform.read?.())).toEqual(again)
    await app.addItem()
    expect(told(await platform.read?.())).toEqual(['MIN100 true', 'NOPE false'])
    await app.dropCode('NOPE')
    await app.emptyCart()
    expect(told(await platform.read?.())).toEqual(['MIN100 false'])
  })
})

describe('shopifyStorefront() counts money', () => {
  it('off the order and off lines once each', async () => {
    const { platform } = await open()
    const cart = await platform.write?.({ codes: ['SAVE10', 'LINES20'] })
    expect(cart).toMatchObject({ discount: 1400, total: 3600, currency: 'USD' })
  })

  it.each([
    [{ price: 1999, currency: 'JPY', unit: 1 }, 200, 1799],
    [{ price: 10_005, currency: 'KWD', unit: 1000 }, 1001, 9004],
    [{ price: 115, currency: 'EUR', unit: 100 }, 12, 103],
  ])('in minor units of %j', async (pricing, discount, total) => {
    const { platform } = await open(pricing)
    expect(await platform.write?.({ codes: ['SAVE10'] })).toMatchObject({ discount, total })
  })
})

describe('shopifyStorefront() takes', () => {
  it.each(['429', 'THROTTLED'] as const)('%s for a wish to be left alone', async (how) => {
    const { api, platform } = await open()
    api.throttle(how)
    await expect(platform.read?.()).rejects.toMatchObject({ code: 'COOL_DOWN' })
    await expect(platform.write?.({ codes: [] })).rejects.toMatchObject({ code: 'COOL_DOWN' })
  })

  it('a cart that the shop has forgotten for none', async () => {
    const shop = await open()
    const id = shop.app.cartId()
    shop.api.carts.clear()
    const { platform } = await openHeadlessShop(
      {},
      { cartId: () => id, fetch: shop.browser.request },
    )
    expect(await platform.read?.()).toMatchObject({ id: '', itemCount: 0 })
    expect(await platform.write?.({ attributes: { 'cc-ref': 'amy' } })).toMatchObject({ id: '' })
    await expect(platform.write?.({ codes: ['SAVE10'] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The shop answered a change of the cart with INVALID',
    })
  })

  it.each([
    ['errors beside data', { data: { cart: null }, errors: [{ message: 'no' }] }, 200],
    ['errors as a text', { errors: 'Not Found' }, 404],
    ['no data', { data: null }, 200],
    ['a list', [], 200],
    ['an error status with data', { data: { cart: null } }, 500],
  ])('%s for a refusal', async (_, body, status) => {
    const fetch = () => Promise.resolve(Response.json(body, { status }))
    const { platform } = await openHeadlessShop({}, { cartId: () => 'x', fetch })
    await expect(platform.read?.()).rejects.toMatchObject({
      code: 'REFUSED',
      message: `The shop answered ${status}`,
    })
  })

  it('a part that was refused for a refusal of the whole', async () => {
    const { app, browser, platform } = await open()
    const cart = { ...(await platform.read?.()) }
    expect(cart.id).not.toBe('')
    const payload = { cart: null, userErrors: [], warnings: [] }
    const refused = { ...payload, userErrors: [{ code: null, message: 'no' }] }
    const fetch = () =>
      Promise.resolve(
        Response.json({
          data: { cartAttributesUpdate: refused, cartDiscountCodesUpdate: payload },
        }),
      )
    const view = () => browser.view as unknown as Window & typeof globalThis
    const shop = await openHeadlessShop({}, { cartId: app.cartId, fetch, view })
    await expect(shop.platform.write?.({ codes: ['SAVE10'] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The shop answered a change of the cart with an error',
    })
  })
})
