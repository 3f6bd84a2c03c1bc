import { inject } from 'vitest'

import { openVendure } from '../../e2e/engines/vendure/open-vendure.js'
import type { VendureOptions } from '../../src/platforms/vendure.js'
import { vendure } from '../../src/platforms/vendure.js'
import { openBrowser } from '../support/open-browser.js'

const STOREFRONT = 'https://storefront.example'

type Results = Readonly<Record<string, { readonly code?: string } | null>>

interface OrderLines {
  readonly lines: readonly { readonly id: string; readonly quantity: number }[]
}

/** A shopper of the live shop, with a storefront whose session is a bearer token, or a cookie. */
export const openVendureShopper = async (
  sessions: 'bearer' | 'cookie',
  options: Partial<VendureOptions> = {},
) => {
  const shop = openVendure(inject('vendure'))
  const { endpoint } = shop
  const isBearer = sessions === 'bearer'
  // a session cookie goes to the storefront's own origin only
  const browser = openBrowser(isBearer ? STOREFRONT : new URL(endpoint).origin)
  const view = browser.view as unknown as Window & typeof globalThis
  let token: string | undefined
  let order = ''

  /** The storefront's own client: it keeps the session, and the code of the order. */
  const request = async (query: string, variables: object = {}): Promise<Results> => {
    const response = await browser.request(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isBearer && token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    token = response.headers.get('vendure-auth-token') ?? token
    const { data, errors } = (await response.json()) as {
      readonly data: Results
      readonly errors?: unknown
    }
    if (errors) throw new Error(JSON.stringify(errors))
    const [first] = Object.values(data)
    if (first === null || first?.code) order = first?.code ?? ''
    return data
  }
  const change = async (field: string, variables = {}, declared = ''): Promise<void> => {
    await request(`mutation ${declared} { ${field} { ... on Order { code } } }`, variables)
  }

  const session: Partial<VendureOptions> = isBearer
    ? {
        token: () => token,
        onToken: (renewed) => {
          token = renewed
        },
      }
    : { cartId: () => order }

  return {
    platform: await vendure({
      endpoint,
      ...session,
      attributes: { discount: 'ccDiscountCode', ref: 'ccRef' },
      fetch: browser.view.fetch,
      view: () => view,
      ...options,
    }).load(),
    addItem: () => change(`addItemToOrder(productVariantId: ${shop.variant}, quantity: 1)`),
    emptyCart: () => change('removeAllOrderLines'),
    /** One item less. */
    removeItem: async () => {
      const { activeOrder } = await request('{ activeOrder { code lines { id quantity } } }')
      const [line] = (activeOrder as OrderLines | null)?.lines ?? []
      if (line)
        await change(`adjustOrderLine(orderLineId: "${line.id}", quantity: ${line.quantity - 1})`)
    },
    typeCode: (code: string) =>
      change('applyCouponCode(couponCode: $code)', { code }, '($code: String!)'),
    dropCode: (code: string) =>
      change('removeCouponCode(couponCode: $code)', { code }, '($code: String!)'),
    endCode: shop.endCode,
    loseCart: async () => {
      token = isBearer ? 'f'.repeat(64) : token
      browser.cookies.clear()
      // the app notices as it asks for the order again
      order = ''
      return Promise.resolve()
    },
    fault: browser.fault,
    close: () => shop.reviveCode('CREATOR20'),
    change,
    request,
    /** The code of the active order, as the storefront knows it. */
    orderCode: () => order,
    placed: shop.order,
    /** Through checkout, to the end; answers the order as the shop keeps it. */
    placeOrder: async (email: string) => {
      const code = order
      await change(
        'setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: $email })',
        { email },
        '($email: String!)',
      )
      await change('setOrderShippingAddress(input: { streetLine1: "1 Street", countryCode: "GB" })')
      await change('setOrderShippingMethod(shippingMethodId: ["1"])')
      await change('transitionOrderToState(state: "ArrangingPayment")')
      await change('addPaymentToOrder(input: { method: "dummy", metadata: {} })')
      return shop.order(code)
    },
  }
}
