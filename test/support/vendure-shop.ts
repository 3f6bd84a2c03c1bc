import { vi } from 'vitest'
import type { VendureOptions } from '../../src/platforms/vendure.js'
import { vendure } from '../../src/platforms/vendure.js'
import { json } from './theme-view.js'

export const ENDPOINT = 'https://shop.example/shop-api'
export const TOKEN = '0123456789abcdef0123456789abcdef'

/** An order as the Shop API answers it. */
export const rawOrder = (changes: object = {}) => ({
  id: '7',
  code: 'ORDER7',
  totalQuantity: 1,
  couponCodes: [] as readonly string[],
  promotions: [] as readonly object[],
  discounts: [] as readonly object[],
  subTotalWithTax: 5000,
  currencyCode: 'USD',
  customer: null as object | null,
  ...changes,
})

/** What the shop says of something that its schema lacks. */
export const unknownField = (): Response =>
  json({ errors: [{ message: 'no', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }, 400)

export const active = (order: object | null): Response => json({ data: { activeOrder: order } })

/** A page of a Vendure shop that gives the answers told to it, one after the other. */
export const openVendureShop = async (options: Partial<VendureOptions> = {}) => {
  const answers: Response[] = []
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(answers.shift() ?? active(null)),
  )
  const session = options.token || options.cartId ? {} : { token: () => TOKEN }
  const platform = await vendure({ endpoint: ENDPOINT, fetch, ...session, ...options }).load()
  return {
    answers,
    fetch,
    platform,
    /** What was sent: address, options, operation. */
    sent: () =>
      fetch.mock.calls.map(([url, init]) => ({
        url: url as string,
        init,
        ...(JSON.parse(init?.body as string) as { query: string; variables?: object }),
      })),
  }
}
