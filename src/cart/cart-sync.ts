import { DiscountKeeperError } from '../errors.js'
import type { CartAttributes } from '../layers/cart-attributes.js'
import type { Ledger } from '../layers/ledger.js'
import type { Cart, CartChange, CartSignal, Platform } from '../types.js'
import { missed, observe } from './observe.js'
import { desiredCodes, fingerprint, plan } from './plan.js'
import type { SeenStore } from './seen.js'

/** How long a shop that asked for it is left alone, in milliseconds. */
const COOL_DOWN = 600_000

const NO_CART: Cart = { id: '', itemCount: 0, attributes: {}, discount: 0 }

export interface CartSyncOptions {
  readonly platform: Platform
  readonly discounts: Ledger
  readonly attributes: CartAttributes
  /** Takes what the layers hold now. */
  readonly syncLayers: () => void
  readonly seen: SeenStore
  readonly now: () => number
  /** Each answer of the shop. */
  readonly answered: (cart: Cart) => void
  readonly report: (error: DiscountKeeperError) => void
}

/**
 * Compares what is desired with the cart, writes the least and reads the truth. Level-triggered: running it twice is
 * running it once. Never rejects. `signal` tells what may have happened since; without one a settled cart costs no request.
 */
export const createCartSync = (
  options: CartSyncOptions,
): ((signal?: CartSignal) => Promise<void>) => {
  const { answered, attributes, discounts, now, platform, report, seen, syncLayers } = options
  const { cartId, read, refresh, visit, write } = platform

  const want = (): string => fingerprint(discounts.all(), attributes.wanted)

  // an error status may follow a write that was done: only the cart tells
  const attempt = async (request: Promise<Cart> | undefined): Promise<Cart | undefined> => {
    try {
      return await request
    } catch (error) {
      if (!(error instanceof DiscountKeeperError) || error.code !== 'REFUSED') throw error
      report(error)
      return undefined
    }
  }

  /** Has the shop remember the codes for the visit. */
  const tell = async (): Promise<Cart | undefined> => {
    const codes = desiredCodes(discounts.all())
    return codes.length ? attempt(visit?.(codes)) : undefined
  }

  const settle = async (
    cart: Cart,
    signal: CartSignal | undefined,
  ): Promise<readonly [Cart, CartChange?]> => {
    attributes.found(cart.attributes)
    syncLayers()
    // changes of the items alone can make a shop drop codes, they never take one off for the shopper
    if (signal !== 'items') discounts.sync(missed(cart))
    const change = plan(cart, discounts.all(), attributes.wanted)
    if (!change) return [cart]
    const after = (await attempt(write?.(change))) ?? (await read?.()) ?? cart
    attributes.found(after.attributes)
    return [after, change]
  }

  /** The cart as it is and ought to be; without one, the shop's word that it is empty. */
  const reach = async (
    id: string,
    signal: CartSignal | undefined,
  ): Promise<readonly [Cart | undefined, CartChange?]> => {
    const cart = id || signal ? await read?.() : await tell()
    // never a write before something is in a cart: it would make one, and race the theme's own
    if (cart?.itemCount) return settle(cart, signal)
    if (id && !signal) await tell()
    return [cart]
  }

  const isIdle = (id: string, signal: CartSignal | undefined): boolean => {
    const { cart, until = 0, want: wanted } = seen.read()
    // a deadline further off than any that is set comes from a clock that was wrong
    const isCooling = now() < until && until <= now() + COOL_DOWN
    return isCooling || (!signal && cart === id && wanted === want())
  }

  const run = async (heard?: CartSignal): Promise<void> => {
    if (!cartId) return
    syncLayers()
    const id = cartId()
    const signal = heard ?? (id ? seen.read().due : undefined)
    if (isIdle(id, signal)) return
    const [answer, change] = await reach(id, signal)
    const cart = answer ?? NO_CART
    if (answer) answered(answer)
    discounts.sync(observe(cart))
    seen.write({ cart: id, want: want(), codes: (cart.codes ?? []).map(({ code }) => code) })
    if (change?.codes) refresh?.(cart)
    if (cartId() !== id) await run('items')
  }

  return (signal) =>
    run(signal).catch((error: DiscountKeeperError) => {
      if (error.code === 'COOL_DOWN') seen.write({ ...seen.read(), until: now() + COOL_DOWN })
      report(error)
    })
}
