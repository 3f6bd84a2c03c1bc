import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { createApp } from './create-app.js'
import { demoCodes } from './demo-codes.js'
import { codesOf } from './place-order.js'
import { createRateLimit } from './rate-limit.js'
import { defaultSettings, type ShopSettings } from './settings.js'
import type { ShopState } from './state.js'
import type { DiscountCode, Order, RecordedRequest, ShopCart } from './types.js'

/** A running shop: what it did can be read, how it behaves can be changed, at any time. */
export interface Shop {
  /** Also reachable with any name under `localhost` as its host. */
  readonly url: string
  readonly settings: ShopSettings
  /** Every request that is not a static asset, in the order of arrival. */
  readonly requests: readonly RecordedRequest[]
  readonly orders: readonly Order[]
  /** The codes that take effect at each checkout that was begun, in the order they were. */
  readonly checkouts: () => readonly (readonly string[])[]
  /** By token, without its key. */
  readonly carts: Map<string, ShopCart>
  /** By the code in lower case. */
  readonly codes: Map<string, DiscountCode>
  /** Forgets carts, orders, requests and limits, and goes back to the codes and settings of the start. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

export interface ShopOptions {
  readonly port?: number | undefined
  readonly settings?: Partial<ShopSettings> | undefined
}

const listen = (server: ServerType, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo // oxlint-disable-line no-unsafe-type-assertion
      resolve(address.port)
    })
  })

const refill = <Key, Value>(map: Map<Key, Value>, entries: Iterable<[Key, Value]>): void => {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

const forget = (state: ShopState, given: Partial<ShopSettings>): void => {
  Object.assign(state.settings, defaultSettings(), given)
  for (const map of [state.carts, state.checkouts]) map.clear()
  for (const list of [state.orders, state.requests]) list.length = 0
  refill(state.codes, demoCodes(state.settings.now()))
  state.limit.reset()
}

const createState = (given: Partial<ShopSettings>): ShopState => {
  const settings = { ...defaultSettings(), ...given }
  return {
    settings,
    codes: demoCodes(settings.now()),
    carts: new Map(),
    checkouts: new Map(),
    orders: [],
    requests: [],
    limit: createRateLimit(settings),
  }
}

// A test may change `settings.limit` in place; what it was given stays as it was.
const copied = (given: Partial<ShopSettings>): Partial<ShopSettings> => ({
  ...given,
  ...(given.limit && { limit: { ...given.limit } }),
  ...(given.checkout && { checkout: { ...given.checkout } }),
})

const stop = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })

/** Starts a shop on 127.0.0.1; without a port, on a free one. Rejects where the port is taken. */
export const startShop = async (options: ShopOptions = {}): Promise<Shop> => {
  const given = copied(options.settings ?? {})
  const state = createState(copied(given))
  const server = createAdaptorServer({
    fetch: createApp(state).fetch,
    overrideGlobalObjects: false,
  })
  const port = await listen(server, options.port ?? 0)
  const { settings, requests, orders, carts, codes } = state
  return {
    url: `http://127.0.0.1:${port}`,
    settings,
    requests,
    orders,
    checkouts: () => [...state.checkouts.values()].map((checkout) => codesOf(state, checkout)),
    carts,
    codes,
    reset: () => forget(state, copied(given)),
    close: () => stop(server),
  }
}
