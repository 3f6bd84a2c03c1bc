import type { Order, RecordedRequest } from './types.js'

/** What may go wrong with one request. `400-after-success` does the work and then answers 400, `half` breaks off in mid-answer. */
export type Fault = 'offline' | 'hang' | '429' | 'html' | '500' | '400-after-success' | 'half'

/** `horizon-actions`: as `horizon`, and with a standard action of its own. */
export type Theme = 'plain' | 'dawn' | 'horizon' | 'horizon-actions' | 'horizon-3'

/**
 * How the shop behaves. All of it may be changed while the shop runs. Where the real shop promises
 * nothing, the default is what was seen most often, and the other values are the worlds it may also be.
 */
export interface ShopSettings {
  /** The shop's clock. */
  now: () => number
  /** Codes on a cart without lines: nobody promises what happens to them. */
  emptyCart: 'keeps' | 'ignores' | 'drops'
  /** Whether the code of `/discount/CODE` counts for new carts and at checkout, at checkout only, or never. */
  visit: 'remembers' | 'checkout-only' | 'refuses'
  /** Since 2025-07 a shareable link also combines onto the cart the shopper has, where the codes allow it. */
  visitJoins: boolean
  /** The visit's cookie lingers when codes are removed; `true` lets it bring its code back at checkout. */
  visitLingers: boolean
  /** `/checkout?discount=A,B`: used widely, promised nowhere; some exits take the first code only. */
  checkoutParam: boolean | 'first'
  /** `?discount=` on any other page: no evidence that a shop honours it. */
  pageParam: boolean
  /** A `discount` field in `POST /cart`: an old recipe, promised nowhere. */
  formDiscount: boolean
  /** `?discount=` on `/cart/VARIANT:QUANTITY`: documented. */
  permalinkDiscount: boolean
  /** `discount_codes` in the cart JSON: missing from the documented sample and from empty carts. */
  discountCodesField: 'always' | 'with-codes' | 'never'
  /** Whether `/cart/clear` leaves the codes where they are; attributes and note always stay. */
  clearKeepsCodes: boolean
  /** An attribute written as `''`: stays as an empty one, or goes. */
  emptyAttributes: 'stay' | 'go'
  /**
   * The `requests`-th cart request within `windowMs` and all within `coolDownMs` after it get a challenge.
   * Six in one step were too many for a real shop; a test driver takes several steps a second.
   */
  limit: { requests: number; windowMs: number; coolDownMs: number }
  /** A cart nobody wrote to for this long is gone. */
  cartTtlMs: number
  cartCookieHttpOnly: boolean
  /** Locale folders the shop answers under. */
  locales: readonly string[]
  /** What a theme's own scripts tell of cart changes. */
  theme: Theme
  /** A Content-Security-Policy for every page. `{nonce}`, here and in `scriptTag`, is new on each. */
  csp: string | undefined
  /** The HTML that loads the SDK, in place of the snippet of the read-me; `''` leaves it out. */
  scriptTag: string | undefined
  /** The keeper explains itself: `?discount-keeper=inspect` on any page shows what it knows. */
  debug: boolean
  /** What the Admin API asks of those who make codes; the shop has none while there is no token. */
  adminToken: string | undefined
  /** What the metafield of the app's discount function holds; without it the shop has no such function. */
  grants: string | undefined
  /** What answers under `/apps/`, as an app of the shop does; it is told the address of the client. */
  app: ((request: Request, client: string | undefined) => Promise<Response>) | undefined
  /** Hears of each order as it is placed, as a webhook does. */
  ordered: ((order: Order) => void) | undefined
  /** Where the thank-you page reports its order, as a pixel does; without it the page reports nothing. */
  reportTo: string | undefined
  /** Where checkout lives when that is another origin, such as `http://checkout.localhost:3000`. */
  checkout: { host?: string | undefined }
  /** Holds an answer after the work is done: milliseconds, or until the promise resolves. */
  latency: (request: RecordedRequest) => number | Promise<void> | undefined
  fault: (request: RecordedRequest) => Fault | undefined
}

const DAY = 86_400_000

/** The shop as the facts have it, with nothing going wrong. */
export const defaultSettings = (): ShopSettings => ({
  now: () => Date.now(),
  emptyCart: 'ignores',
  visit: 'remembers',
  visitJoins: true,
  visitLingers: false,
  checkoutParam: true,
  pageParam: false,
  formDiscount: true,
  permalinkDiscount: true,
  discountCodesField: 'with-codes',
  clearKeepsCodes: true,
  emptyAttributes: 'stay',
  limit: { requests: 10, windowMs: 1000, coolDownMs: 600_000 },
  cartTtlMs: 14 * DAY,
  cartCookieHttpOnly: false,
  locales: ['fr', 'de', 'en-ca'],
  theme: 'plain',
  csp: undefined,
  scriptTag: undefined,
  debug: false,
  adminToken: undefined,
  grants: undefined,
  app: undefined,
  ordered: undefined,
  reportTo: undefined,
  checkout: {},
  latency: () => undefined,
  fault: () => undefined,
})
