import { DiscountKeeperError } from '../errors.js'
import type { Entry } from '../grant/entry.js'
import { find, isLive } from '../grant/entry.js'
import type { StackingRule } from '../grant/stacking.js'
import { hasCode } from '../has-code.js'
import { isSame } from '../is-same.js'
import type { CartAttributes } from '../layers/cart-attributes.js'
import type { Ledger } from '../layers/ledger.js'
import { DISCOUNT_ATTRIBUTE } from '../names.js'
import type { Cart, CartChange, CartSignal, Platform } from '../types.js'
import { basisOf } from './basis-of.js'
import { cameAlong, missed, placed, takenUp, unparked } from './observe.js'
import { desiredCodes, differing, plan } from './plan.js'
import type { SeenStore } from './seen.js'
import type { Weighing } from './weigh.js'
import { createWeighing } from './weigh.js'

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
  readonly rule: StackingRule
  readonly now: () => number
  /** Lets so much time go by as a shop tolerates between two requests; false: nothing more is to be tried. */
  readonly pause: () => Promise<boolean>
  readonly report: (error: DiscountKeeperError) => void
}

/** All that is ever asked of a shop: what is in the cart, to remember codes for the visit, and to change the cart. */
export interface CartAccess extends Pick<Weighing, 'isDue' | 'forget'> {
  readonly look: () => Promise<Cart>
  /** Has the shop remember the codes for the visit; true where there is nothing left to tell. */
  readonly tell: () => Promise<boolean>
  /** Tells it also beside a cart, where a way out may make a new one unseen; never to the harm of another code. */
  readonly tellBeside: (cart: Cart) => Promise<unknown>
  /** Brings the cart `id` to what is wanted, in one write or none. */
  readonly settle: (cart: Cart, id: string, signal: CartSignal | undefined) => Promise<Settled>
}

export interface Settled {
  /** As re-read. */
  readonly cart: Cart
  /** The entries that were asked for. */
  readonly asked: readonly Entry[]
  /** Where the cart has to say which of them stand: has it do so, and answers it as it stands then. */
  readonly weigh?: (() => Promise<Cart | undefined>) | undefined
}

/** What a shop says of a shopper without one. */
export const NO_CART: Cart = { id: '', itemCount: 0, attributes: {}, discount: 0 }

export const createCartAccess = (options: CartAccessOptions): CartAccess => {
  const { attributes, discounts, isBlind, isSettled, platform, report, seen, syncLayers } = options
  const { read, visit, write } = platform
  let last = NO_CART

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

  const send = async (
    change: CartChange,
    cart: Cart,
  ): Promise<readonly [after: Cart, isAnswered: boolean]> => {
    const answer = await attempt(write?.(change))
    const after = found(answer ? heard(answer) : await look())
    discounts.sync(placed(change, cart, after))
    return [after, !!answer]
  }

  /** A shop that has told codes before and says nothing now says there are none. */
  const heard = (cart: Cart): Cart => {
    if (cart.codes) seen.write({ tells: true })
    return cart.codes || !seen.read().tells ? cart : { ...cart, codes: [] }
  }

  const look = async (): Promise<Cart> => heard((await read?.()) ?? NO_CART)

  const found = (cart: Cart): Cart => {
    last = cart
    attributes.found(cart.attributes)
    return cart
  }

  const weighing = createWeighing({
    ...options,
    // the attributes that belong to this list come along
    write: async (codes) => {
      const ours = discounts.all().filter((entry) => isLive(entry) && hasCode(codes, entry.code))
      const named = { [DISCOUNT_ATTRIBUTE]: ours.map(({ code }) => code).join() }
      const wanted = { ...attributes.wanted, ...(DISCOUNT_ATTRIBUTE in attributes.wanted && named) }
      const answer = await write?.({ codes, attributes: differing(wanted, last) })
      return found(answer ? heard(answer) : await look())
    },
  })

  const changeOf = (cart: Cart, id: string): CartChange | undefined => {
    // a shop that never tells its codes is asked once for what is wanted, which its empty cart was not
    const asked = discounts.all().filter((entry) => entry.cart === cart.id && isSettled(id))
    const codes = cart.codes ?? desiredCodes(asked).map((code) => ({ code, applicable: true }))
    // a code that waited and was dropped goes back when it can apply: when something else is in the cart
    const isUnchanged = seen.read().basis === basisOf(cart)
    const isDropped = (entry: Entry): boolean =>
      isUnchanged &&
      entry.cart === cart.id &&
      !!entry.reason &&
      isLive(entry) &&
      !find(codes, entry.code)
    const entries = discounts.all().filter((entry) => !isDropped(entry))
    return plan({ ...cart, codes }, entries, attributes.wanted)
  }

  const known = (): string[] => (seen.read().told ?? '').split(',')

  const remember = async (): Promise<boolean> => {
    const codes = desiredCodes(discounts.all())
    const [told] = codes
    if (!told || !visit) return true
    // it may be done although no answer comes, or nobody is here any more to hear it
    const others = known().filter((code) => code && code !== told)
    seen.write({ told: [told, ...others, ''].join() })
    const cart = await attempt(visit(codes))
    // a cart may have been made before the shop knew this one
    if (cart) seen.write({ told: [...others, told].join() })
    return !!cart
  }

  return {
    ...weighing,
    look,
    tell: () => {
      discounts.sync(unparked)
      return remember()
    },
    tellBeside: async ({ codes = [] }) => {
      // what somebody did to the cart meanwhile is not known yet
      if (seen.read().due) return
      const [ours, ...others] = desiredCodes(discounts.all())
      const isAlone = ours && !others.length && codes.every(({ code }) => isSame(code, ours))
      if (isBlind?.() && isAlone && codes.length && known().pop() !== ours) await remember()
    },
    settle: async (cart, id, signal) => {
      found(cart)
      syncLayers()
      const isMet = seen.read().cart === id
      discounts.sync(isMet ? takenUp(cart) : (all) => cameAlong(cart, known())(unparked(all)))
      // changes of the items alone can make a shop drop codes, they never take one off for the shopper
      if (signal !== 'items') discounts.sync(missed(cart))
      const contest = weighing.open(cart)
      const asked = discounts.all()
      const change = write && weighing.ordered(changeOf(cart, id), cart, contest)
      if (contest && change) weighing.begin(contest, cart, change)
      const [after, isAnswered] = change ? await send(change, cart) : [cart, true]
      // a cart without codes may not even say that it has none
      const late = cart.codes ? undefined : weighing.open(after)
      const weigh = contest
        ? weighing.close(contest, { cart, change, after, isAnswered })
        : late && weighing.close(late, { cart: after, change: undefined, after, isAnswered })
      return { cart: after, asked, weigh }
    },
  }
}
