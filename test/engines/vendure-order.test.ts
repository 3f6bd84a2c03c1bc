// @vitest-environment jsdom
import { expect, inject, it, onTestFinished } from 'vitest'
import {
  createConversions,
  defineCoupons,
  fromVendureOrder,
  memoryStore,
  vendureOrderFields,
} from '../../src/attribution/index.js'
import { openShopper } from '../platforms/conformance/open-shopper.js'
import { openVendureShopper } from './open-vendure-shopper.js'
import { traits } from './vendure-traits.js'

/** An order as the shop's own server sees it. */
const fetchOrder = async (code: string): Promise<unknown> => {
  const { adminToken, url } = inject('vendure')
  const query = `query ($code: String!) {
    orders(options: { filter: { code: { eq: $code } } }) {
      items { ${vendureOrderFields} customFields { ccRef } }
    }
  }`
  const response = await fetch(`${url}/admin-api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query, variables: { code } }),
  })
  const { data, errors } = (await response.json()) as {
    readonly data?: { readonly orders: { readonly items: readonly unknown[] } }
    readonly errors?: unknown
  }
  expect(errors).toBeUndefined()
  return data?.orders.items[0]
}

const open = async () => {
  localStorage.clear()
  const shop = await openVendureShopper('bearer')
  const shopper = openShopper(shop, traits)
  onTestFinished(async () => {
    await shopper.leave()
    await shop.close()
  })
  return { ...shop, ...shopper }
}

it('a link becomes a cart, an order, and a sale of whoever gave the link', async () => {
  const { addItem, arrive, look, orderCode, placeOrder } = await open()
  await arrive('/?discount=CREATOR20&ref=amy')
  await addItem()
  await look()
  const orderId = orderCode()
  const before = Date.now()
  expect(fromVendureOrder(await fetchOrder(orderId))).toBeUndefined()
  await placeOrder(`${before}@shop.example`)

  const sale = fromVendureOrder(await fetchOrder(orderId))
  expect(sale).toEqual({
    orderId,
    at: expect.any(Number) as number,
    currency: 'USD',
    amount: 4_000,
    discount: 1_000,
    codes: ['CREATOR20'],
    ref: 'amy',
    consent: true,
    lines: [{ id: expect.any(String) as string, quantity: 1, amount: 4_000, catalogues: [] }],
    country: 'GB',
    customer: expect.any(String) as string,
    isNewCustomer: true,
  })
  // the shop keeps whole seconds
  expect(Number(sale?.at)).toBeGreaterThan(before - 2_000)

  const conversions = createConversions({
    store: memoryStore(),
    coupons: defineCoupons([{ code: 'CREATOR20', offer: 'summer', publisher: 'amy' }]),
    payoutFor: () => ({ percentage: 10 }),
  })
  expect(sale && (await conversions.record({ ...sale, source: 'webhook' }))).toMatchObject({
    publisher: 'amy',
    commission: 400,
    confidence: 'high',
  })
})

it('the second order is not that of a new customer, and a code without effect is not one it used', async () => {
  const { addItem, change, orderCode, placeOrder, typeCode } = await open()
  const email = `${Date.now()}-again@shop.example`
  await addItem()
  await placeOrder(email)
  await addItem()
  await typeCode('MIN100')
  await change('setOrderCustomFields(input: { customFields: { ccRef: "bob" } })')
  const orderId = orderCode()
  await placeOrder(email)
  expect(fromVendureOrder(await fetchOrder(orderId))).toMatchObject({
    amount: 5_000,
    discount: 0,
    codes: [],
    ref: 'bob',
    isNewCustomer: false,
  })
})
