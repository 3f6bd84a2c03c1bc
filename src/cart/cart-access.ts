import { DiscountKeeperError } from '../errors.js'
import type { Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import { isSame } from '../is-same.js'
import type { CartAttributes } from '../layers/cart-attributes.js'
import type { Ledger } from '../layers/ledger.js'
import type { Cart, CartChange, CartSignal, Platform } from '../types.js'
import { basisOf } from './basis-of.js'
import { cameAlong, missed, placed } from './observe.js'
import { desiredCodes, plan } from './plan.js'
import type { SeenStore } from './seen.js'

export interface CartAccessOptions {
  readonly platform: Platform
  readonly discounts: Ledger
  readonly attributes: CartAttributes
  /** Takes what the layers hold now. */
  readonly syncLayers: () => void
  readonly seen: SeenStore
  /** The page itself cannot carry a code through scripted navigations: only the shop's memory of the visit can. */
  readonly isBlind?: (() => boolean) | undefined
  /** The cart was asked for all that is wanted now. */
  readonly isSettled: (id: string) => boolean
  readonly report: (error: DiscountKeeperError) => void
}

/** The three things that are ever asked of a shop; each at most once a pass. */
export interface CartAccess {
  readonly look: () => Promise<Cart>
  /** Has the shop remember the codes for the visit; true where there is nothing left to tell. */
  readonly tell: () => Promise<boolean>
  /** Tells it also beside a cart, where a way out may make a new one unseen; never to the harm of another code. */
  readonly tellBeside: (cart: Cart) => Promise<unknown>
  /** Brings the cart `id` to what is wanted, in one write or none; answers it re-read, and the entries that were asked for. */
  readonly settle: (
    cart: Cart,
    id: string,
    signal: CartSignal | undefined,
  ) => Promise<readonly [cart: Cart, asked: readonly Entry[]]>
}

/** What a shop says of a shopper without one. */
export const NO_CART: Cart = { id: '', itemCount: 0, attributes: {}, discount: 0 }

export const createCartAccess = (options: CartAccessOptions): CartAccess => {
  const { attributes, discounts, isBlind, isSettled, platform, report, seen, syncLayers } = options
  const { read, visit, write } = platform

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
    if (cart.codes) seen.write({ tells: true })
    return cart.codes || !seen.read().tells ? cart : { ...cart, codes: [] }
  }

  const look = async (): Promise<Cart> => heard((await read?.()) ?? NO_CART)

  const changeOf = (cart: Cart, id: string): CartChange | undefined => {
    const asked = desiredCodes(discounts.all()).map((code) => ({ code, applicable: true }))
    // a shop that never tells its codes is asked once for what is wanted
    const codes = cart.codes ?? (isSettled(id) ? asked : undefined)
    // a code that waited and was dropped goes back when it can apply: when something else is in the cart
    const isUnchanged = seen.read().basis === basisOf(cart)
    const isParked = (entry: Entry): boolean =>
      isUnchanged &&
      entry.cart === cart.id &&
      !!entry.reason &&
      isLive(entry) &&
      !find(codes, entry.code)
    const entries = discounts.all().filter((entry) => !isParked(entry))
    return plan({ ...cart, codes }, entries, attributes.wanted)
  }

  const tell = async (): Promise<boolean> => {
    const codes = desiredCodes(discounts.all())
    if (!codes.length || !visit) return true
    const cart = await attempt(visit(codes))
    if (cart) seen.write({ told: codes[0] })
    return !!cart
  }

  return {
    look,
    tell,
    tellBeside: async ({ codes = [] }) => {
      const [ours, ...others] = desiredCodes(discounts.all())
      const isAlone = ours && !others.length && codes.every(({ code }) => isSame(code, ours))
      if (isBlind?.() && isAlone && codes.length && seen.read().told !== ours) await tell()
    },
    settle: async (cart, id, signal) => {
      attributes.found(cart.attributes)
      syncLayers()
      const { cart: known, told } = seen.read()
      if (known !== id) discounts.sync(cameAlong(cart, told))
      // changes of the items alone can make a shop drop codes, they never take one off for the shopper
      if (signal !== 'items') discounts.sync(missed(cart))
      const asked = discounts.all()
      const change = changeOf(cart, id)
      if (!change) return [cart, asked]
      const answer = await attempt(write?.(change))
      const after = answer ? heard(answer) : await look()
      attributes.found(after.attributes)
      discounts.sync(placed(change, cart, after))
      return [after, asked]
    },
  }
}
