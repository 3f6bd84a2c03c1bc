import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'

import { seedCoupons } from './coupons.js'
import { storeApiRoutes } from './store-api.js'
import { storefrontRoutes } from './storefront.js'
import type { WooShopState } from './woo-types.js'

export interface WooShop extends WooShopState {
  readonly url: string
  /** Every nonce that was given out is invalid from now on. */
  readonly renewNonce: () => void
  readonly close: () => Promise<void>
}

const newNonce = (): string => randomBytes(5).toString('hex')

/** A WooCommerce shop with one product and the seed's coupons, on 127.0.0.1. */
export const openWooShop = async (): Promise<WooShop> => {
  const state: WooShopState = {
    coupons: seedCoupons(),
    sessions: new Map(),
    orders: [],
    requests: [],
    violations: [],
    nonce: newNonce(),
    hasPlugin: true,
  }
  const app = new Hono()
  app.route('/wp-json/wc/store/v1', storeApiRoutes(state))
  app.route('/', storefrontRoutes(state))
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close,
    renewNonce: () => {
      state.nonce = newNonce()
    },
  })
}
