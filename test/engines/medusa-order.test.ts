// @vitest-environment jsdom
import { expect, inject, it, onTestFinished } from 'vitest'
import { openMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { fromMedusaOrder, medusaOrderFields } from '../../src/attribution/index.js'
import { openShopper } from '../platforms/conformance/open-shopper.js'
import { medusaTraits } from '../support/medusa-shop/medusa-traits.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'

const admin = async <Answer>(path: string): Promise<Answer> => {
  const { endpoint, secretKey } = inject('medusa')
  const headers = { authorization: `Basic ${secretKey}` }
  const response = await fetch(`${endpoint}/admin/${path}`, { headers })
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

/** The newest order as the shop's own server sees it: told its id by an event, it asks for the rest. */
const fetchNewest = async (): Promise<{ readonly id: string; readonly order: unknown }> => {
  const { orders } = await admin<{ orders: readonly { id: string }[] }>(
    'orders?fields=id&order=-created_at&limit=1',
  )
  const id = orders[0]?.id ?? ''
  const fields = medusaOrderFields.join(',')
  const { order } = await admin<{ order: unknown }>(`orders/${id}?fields=${fields}`)
  return { id, order }
}

it('a link becomes a cart, an order, and a sale of whoever gave the link', async () => {
  localStorage.clear()
  const shop = openMedusa(inject('medusa'))
  const shopper = await openMedusaShopper(shop)
  const { addItem, arrive, leave, look } = openShopper(
    { ...shopper, endCode: shop.endCode, close: () => shop.reviveCode('CREATOR20') },
    medusaTraits,
  )
  onTestFinished(leave)
  await arrive('/?discount=CREATOR20&ref=amy')
  await addItem()
  await look()
  const before = Date.now()
  await shop.completeCart(String(shopper.cartId()))

  const { id, order } = await fetchNewest()
  const sale = fromMedusaOrder(order)
  expect(sale).toEqual({
    orderId: id,
    at: expect.any(Number) as number,
    currency: 'USD',
    amount: 4_000,
    discount: 1_000,
    codes: ['CREATOR20'],
    ref: 'amy',
    consent: true,
    lines: [{ id: expect.any(String) as string, quantity: 1, amount: 4_000, catalogues: [] }],
    // the region has no other
    country: 'US',
    customer: expect.any(String) as string,
  })
  expect(Number(sale?.at)).toBeGreaterThanOrEqual(before - 1_000)
}, 60_000)
