// @vitest-environment jsdom
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { clearCookies } from '../keeper/open-page.js'
import { openHeadlessShop } from '../support/storefront-api/open-headless-shop.js'
import { openShopper } from './conformance/open-shopper.js'

const coupons = [
  { code: 'SAVE10', percent: 10 },
  { code: 'EXTRA5', percent: 5 },
  { code: 'ALONE20', percent: 20, combines: false },
  { code: 'ALONE30', percent: 30, combines: false },
]
const nothing = (): Promise<void> => Promise.resolve()

/** A shopper with one item and a keeper. */
const open = async () => {
  const { api, app, browser, platform } = await openHeadlessShop({ coupons })
  const verbs = { endCode: nothing, loseCart: nothing, close: nothing }
  const shopper = openShopper(
    { ...app, ...verbs, platform, fault: browser.fault },
    { capabilities: platform.capabilities!, reasons: {} as never },
  )
  onTestFinished(shopper.leave)
  await app.addItem()
  const codes = () => [...api.carts.values()][0]?.codes
  return { ...shopper, api, browser, codes }
}

beforeEach(() => {
  localStorage.clear()
  clearCookies()
})

describe('a keeper in a headless shop', () => {
  it('lands with one read and one write, and asks nothing on a page where all is right', async () => {
    const { api, arrive, outcome } = await open()
    api.operations.splice(0)
    await arrive('/?discount=SAVE10&ref=amy')
    expect(outcome('SAVE10')).toBe('applied')
    expect(api.operations.map(({ query }) => /^\w+/.exec(query)?.[0])).toEqual([
      'query',
      'mutation',
    ])
    await arrive('/products/tee')
    expect(api.operations).toHaveLength(2)
  })

  it('sends the set without the code that has to go, so that the last link wins', async () => {
    const { arrive, codes, outcome } = await open()
    await arrive('/?discount=ALONE20')
    expect([codes(), outcome('ALONE20')]).toEqual([['ALONE20'], 'applied'])
    await arrive('/?discount=ALONE30')
    expect([codes(), outcome('ALONE30')]).toEqual([['ALONE30'], 'applied'])
  })

  it('is told that a code does not stand beside the shopper’s own, which stays', async () => {
    const { arrive, codes, outcome, typeCode } = await open()
    await typeCode('ALONE20')
    await arrive('/?discount=SAVE10')
    expect(codes()).toEqual(['ALONE20', 'SAVE10'])
    expect(outcome('SAVE10')).toBe('waiting DISCOUNT_CODE_NOT_HONOURED')
  })

  it('sends the shopper to checkout with every code of the cart, the key kept', async () => {
    const { arrive, typeCode } = await open()
    await typeCode('EXTRA5')
    const keeper = await arrive('/?discount=SAVE10')
    const url = '/cart/c/hWN2a?key=5ecret&_s=1'
    expect(keeper.checkoutUrl(url)).toBe(url + '&discount=EXTRA5,SAVE10')
  })

  it('knows what a product costs with the code, and what the code saves, by the cart’s own word', async () => {
    const { arrive } = await open()
    const keeper = await arrive('/?discount=SAVE10')
    expect(keeper.price(2400)).toBe(2160)
    expect(keeper.notices).toMatchObject([
      { code: 'SAVE10', state: 'applied', saved: 500, currency: 'USD' },
    ])
  })

  it('knows no price where the code is for some products only', async () => {
    const { api, arrive } = await open()
    api.coupons.push({ code: 'LINES20', percent: 20, isForLines: true })
    const keeper = await arrive('/?discount=LINES20')
    expect(keeper.notices).toMatchObject([{ code: 'LINES20', saved: 1000 }])
    expect(keeper.price(2400)).toBeUndefined()
  })

  it('asks Shopify’s consent before it remembers who sent the shopper', async () => {
    const { api, arrive, browser } = await open()
    const attributes = () => [...api.carts.values()][0]?.attributes.map(({ key }) => key)
    const customerPrivacy = { marketingAllowed: () => false }
    Object.assign(browser.view, { Shopify: { customerPrivacy } })
    await arrive('/?discount=SAVE10&ref=amy')
    expect(attributes()).toEqual(['cc-discount-code'])
    customerPrivacy.marketingAllowed = () => true
    await arrive('/?ref=amy')
    expect(attributes()).toEqual(['cc-discount-code', 'cc-ref'])
  })
})
