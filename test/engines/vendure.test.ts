// @vitest-environment jsdom
import { inject } from 'vitest'

import { openVendure } from '../../e2e/engines/vendure/open-vendure.js'
import type { VendureOptions } from '../../src/platforms/vendure.js'
import { vendure } from '../../src/platforms/vendure.js'
import { conformsToPlatform } from '../platforms/conformance.js'
import type { ConformanceOptions, ShopUnderTest } from '../platforms/conformance.js'
import { openBrowser } from '../support/open-browser.js'

const STOREFRONT = 'https://storefront.example'

const openShopper = async (sessions: 'bearer' | 'cookie'): Promise<ShopUnderTest> => {
  const shop = openVendure(inject('vendure'))
  const { endpoint } = shop
  const isBearer = sessions === 'bearer'
  // a session cookie goes to the storefront's own origin only
  const browser = openBrowser(isBearer ? STOREFRONT : new URL(endpoint).origin)
  let token: string | undefined
  let order: string | undefined

  /** The storefront's own client. */
  const request = async (query: string, variables: object = {}): Promise<void> => {
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
      readonly data: Readonly<Record<string, { readonly code?: string }>>
      readonly errors?: unknown
    }
    if (errors) throw new Error(JSON.stringify(errors))
    order = Object.values(data)[0]?.code
  }

  const view = browser.view as unknown as Window & typeof globalThis
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
    }).load(),
    addItem: () =>
      request(
        'mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { ... on Order { code } } }',
        { id: shop.variant },
      ),
    emptyCart: () => request('mutation { removeAllOrderLines { ... on Order { code } } }'),
    typeCode: (code) =>
      request(
        'mutation ($code: String!) { applyCouponCode(couponCode: $code) { ... on Order { code } } }',
        { code },
      ),
    dropCode: (code) =>
      request('mutation ($code: String!) { removeCouponCode(couponCode: $code) { code } }', {
        code,
      }),
    endCode: shop.endCode,
    loseCart: () => {
      token = isBearer ? 'f'.repeat(64) : token
      browser.cookies.clear()
      // the page asks for the active order and gets none
      order = undefined
      return Promise.resolve()
    },
    fault: browser.fault,
    close: () => shop.reviveCode('CREATOR20'),
  }
}

const traits: Omit<ConformanceOptions, 'open'> = {
  timeout: 60_000,
  capabilities: {
    multi: true,
    replacesOnApply: false,
    caseSensitive: false,
    emptyCartKeeps: true,
    typedErrors: true,
    attributes: true,
  },
  reasons: {
    unknown: 'DISCOUNT_NOT_FOUND',
    expired: 'DISCOUNT_CURRENTLY_INACTIVE',
    future: 'UNKNOWN',
    limit: 'DISCOUNT_USAGE_LIMIT_REACHED',
    minimum: 'UNKNOWN',
    died: 'UNKNOWN',
  },
}

conformsToPlatform('vendure (bearer)', { ...traits, open: () => openShopper('bearer') })
conformsToPlatform('vendure (cookie)', { ...traits, open: () => openShopper('cookie') })
