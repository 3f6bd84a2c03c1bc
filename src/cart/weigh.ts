import { DiscountKeeperError } from '../errors.js'
import { find } from '../grant/entry.js'
import type { StackingRule } from '../grant/stacking.js'
import { stackingRules } from '../grant/stacking.js'
import { hasCode } from '../has-code.js'
import { isSame } from '../is-same.js'
import type { Ledger } from '../layers/ledger.js'
import type { Cart, CartChange, Platform } from '../types.js'
import type { Contest, Tried } from './candidates.js'
import { cheapest, listOf, losersOf, nextInCombining, nextInSearch } from './candidates.js'
import { afterwards, contestOf, isComparable, onTheWay, withinLimit } from './contest.js'
import { unparked } from './observe.js'
import type { SeenStore } from './seen.js'
import { tryCandidates } from './try-candidates.js'
import { AGAIN, createWeighed } from './weighed.js'

export interface WeighingOptions {
  readonly platform: Platform
  readonly discounts: Ledger
  readonly rule: StackingRule
  readonly seen: SeenStore
  readonly now: () => number
  /** Lets some time go by between two writes; false: the keeper was stopped. */
  readonly pause: () => Promise<boolean>
  /** Brings the cart to this list of codes. */
  readonly write: (codes: readonly string[]) => Promise<Cart>
  readonly report: (error: DiscountKeeperError) => void
}

/** The write that a pass makes in any case, and what came of it. */
export interface FirstWrite {
  readonly cart: Cart
  readonly change: CartChange | undefined
  readonly after: Cart
  /** False where the shop refused it, and may have done it all the same. */
  readonly isAnswered: boolean
}

/** Decides on the real cart which grants stand, where the rule leaves that to the cart. */
export interface Weighing {
  /** A settled cart is worth reading once more. */
  readonly isDue: () => boolean
  /** The cart was emptied: nothing is known of the next contents. */
  readonly forget: () => void
  /** What is to be weighed on the cart as just read; who lost before is in it again. */
  readonly open: (cart: Cart) => Contest | undefined
  /** The same write, its codes in the order that is to be weighed, or that was best when weighing was left in between. */
  readonly ordered: (
    change: CartChange | undefined,
    cart: Cart,
    contest: Contest | undefined,
  ) => CartChange | undefined
  /** Told before the first write: whoever comes after a page that was left in between finds the way back. */
  readonly begin: (contest: Contest, cart: Cart, change: CartChange) => void
  /**
   * What is left to do after the first write: tries what is worth trying and ends on the best. Its result is undefined where
   * another pass has to see to the cart.
   */
  readonly close: (
    contest: Contest,
    first: FirstWrite,
  ) => (() => Promise<Cart | undefined>) | undefined
}

const have = ({ codes = [] }: Cart): readonly string[] => codes.map(({ code }) => code)

export const createWeighing = (options: WeighingOptions): Weighing => {
  const { discounts, now, pause, platform, report, rule, seen, write } = options
  const isBest = rule === stackingRules.best
  const isMeasured = !!platform.write && (isBest || rule === stackingRules.combine)
  const memory = createWeighed({ seen, now, isRepeated: isBest })
  const next = isBest ? nextInSearch : nextInCombining

  const contestOn = (cart: Cart): Contest => contestOf(cart, discounts.all(), platform.limits)

  const bestOf = (contest: Contest, tried: readonly Tried[]): readonly string[] => {
    if (isBest) return cheapest(contest, tried)?.codes ?? []
    const losers = losersOf(contest, tried)
    return (tried[0]?.codes ?? []).filter((code) => !hasCode(losers, code))
  }

  const depart = (contest: Contest, tried: readonly Tried[], to: readonly string[]): void => {
    const best = bestOf(contest, tried)
    discounts.sync(onTheWay({ best, contest }, tried, to))
    // whoever leaves for checkout takes along what is best by now; whoever comes next finds work to do
    seen.write({ codes: best, want: undefined })
  }

  const weigh = async (
    contest: Contest,
    known: readonly Tried[],
    isUnsure: boolean,
  ): Promise<Cart | undefined> => {
    const [id, begin] = [platform.cartId?.(), now()]
    const { cart, isOver, tried } = await tryCandidates({
      known,
      isUnsure,
      pause,
      write,
      next: (list) => next(contest, list),
      best: (list) => bestOf(contest, list),
      before: (list, to) => depart(contest, list, to),
      // a page that was frozen in between knows nothing any more
      isOvertaken: () => platform.cartId?.() !== id || !!seen.read().due || now() > begin + AGAIN,
      failed: (error) => {
        if (!(error instanceof DiscountKeeperError) || error.code === 'COOL_DOWN') throw error
        report(error)
      },
    })
    // withdrawn or taken off meanwhile: nothing of it is settled
    const isHeld = contest.contenders.some(({ code }) => find(discounts.live(), code))
    if (!cart || !isHeld) return undefined
    const best = bestOf(contest, tried)
    const ended = [...tried, { codes: best, cart }]
    discounts.sync(afterwards({ best, contest }, ended, isBest ? [] : losersOf(contest, tried)))
    if (isOver) memory.ended(cart, contestOn(cart))
    else memory.begun(cart, contestOn(cart))
    return cart
  }

  return {
    isDue: memory.isDue,
    forget: memory.forget,
    open: (cart) => {
      const contest = contestOn(cart)
      const isOpen = isMeasured && !!cart.codes && contest.contenders.length > 1
      if (isOpen && !memory.isDueOn(cart, contest)) return undefined
      if (!isOpen) memory.forget()
      discounts.sync(unparked)
      // of more than the shop takes, the best are found by trying
      if (!isOpen || !isBest) discounts.sync(withinLimit(contest))
      return isOpen ? contestOn(cart) : undefined
    },
    ordered: (change, cart, contest) => {
      if (contest) {
        const all = contest.contenders.map(({ code }) => code)
        return change?.codes ? { ...change, codes: listOf(contest, all) } : change
      }
      const order = memory.leftOn() ?? []
      const at = (code: string): number => order.findIndex((other) => isSame(other, code)) >>> 0
      const asked = change?.codes ?? have(cart)
      const codes = [...asked].sort((one, other) => at(one) - at(other))
      return String(codes) === String(asked) ? change : { ...change, codes }
    },
    begin: (contest, cart, { codes }) => {
      memory.begun(cart, contest)
      if (codes && isBest && isComparable(contest, cart))
        depart(contest, [{ codes: have(cart), cart }], codes)
    },
    close: (contest, { after, cart, change, isAnswered }) => {
      const isFirst = !change?.codes || (isBest && isComparable(contest, cart))
      const known: readonly Tried[] = [
        ...(isFirst ? [{ codes: have(cart), cart }] : []),
        ...(change?.codes && isAnswered ? [{ codes: change.codes, cart: after }] : []),
      ]
      if (isAnswered) discounts.sync(unparked)
      memory.begun(cart, contest)
      if (!known.length) return undefined
      return () =>
        weigh(contest, known, !isAnswered).catch((error: unknown) => {
          if (error instanceof DiscountKeeperError && error.code === 'COOL_DOWN') memory.forbidden()
          throw error
        })
    },
  }
}
