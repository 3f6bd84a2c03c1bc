import { DiscountKeeperError } from '../errors.js'
import { find, isLive } from '../grant/entry.js'
import type { CartAttributes } from '../layers/cart-attributes.js'
import type { Ledger } from '../layers/ledger.js'
import { REF_ATTRIBUTE } from '../names.js'
import type { Cart, CartChange, CartSignal, Platform } from '../types.js'
import { digest } from './digest.js'
import { cameAlong, missed, observe, placed } from './observe.js'
import { desiredCodes, fingerprint, plan } from './plan.js'
import type { Seen, SeenStore } from './seen.js'

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
  /** Nobody has answered yet whether the affiliate may be remembered. */
  readonly isOpen: () => boolean
  /** Each answer of the shop. */
  readonly answered: (cart: Cart) => void
  readonly report: (error: DiscountKeeperError) => void
}

const shown = ({ codes, discount }: Cart): string => JSON.stringify([codes, discount])

const basisOf = ({ discount, itemCount, total = 0 }: Cart): string =>
  digest([itemCount, total + discount].join())

/**
 * Compares what is desired with the cart, writes the least and reads the truth. Level-triggered: running it twice is
 * running it once. Never rejects. `signal` tells what may have happened since; without one a settled cart costs no request.
 */
export const createCartSync = (
  options: CartSyncOptions,
): ((signal?: CartSignal) => Promise<void>) => {
  const { answered, attributes, discounts, isOpen, now, platform, report, seen, syncLayers } =
    options
  const { cartId, read, refresh, visit, write } = platform

  const note = (change: Seen): void => seen.write({ ...seen.read(), ...change })

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

  /** A shop that has told codes before and says nothing now says there are none. */
  const heard = (cart: Cart): Cart => {
    if (cart.codes) note({ tells: true })
    return cart.codes || !seen.read().tells ? cart : { ...cart, codes: [] }
  }

  /** The two purposes apart: while nobody has answered for the affiliate, what was written stays as it is. */
  const wanted = (): Seen => {
    const { [REF_ATTRIBUTE]: ref = '', ...others } = attributes.wanted
    const want = digest(fingerprint(discounts.all(), others))
    return { want, ref: isOpen() ? seen.read().ref : digest(ref) }
  }

  const isSettled = (id: string): boolean => {
    const before = seen.read()
    const { ref, want } = wanted()
    return before.cart === id && before.want === want && (!id || before.ref === ref)
  }

  const isCooling = (): boolean => {
    const { until = 0 } = seen.read()
    // a deadline further off than any that is set comes from a clock that was wrong
    return now() < until && until <= now() + COOL_DOWN
  }

  /** Has the shop remember the codes for the visit; true where there is nothing left to tell. */
  const tell = async (): Promise<boolean> => {
    const codes = desiredCodes(discounts.all())
    if (!codes.length || !visit) return true
    const cart = await attempt(visit(codes))
    if (cart) note({ told: codes[0] })
    return !!cart
  }

  const changeOf = (cart: Cart, id: string): CartChange | undefined => {
    const asked = desiredCodes(discounts.all()).map((code) => ({ code, applicable: true }))
    // a shop that never tells its codes is asked once for what is wanted
    const codes = cart.codes ?? (isSettled(id) ? asked : undefined)
    const change = plan({ ...cart, codes }, discounts.all(), attributes.wanted)
    const isDropped = discounts
      .live()
      .some((entry) => entry.cart === cart.id && entry.reason && !find(codes, entry.code))
    // a code that waited and was dropped goes back when it can apply: when something else is in the cart
    if (!isDropped || seen.read().basis !== basisOf(cart)) return change
    return change?.attributes && { attributes: change.attributes }
  }

  const settle = async (cart: Cart, id: string, signal: CartSignal | undefined): Promise<Cart> => {
    attributes.found(cart.attributes)
    syncLayers()
    const { cart: known, told } = seen.read()
    if (known !== id) discounts.sync(cameAlong(cart, told))
    // changes of the items alone can make a shop drop codes, they never take one off for the shopper
    if (signal !== 'items') discounts.sync(missed(cart))
    const change = changeOf(cart, id)
    if (!change || !write || !read) return cart
    const after = heard((await attempt(write(change))) ?? (await read()))
    attributes.found(after.attributes)
    discounts.sync(placed(cart, after))
    return after
  }

  const conclude = (cart: Cart, id: string): void => {
    answered(cart)
    discounts.sync(observe(cart))
    const codes = (cart.codes ?? []).map(({ code }) => code)
    note({ ...wanted(), cart: id, codes, basis: basisOf(cart) })
  }

  const run = async (signal: CartSignal | undefined, id: string): Promise<void> => {
    note({ due: undefined })
    const first = (id || signal) && read ? heard(await read()) : NO_CART
    // never a write before something is in a cart: it would make one, and race the theme's own
    if (first.itemCount) {
      const cart = await settle(first, id, signal)
      conclude(cart, id)
      if (shown(cart) !== shown(first)) refresh?.(cart)
    } else if (signal || (await tell())) conclude(first, id)
  }

  /** Another tab, or the theme, was faster: the cart is another, or a code that we wrote has lost since. */
  const isOvertaken = (id: string): boolean =>
    cartId?.() !== id ||
    discounts.all().some((entry) => !isLive(entry) && !!id && entry.cart === id)

  const check = async (heardOf?: CartSignal, isAgain = false): Promise<void> => {
    if (!cartId || !read || isCooling()) return
    syncLayers()
    const id = cartId()
    const signal = heardOf ?? (id ? seen.read().due : undefined)
    if (!signal && isSettled(id)) return
    await run(signal, id).catch((cause: unknown) => {
      // unread is unread: the next page view makes up for it
      if (signal) note({ due: signal === 'items' ? (seen.read().due ?? signal) : 'codes' })
      throw cause
    })
    if (!isAgain && isOvertaken(id)) await check('items', true)
  }

  return (signal) =>
    check(signal).catch((cause: unknown) => {
      const error =
        cause instanceof DiscountKeeperError
          ? cause
          : new DiscountKeeperError('CALLBACK', 'The cart could not be looked after', cause)
      if (error.code === 'COOL_DOWN') note({ until: now() + COOL_DOWN })
      report(error)
    })
}
