import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { RateLimit } from './rate-limit.js'
import type { ReadBody } from './read-body.js'
import type { ShopSettings } from './settings.js'
import type { Checkout, DiscountCode, Order, RecordedRequest, ShopCart } from './types.js'

/** Everything a running shop remembers. */
export interface ShopState {
  readonly settings: ShopSettings
  readonly codes: Map<string, DiscountCode>
  readonly carts: Map<string, ShopCart>
  readonly checkouts: Map<string, Checkout>
  readonly orders: Order[]
  readonly requests: RecordedRequest[]
  readonly limit: RateLimit
}

/** What every handler finds on its context. */
export interface ShopEnv {
  Bindings: HttpBindings
  Variables: {
    /** The locale folder, ending in `/`. */
    root: string
    /** Marks the scripts and styles of this page as the shop's own. */
    nonce: string
    body: ReadBody
  }
}

export type ShopContext = Context<ShopEnv>
