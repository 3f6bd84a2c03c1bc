import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { WooShop } from './open-woo-shop.js'
import { openWooShop } from './open-woo-shop.js'
import { tokenFor } from './sessions.js'

const API = '/wp-json/wc/store/v1'
const COUPON = 'woocommerce_rest_cart_coupon_error'

let shop: WooShop
let cookies: Map<string, string>

beforeEach(async () => {
  shop = await openWooShop()
  cookies = new Map()
  onTestFinished(() => shop.close())
})

const ask = async (
  method: string,
  path: string,
  given: { body?: object; headers?: object } = {},
) => {
  const response = await fetch(shop.url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      ...(given.headers ?? { Nonce: shop.nonce }),
    },
    ...(given.body && { body: JSON.stringify(given.body) }),
  })
  const text = await response.text()
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  for (const [name = '', value] of set.map((cookie) => cookie.split('='))) {
    if (value) cookies.set(name, value)
    else cookies.delete(name)
  }
  const { headers, status } = response
  return { status, headers, set, body: text.startsWith('{') ? JSON.parse(text) : text }
}
const post = (path: string, body: object, headers?: object) =>
  ask('POST', API + path, { body, ...(headers && { headers }) })
const add = (headers?: object) => post('/cart/add-item', { id: 21, quantity: 1 }, headers)
const apply = (code: string, headers?: object) => post('/cart/apply-coupon', { code }, headers)
const cart = async () => (await ask('GET', API + '/cart')).body
const messageOf = async (code: string) => {
  const { body, status } = await apply(code)
  expect([status, body.code, body.data.status]).toEqual([400, COUPON, 400])
  return body.message
}

describe('the WooCommerce shop', () => {
  it('tells nonce and token with every answer, and lets other origins see the token alone', async () => {
    const { headers } = await ask('GET', API + '/cart')
    expect(headers.get('Nonce')).toBe(shop.nonce)
    expect(headers.get('Nonce-Timestamp')).toMatch(/^\d+$/)
    expect(headers.get('User-ID')).toBe('0')
    expect(headers.get('Access-Control-Expose-Headers')).toBe('Cart-Token')
    const [, claims = ''] = (headers.get('Cart-Token') ?? '').split('.')
    const { exp, iat, iss, user_id } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect([user_id, iss, exp - iat]).toEqual([
      expect.stringMatching(/^t_[\da-f]{32}$/),
      'store-api',
      48 * 3600,
    ])
  })

  it('wants a nonce or a token for writes', async () => {
    const missing = await add({})
    expect([missing.status, missing.body.code]).toEqual([401, 'woocommerce_rest_missing_nonce'])
    const invalid = await add({ Nonce: 'stale' })
    expect([invalid.status, invalid.body.code]).toEqual([403, 'woocommerce_rest_invalid_nonce'])
    const bad = await add({ 'Cart-Token': 'a.b.c' })
    expect([bad.status, bad.body.code]).toEqual([401, 'woocommerce_rest_missing_nonce'])
    // the refusal itself brings one that works
    const token = { 'Cart-Token': missing.headers.get('Cart-Token') ?? '' }
    expect((await add(token)).status).toBe(201)
  })

  it('answers a dead token with an empty cart of somebody new', async () => {
    const headers = { 'Cart-Token': tokenFor('t_old', 0) }
    const { body, headers: told, status } = await ask('GET', API + '/cart', { headers })
    expect([status, body.items_count]).toEqual([200, 0])
    expect(told.get('Cart-Token')).not.toContain('t_old')
  })

  it('lets another origin read what a token asked for, and nothing else', async () => {
    const Origin = 'https://app.example'
    const plain = await ask('GET', API + '/cart', { headers: { Origin } })
    expect(plain.headers.get('Access-Control-Allow-Origin')).toBeNull()
    const token = { 'Cart-Token': plain.headers.get('Cart-Token') ?? '', Origin }
    const open = await ask('GET', API + '/cart', { headers: token })
    expect(open.headers.get('Access-Control-Allow-Origin')).toBe(Origin)
    const preflight = await ask('OPTIONS', API + '/cart', { headers: { Origin } })
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(Origin)
  })

  it('sets cookies with the first item and takes back what says so with the last', async () => {
    expect((await ask('GET', API + '/cart')).set).toEqual([])
    const names = async (answer: ReturnType<typeof add>) =>
      (await answer).set.map((cookie) => cookie.split('=')[0])
    expect(await names(add())).toEqual([
      'wp_woocommerce_session_c0ffee',
      'woocommerce_items_in_cart',
      'woocommerce_cart_hash',
    ])
    const { set } = await ask('DELETE', API + '/cart/items')
    expect(set).toEqual(['woocommerce_items_in_cart=', 'woocommerce_cart_hash='])
  })

  it('tells codes in lower case and money as text of minor units', async () => {
    await add()
    const { body, status } = await apply('CREATOR20')
    expect(status).toBe(200)
    expect(body.coupons).toMatchObject([{ code: 'creator20', totals: { total_discount: '1000' } }])
    expect(body.totals).toMatchObject({
      total_items: '5000',
      total_discount: '1000',
      total_price: '4000',
      currency_code: 'USD',
      currency_minor_unit: 2,
    })
    expect((await apply('EXTRA10')).body.totals.total_price).toBe('3500')
  })

  it('forgets a code that cookies put on an empty cart, and keeps that of a token', async () => {
    const lost = await apply('CREATOR20')
    expect([lost.status, lost.body.coupons.length, lost.set]).toEqual([200, 1, []])
    expect((await cart()).coupons).toEqual([])
    const headers = { 'Cart-Token': lost.headers.get('Cart-Token') ?? '' }
    await apply('CREATOR20', headers)
    expect((await add(headers)).body.totals.total_price).toBe('4000')
    expect(shop.violations).toEqual(Array(2).fill('POST /cart/apply-coupon on an empty cart'))
  })

  it('has one code for all refusals and escapes what it says', async () => {
    await add()
    const said = '&quot;'
    expect(await messageOf('EXPIRED')).toBe(`Coupon ${said}expired${said} has expired.`)
    expect(await messageOf('nope')).toContain('because it does not exist')
    expect(await messageOf('')).toContain('Coupon &quot;&quot; cannot be applied')
    expect(await messageOf('MIN100')).toBe(
      'The minimum spend for coupon &quot;min100&quot; is &#036;100.00.',
    )
    expect(await messageOf('OTHERPROD')).toContain('not applicable to selected products')
    expect(await messageOf('ONCE')).toContain('has been reached')
    expect(await messageOf('EMAILONLY')).toContain('valid email at checkout')
    await apply('CREATOR20')
    expect(await messageOf('creator20')).toContain('has already been applied.')
    const { body, status } = await post('/cart/coupons', { code: 'nope' })
    expect([status, body.code]).toEqual([400, COUPON])
  })

  it('puts all others off for a code of individual use, and lets none come after it', async () => {
    await add()
    await apply('CREATOR20')
    const { body, status } = await apply('SOLO30')
    expect([status, body.errors]).toEqual([200, []])
    expect(body.coupons.map(({ code }: { code: string }) => code)).toEqual(['solo30'])
    expect(await messageOf('CREATOR20')).toBe(
      '&quot;solo30&quot; has already been applied and cannot be used in conjunction with other coupons.',
    )
    const bare = await post('/cart/remove-coupon', { code: 'SOLO30' })
    expect(bare.body.coupons).toEqual([])
  })

  it('says once that a code has run out on the cart', async () => {
    await add()
    await apply('EXTRA10')
    const coupon = shop.coupons.get('extra10')
    if (coupon) coupon.isExpired = true
    const { coupons, errors } = await cart()
    expect(coupons).toEqual([])
    expect(errors).toEqual([
      {
        code: COUPON,
        message:
          'The &quot;extra10&quot; coupon has been removed from your cart: Coupon &quot;extra10&quot; has expired.',
      },
    ])
    expect((await cart()).errors).toEqual([])
  })

  it('answers the removal of what is not there with a conflict and the cart', async () => {
    await add()
    const { body, status } = await post('/cart/remove-coupon', { code: 'CREATOR20' })
    expect([status, body.code]).toEqual([409, 'woocommerce_rest_cart_coupon_invalid_code'])
    expect(body.data.cart.items_count).toBe(1)
    await apply('CREATOR20')
    expect((await ask('DELETE', API + '/cart/coupons/creator20')).status).toBe(204)
    expect((await ask('DELETE', API + '/cart/coupons/creator20')).status).toBe(409)
  })

  it('keeps codes when the last item goes, and drops them when all are taken', async () => {
    await add()
    await apply('CREATOR20')
    await post('/cart/remove-item', { key: 'k' })
    expect((await add()).body.coupons).toHaveLength(1)
    await ask('DELETE', API + '/cart/items')
    expect((await add()).body.coupons).toEqual([])
  })

  it('keeps attributes with the companion plugin alone', async () => {
    await add()
    const data = { 'cc-ref': 'amy', other: 'x' }
    expect((await cart()).extensions).toEqual({ cc: [] })
    const kept = await post('/cart/extensions', { namespace: 'cc', data })
    expect([kept.status, kept.body.extensions]).toEqual([200, { cc: { 'cc-ref': 'amy' } }])
    shop.hasPlugin = false
    const { body, status } = await post('/cart/extensions', { namespace: 'cc', data })
    expect([status, body.code]).toEqual([400, 'woocommerce_rest_cart_extensions_error'])
    expect(body.message).toBe('There is no such namespace registered: cc.')
  })

  it('takes no codes from the address of its checkout, and takes over the cart of a token', async () => {
    await add()
    await ask('GET', '/checkout/?discount=CREATOR20&coupon=EXTRA10')
    expect((await cart()).coupons).toEqual([])
    const { headers } = await add({})
    const token = headers.get('Cart-Token') ?? ''
    await apply('CREATOR20', { 'Cart-Token': token })
    cookies.clear()
    await ask('GET', `/checkout/?session=${token}`)
    expect((await cart()).coupons).toMatchObject([{ code: 'creator20' }])
  })

  it('finds out at checkout who has used a code up, and sells at full price the second time', async () => {
    const pay = () => post('/checkout', { billing_address: {}, payment_method: 'cod' })
    await add()
    await apply('ONEPER')
    const { body, status } = await pay()
    expect([status, body.code]).toEqual([409, 'woocommerce_rest_cart_coupon_errors'])
    expect(Object.keys(body.data.removed_coupons)).toEqual(['oneper'])
    const paid = await pay()
    expect(paid.body).toMatchObject({
      status: 'processing',
      payment_result: { payment_status: 'success' },
    })
    expect(shop.orders).toEqual([{ coupons: [], total: 5000, meta: {} }])
    expect(await cart()).toMatchObject({ items_count: 0, coupons: [] })
  })

  it('has no other routes', async () => {
    const { body, status } = await ask('GET', API + '/nope')
    expect([status, body.code]).toEqual([404, 'rest_no_route'])
  })
})
