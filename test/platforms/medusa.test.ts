// @vitest-environment jsdom
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { DiscountKeeperError } from '../../src/errors.js'
import { medusa } from '../../src/platforms/medusa.js'
import type { MedusaOptions } from '../../src/platforms/medusa.js'
import type { CartSignal } from '../../src/types.js'
import type { MedusaShopOptions } from '../support/medusa-shop/medusa-types.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'
import { startMedusaShop } from '../support/medusa-shop/start-medusa-shop.js'

const SAVE10 = { code: 'SAVE10', percent: 10 }
const EXTRA20 = { code: 'EXTRA20', percent: 20 }
const promotions = [SAVE10, EXTRA20]
const AUTO = { code: 'Auto', percent: 50, isAutomatic: true }

const open = async (
  setUp: MedusaShopOptions = { promotions },
  options: Partial<MedusaOptions> = {},
) => {
  const shop = await startMedusaShop(setUp)
  onTestFinished(shop.close)
  const place = { ...shop, region: 'reg_us', variant: 'variant_m' }
  const shopper = await openMedusaShopper(place, options)
  return {
    ...shopper,
    shop,
    /** Method, address below the cart, and body of what came since this was asked. */
    sent: () =>
      shop.requests
        .splice(0)
        .map(({ body, method, path }) => [method, path.split('/').slice(4).join('/'), body]),
  }
}
/** With an item, and read. */
const openRead = async (...given: Parameters<typeof open>) => {
  const shopper = await open(...given)
  await shopper.addItem()
  await shopper.platform.read?.()
  shopper.sent()
  return shopper
}
const codes = (cart?: { readonly codes?: readonly { readonly code: string }[] | undefined }) =>
  cart?.codes?.map(({ code }) => code)

describe('medusa()', () => {
  it.each(['endpoint', 'publishableKey', 'cartId'])('asks for %s', (name) => {
    const options = { endpoint: 'https://shop.example', publishableKey: 'pk', cartId: () => '' }
    const make = () => medusa({ ...options, [name]: undefined })
    expect(make).toThrow(DiscountKeeperError)
    expect(make).toThrow(`medusa() needs ${name}.`)
  })

  it('sends nothing without a cart, and never makes one', async () => {
    const { platform, sent } = await open()
    expect(platform.cartId?.()).toBe('')
    expect(await platform.read?.()).toMatchObject({ id: '', itemCount: 0, codes: [] })
    expect(await platform.write?.({ codes: ['SAVE10'] })).toMatchObject({ id: '' })
    expect(sent()).toEqual([])
  })

  it('is refused with a key that the shop does not know', async () => {
    const { addItem, platform } = await open(undefined, { publishableKey: 'pk_other' })
    await addItem()
    await expect(platform.read?.()).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The shop answered 400',
    })
  })

  it('leads to checkout where the app has it, and hands the cart on', async () => {
    const refresh = vi.fn()
    const { platform } = await open({}, { checkoutPath: /^\/kasse/, refresh })
    expect(platform.checkoutPath.test('/kasse')).toBe(true)
    platform.refresh?.({ id: 'cart_1', itemCount: 1, attributes: {}, discount: 0 })
    expect(refresh).toHaveBeenCalledOnce()
    expect((await open()).platform.checkoutPath.test('/checkout/review')).toBe(true)
  })
})

describe('a Medusa cart', () => {
  it.each([
    { currency: 'usd', price: 19.99, discount: 200, total: 1799 },
    { currency: 'jpy', price: 1999, discount: 200, total: 1799 },
    { currency: 'kwd', price: 10.005, discount: 1001, total: 9005 },
  ])('is counted in minor units: $price $currency', async ({ currency, price, ...counted }) => {
    const { platform } = await openRead({ currency, price, promotions: [SAVE10], shipping: 7 })
    const cart = await platform.write?.({ codes: ['SAVE10'] })
    expect(cart).toMatchObject({ ...counted, currency: currency.toUpperCase() })
  })

  it('tells no code of a promotion that comes by itself', async () => {
    const { platform } = await openRead({ promotions: [...promotions, AUTO] })
    const cart = await platform.write?.({ codes: ['SAVE10'] })
    expect(codes(cart)).toEqual(['SAVE10'])
    expect(cart?.discount).toBe(2750)
  })

  it('that is completed is none, and nothing is written to it', async () => {
    const { change, platform, sent } = await openRead()
    await change('POST', '/complete', {})
    sent()
    const cart = await platform.write?.({ codes: ['SAVE10'] })
    expect(cart).toMatchObject({ id: '', itemCount: 0, codes: [] })
    expect(await platform.read?.()).toMatchObject({ id: '' })
    await platform.write?.({ attributes: { 'cc-ref': 'amy' } })
    expect(sent().map(([method]) => method)).toEqual(['POST', 'GET', 'GET', 'GET'])
  })

  it('that the shop does not know is none, also where it only fails', async () => {
    const { platform, shop } = await openRead()
    shop.carts.clear()
    expect(await platform.write?.({ codes: ['SAVE10'] })).toMatchObject({ id: '' })
    expect(await platform.read?.()).toMatchObject({ id: '' })
  })

  it('keeps texts of its metadata as attributes, and loses those that are taken away', async () => {
    const { change, platform } = await openRead()
    await change('POST', '', { metadata: { gift: true, note: 'hello', 'cc-ref': 'amy' } })
    const cart = await platform.write?.({ attributes: { 'cc-ref': '', 'cc-discount-code': 'A' } })
    expect(cart?.attributes).toEqual({ note: 'hello', 'cc-discount-code': 'A' })
  })
})

describe('a write to Medusa', () => {
  it('is a request for each code, after those that go and the metadata', async () => {
    const { platform, sent, typeCode } = await openRead({
      promotions: [...promotions, { code: 'OLD', percent: 5 }],
    })
    await typeCode('OLD')
    await platform.read?.()
    sent()
    const cart = await platform.write?.({
      codes: ['EXTRA20', 'SAVE10'],
      attributes: { 'cc-ref': 'amy' },
    })
    expect(sent()).toEqual([
      ['DELETE', 'promotions', { promo_codes: ['OLD'] }],
      ['POST', '', { metadata: { 'cc-ref': 'amy' } }],
      ['POST', 'promotions', { promo_codes: ['EXTRA20'] }],
      ['POST', 'promotions', { promo_codes: ['SAVE10'] }],
    ])
    expect(codes(cart)).toEqual(['EXTRA20', 'SAVE10'])
  })

  it('never sends an empty list, and leaves what came since', async () => {
    const { platform, sent, typeCode } = await openRead()
    await platform.write?.({ codes: [] })
    expect(sent().filter(([method]) => method !== 'GET')).toEqual([])
    await typeCode('SAVE10')
    await platform.read?.()
    await typeCode('EXTRA20')
    sent()
    expect(codes(await platform.write?.({ codes: [] }))).toEqual(['EXTRA20'])
    expect(sent()).toEqual([['DELETE', 'promotions', { promo_codes: ['SAVE10'] }]])
  })

  it('sends nothing where nothing differs, or nothing is in the cart', async () => {
    const { emptyCart, platform, sent, typeCode } = await openRead()
    await typeCode('SAVE10')
    await platform.read?.()
    sent()
    expect(codes(await platform.write?.({ codes: ['SAVE10'] }))).toEqual(['SAVE10'])
    expect(sent()).toEqual([])
    await emptyCart()
    await platform.read?.()
    sent()
    await platform.write?.({ codes: ['EXTRA20'], attributes: { 'cc-ref': 'amy' } })
    expect(sent()).toEqual([])
  })

  it('tells an unknown code with its reason, and has the others applied all the same', async () => {
    const { platform } = await openRead()
    const cart = await platform.write?.({ codes: ['NOPE', 'SAVE10', 'extra20'] })
    expect(cart?.codes).toEqual([
      { code: 'SAVE10', applicable: true },
      { code: 'NOPE', applicable: false, reason: 'DISCOUNT_NOT_FOUND' },
      { code: 'extra20', applicable: false, reason: 'DISCOUNT_NOT_FOUND' },
    ])
  })

  it('leaves a code out that was dropped without a word', async () => {
    const { platform } = await openRead({ promotions: [{ ...EXTRA20, endsAt: 1 }] })
    expect(codes(await platform.write?.({ codes: ['EXTRA20'] }))).toEqual([])
  })

  it('is refused where a shop fails that knows the cart', async () => {
    const failing: typeof globalThis.fetch = (url, init) =>
      init?.method === 'POST'
        ? Promise.resolve(Response.json({ type: 'unknown_error' }, { status: 500 }))
        : globalThis.fetch(url, { ...init, signal: null })
    const { addItem, platform } = await open(undefined, { fetch: failing })
    await addItem()
    await expect(platform.write?.({ codes: ['SAVE10'] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The shop answered 500',
    })
  })

  it('starts from another look after a write', async () => {
    const { dropCode, platform, sent } = await openRead()
    await platform.write?.({ codes: ['SAVE10'] })
    await dropCode('SAVE10')
    sent()
    expect(codes(await platform.write?.({ codes: ['SAVE10'] }))).toEqual(['SAVE10'])
    expect(sent().map(([method]) => method)).toEqual(['GET', 'POST'])
  })

  it('starts from another look where the cart is another', async () => {
    let id: string | undefined
    const { cartId, platform, sent, shop } = await open(undefined, { cartId: () => id })
    shop.carts.set('cart_a', { id: 'cart_a', lines: [], codes: [], metadata: null })
    id = 'cart_a'
    await platform.read?.()
    id = 'cart_b'
    await platform.write?.({ codes: ['SAVE10'] })
    expect(sent().map(([method]) => method)).toEqual(['GET', 'GET'])
    expect(cartId()).toBe(undefined)
  })
})

describe('medusa() watches', () => {
  it('the requests of the page to carts of the shop, not ours', async () => {
    const { addItem, browser, platform, shop, typeCode } = await open()
    const changed = vi.fn()
    const stopped = new AbortController()
    platform.watch?.(changed, stopped.signal)
    await addItem()
    await typeCode('SAVE10')
    // to make a cart is no change of one
    expect(changed.mock.calls).toEqual([['items'], ['codes']])
    await platform.read?.()
    await platform.write?.({ codes: ['SAVE10', 'EXTRA20'] })
    await browser.request(`${shop.endpoint}/store/products`)
    expect(changed).toHaveBeenCalledTimes(2)
    stopped.abort()
    await addItem()
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('a request of the page after one of ours that never got through', async () => {
    const { addItem, change, fault, platform } = await open()
    await addItem()
    const changed = vi.fn()
    platform.watch?.(changed, new AbortController().signal)
    fault('offline')
    await expect(platform.read?.()).rejects.toMatchObject({ code: 'OFFLINE' })
    await change('GET', '')
    expect(changed.mock.calls).toEqual([['codes']])
  })

  it('no request of ours, also where the shop answered that it was one too many', async () => {
    const { addItem, change, fault, platform } = await open()
    await addItem()
    const changed = vi.fn()
    platform.watch?.(changed, new AbortController().signal)
    fault('429')
    await expect(platform.read?.()).rejects.toMatchObject({ code: 'COOL_DOWN' })
    // what resource timing then shows is ours
    await change('GET', '')
    expect(changed).not.toHaveBeenCalled()
  })

  it('by the word of the app, where it gives one', async () => {
    const end = vi.fn()
    let tell = (_signal?: CartSignal): void => undefined
    const watch = (changed: typeof tell) => {
      tell = changed
      return end
    }
    const { addItem, platform } = await open(undefined, { watch })
    const changed = vi.fn()
    const stopped = new AbortController()
    platform.watch?.(changed, stopped.signal)
    await addItem()
    tell()
    tell('items')
    expect(changed.mock.calls).toEqual([['codes'], ['items']])
    stopped.abort()
    expect(end).toHaveBeenCalledOnce()
  })
})
