import { DiscountKeeperError } from '../errors.js'
import type { Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import { REF_ATTRIBUTE } from '../names.js'
import type { Cart, CartSignal } from '../types.js'
import { basisOf } from './basis-of.js'
import type { CartAccessOptions } from './cart-access.js'
import { createCartAccess, NO_CART } from './cart-access.js'
import { digest } from './digest.js'
import { moneyOf } from './money.js'
import { observe } from './observe.js'
import { perished } from './perished.js'
import { fingerprint } from './plan.js'
import type { Seen } from './seen.js'

/** How long a shop that asked for it is left alone, in milliseconds. */
const COOL_DOWN = 600_000

export interface CartSyncOptions extends Omit<CartAccessOptions, 'isSettled'> {
  readonly now: () => number
  /** Nobody has answered yet whether the affiliate may be remembered. */
  readonly isOpen: () => boolean
  /** Each answer of the shop. */
  readonly answered: (cart: Cart) => void
  /** What the answer means for the grants is kept and told. */
  readonly concluded?: (() => void) | undefined
}

const shown = ({ codes, discount }: Cart): string => JSON.stringify([codes, discount])

/**
 * Compares what is desired with the cart, writes the least and reads the truth. Level-triggered: running it twice is
 * running it once. Never rejects. `signal` tells what may have happened since; without one a settled cart costs no request.
 */
export const createCartSync = (
  options: CartSyncOptions,
): ((signal?: CartSignal) => Promise<void>) => {
  const { answered, attributes, discounts, isOpen, now, platform, report, seen, syncLayers } =
    options
  const { cartId, read, refresh } = platform

  /** The two purposes apart: while nobody has answered for the affiliate, what was written stays as it is. */
  const wanted = (): Seen => {
    const { [REF_ATTRIBUTE]: ref = '', ...others } = attributes.wanted
    const want = digest(fingerprint(discounts.all(), others))
    return { want, ref: isOpen() ? seen.read().ref : digest(ref) }
  }

  const isSettled = (id: string): boolean => {
    const before = seen.read()
    const { ref, want } = wanted()
    if (before.cart !== id || before.want !== want) return false
    return !id || (before.ref === ref && !isDue())
  }

  const isCooling = (): boolean => {
    const { until = 0 } = seen.read()
    // a deadline further off than any that is set comes from a clock that was wrong
    return now() < until && until <= now() + COOL_DOWN
  }

  const { forget, isDue, look, settle, tell, tellBeside } = createCartAccess({
    ...options,
    isSettled,
  })

  /** What came in while the shop was asked is left for the next pass. */
  const conclude = (cart: Cart, id: string, asked: readonly Entry[]): void => {
    answered(cart)
    const over = perished(cart, { ...seen.read(), entries: asked, now: now() })
    const codes = (cart.codes ?? []).map(({ code }) => code)
    // those who hear of the change may ask at once what the cart says
    seen.write({ cart: id, codes, basis: basisOf(cart), money: moneyOf(cart) })
    discounts.sync((entries) => [
      ...entries.filter((entry) => !find(asked, entry.code)),
      ...over(observe(cart)(entries.filter((entry) => find(asked, entry.code)))),
    ])
    seen.write(wanted())
    options.concluded?.()
  }

  // the shopper may have been faster than the shop
  const heardSince = (signal: CartSignal | undefined): CartSignal | undefined =>
    seen.read().due === 'codes' ? 'codes' : signal

  const redraw = (cart: Cart, before: Cart): void => {
    if (shown(cart) !== shown(before)) refresh?.(cart)
  }

  const attend = async (
    first: Cart,
    id: string,
    signal: CartSignal | undefined,
  ): Promise<readonly Entry[]> => {
    const { asked, cart, weigh } = await settle(first, id, signal)
    conclude(cart, id, asked)
    redraw(cart, first)
    const weighed = await weigh?.()
    if (weighed) conclude(weighed, id, asked)
    // what was tried in between may have been drawn
    if (weighed && weighed !== cart) refresh?.(weighed)
    await tellBeside(weighed ?? cart)
    return asked
  }

  const run = async (id: string, signal: CartSignal | undefined): Promise<readonly Entry[]> => {
    seen.write({ due: undefined })
    const first = id || signal ? await look() : NO_CART
    // never a write before something is in a cart: it would make one, and race the theme's own
    if (first.itemCount) return attend(first, id, heardSince(signal))
    forget()
    const asked = discounts.all()
    if (signal || (await tell())) conclude(first, id, asked)
    return asked
  }

  /** Another tab, or the theme, was faster: another cart, codes that came in or lost while the shop was asked. */
  const isOvertaken = (id: string, asked: readonly Entry[]): boolean =>
    cartId?.() !== id ||
    discounts
      .all()
      .some((entry) => (isLive(entry) ? !find(asked, entry.code) : id && entry.cart === id))

  const check = async (heard?: CartSignal, isAgain = false): Promise<void> => {
    if (!cartId || !read || isCooling()) return
    syncLayers()
    const id = cartId()
    const signal = heard ?? (id ? seen.read().due : undefined)
    if (!signal && isSettled(id)) return
    const asked = await run(id, signal).catch((cause: unknown) => {
      // unread is unread: the next page view makes up for it
      if (signal) seen.due(signal)
      throw cause
    })
    if (!isAgain && isOvertaken(id, asked)) await check('items', true)
  }

  return (signal) =>
    check(signal).catch((cause: unknown) => {
      const error =
        cause instanceof DiscountKeeperError
          ? cause
          : new DiscountKeeperError('CALLBACK', 'The cart could not be looked after', cause)
      if (error.code === 'COOL_DOWN') seen.write({ until: now() + COOL_DOWN })
      report(error)
    })
}
