import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { MedusaState } from './create-routes.js'
import { createRoutes } from './create-routes.js'
import type { MedusaShopOptions } from './medusa-types.js'

/** A test server that answers as Medusa's Store API was seen to; its state can be read and changed at any time. */
export const startMedusaShop = async (options: MedusaShopOptions = {}) => {
  const { currency = 'usd', price = 50, promotions = [], shipping = 0 } = options
  const state: MedusaState = {
    key: 'pk_test',
    price,
    shipping,
    currency,
    promotions,
    carts: new Map(),
    requests: [],
  }
  const server = createAdaptorServer({ fetch: createRoutes(state).fetch })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    ...state,
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

export type MedusaShop = Awaited<ReturnType<typeof startMedusaShop>>
