import { describe, expect, it } from 'vitest'

import { wooMinter } from '../../../src/server/minters/woocommerce-rest.js'
import { openWooAdmin } from '../../support/woo-admin/open-woo-admin.js'
import { anOrder } from './conformance/an-order.js'
import { conformsToMinter } from './conformance.js'

const consumerKey = `ck_${'c3'.repeat(20)}`
const consumerSecret = `cs_${'d4'.repeat(20)}`
const endpoint = 'https://shop.example'
const HOUR = 3_600_000

const open = () => {
  const shop = openWooAdmin(consumerKey, consumerSecret)
  const endOfEnding = Math.floor(Date.now() / 1000) * 1000 + HOUR / 2
  const percent = { amount: '20', discount_type: 'percent' }
  shop.create({ code: 'BASE20', ...percent })
  shop.create({ code: 'ENDED20', ...percent, date_expires: '2020-01-01T00:00:00Z' })
  const date_expires = new Date(endOfEnding).toISOString().replace('.000', '')
  shop.create({ code: 'ENDING20', ...percent, date_expires })
  shop.create({
    code: 'SPECIAL',
    amount: '7.5',
    discount_type: 'fixed_product',
    individual_use: true,
    product_ids: [1, 2],
    excluded_product_ids: [3],
    limit_usage_to_x_items: 2,
    free_shipping: true,
    product_categories: [4],
    excluded_product_categories: [5],
    exclude_sale_items: true,
    minimum_amount: '10.00',
    maximum_amount: '90.00',
    email_restrictions: ['*@vip.example'],
    usage_limit: 100,
    meta_data: [{ key: '_first_order_only', value: 'yes' }],
  })
  return {
    ...shop,
    endOfEnding,
    bases: { open: 'BASE20', ended: 'ENDED20', ending: 'ENDING20', special: 'SPECIAL' },
    secrets: [consumerKey, consumerSecret, btoa(`${consumerKey}:${consumerSecret}`)],
    openMinter: (options = {}) =>
      wooMinter({ endpoint, consumerKey, consumerSecret, fetch: shop.fetch, ...options }),
    terms: (code: string) => {
      const { amount, discount_type, meta_data, more } = shop.byCode(code)!
      return Promise.resolve({ amount, discount_type, meta_data, more })
    },
    find: (code: string) =>
      Promise.resolve(
        shop.coupons
          .filter((one) => one.code === code.toLowerCase())
          .map((one) => JSON.stringify(one)),
      ),
    endOf: (code: string) => Promise.resolve(shop.byCode(code)?.expires ?? NaN),
    buy: (code: string) => Promise.resolve(shop.buy(code, 5000, Date.now())),
  }
}

conformsToMinter('woocommerce', () => Promise.resolve(open()))

describe('wooMinter', () => {
  it('knows its codes again in the small letters that the shop writes', async () => {
    const { openMinter } = open()
    const order = anOrder({ base: 'base20' })
    expect(await openMinter().mint(order)).toBe('minted')
    expect(await openMinter().mint({ ...order, code: order.code.toLowerCase() })).toBe('taken')
  })

  it('finds a shop in a folder', async () => {
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(new Request(input).url)
      return Promise.resolve(Response.json([]))
    }
    const minter = wooMinter({ endpoint: `${endpoint}/fr/`, consumerKey, consumerSecret, fetch })
    await expect(minter.mint(anOrder({ base: 'A&B' }))).rejects.toThrow('knows no base')
    expect(asked).toEqual([`${endpoint}/fr/wp-json/wc/v3/coupons?code=A%26B`])
  })

  it('an answer that names another reason is not "taken"', async () => {
    const { fetch, openMinter } = open()
    const refuse: typeof globalThis.fetch = (input, init) =>
      init?.method === 'POST'
        ? Promise.resolve(Response.json({ code: 'rest_invalid_param' }, { status: 400 }))
        : fetch(input, init)
    await expect(
      openMinter({ fetch: refuse }).mint(anOrder({ base: 'BASE20' })),
    ).rejects.toMatchObject({ code: 'MISCONFIGURED' })
  })

  it('tells its secret to no shop that would be told in the open', () => {
    expect(() =>
      wooMinter({ endpoint: 'http://shop.example', consumerKey, consumerSecret }),
    ).toThrow('https')
  })

  it.each([
    ['consumerKey', { consumerKey: 'with space', consumerSecret }],
    ['consumerSecret', { consumerKey, consumerSecret: '' }],
  ])('refuses to be made without a %s', (name, keys) => {
    expect(() => wooMinter({ endpoint, ...keys })).toThrow(`wooMinter expects ${name}`)
  })
})
